"""Which tanks are read in which batches by which layer on the page Stateful."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from lstm_viz.engine import models
from lstm_viz.engine.weights import RecurrentWeights

KINDS = ("lstm", "gru", "simple_rnn")
FEATURES = ("pressure", "temperature", "level")
MAX_TANKS, MAX_STEPS, MAX_UNITS, MAX_SEED = 6, 24, 8, 999_999
PERIOD = 12  # steps in which a tank's readings rise and fall once
NOISE = 0.2


@dataclass(frozen=True)
class StatefulSettings:
    """A layer, what it reads, and in which batches. The same settings always give the same numbers.

    Attributes:
        kind: One of KINDS.
        units: Size of the state, 1 … MAX_UNITS.
        tanks: Samples of a batch, 1 … MAX_TANKS.
        steps: Readings of each tank in all, 2 … MAX_STEPS.
        length: Readings of each tank in a batch, from 1; the last batch is shorter where `steps` is no multiple of it.
        features: Numbers in a reading, 1 … len(FEATURES).
        seed: Of the weights and of the readings.
    """

    kind: str
    units: int
    tanks: int
    steps: int
    length: int
    features: int
    seed: int

    @property
    def weights(self) -> RecurrentWeights:
        """As Keras's default initialisers make them."""
        return models.untrained(self.kind, self.units, self.features, self.seed).weights

    @property
    def readings(self) -> np.ndarray:
        """What the layer reads, scaled to about −1 … 1: (tanks, steps, features), float32."""
        return self.readings_of(self.tanks)

    def readings_of(self, tanks: int) -> np.ndarray:
        """The readings of the first `tanks` of MAX_TANKS: with more tanks, those that were there stay the same."""
        draw = np.random.default_rng((self.seed, 1))
        phase = draw.uniform(0, 2 * np.pi, (MAX_TANKS, 1, len(FEATURES)))
        noise = draw.normal(0, NOISE, (MAX_TANKS, MAX_STEPS, len(FEATURES)))
        wave = np.sin(phase + 2 * np.pi / PERIOD * np.arange(MAX_STEPS)[:, None])
        return np.round(wave + noise, 2).astype("float32")[:tanks, : self.steps, : self.features]

    @property
    def spans(self) -> tuple[range, ...]:
        """The steps of each batch, counted from 0."""
        starts = range(0, self.steps, self.length)
        return tuple(range(start, min(start + self.length, self.steps)) for start in starts)

    @property
    def batches(self) -> int:
        """How many batches the sequence is cut into."""
        return len(self.spans)

    def parts(self) -> list[np.ndarray]:
        """What each batch holds, (tanks, up to `length`, features)."""
        return np.split(self.readings, range(self.length, self.steps, self.length), axis=1)

    def shuffled_orders(self) -> np.ndarray:
        """Which tank is in which row of each batch once they are shuffled, from 0: (batches, tanks)."""
        draw = np.random.default_rng((self.seed, 2))
        orders = [np.arange(self.tanks)]
        for _ in self.spans[1:]:
            orders.append(np.roll(orders[-1], draw.integers(1, max(2, self.tanks))))
        return np.array(orders)


def settings_of(values: Mapping[str, object]) -> StatefulSettings:
    """The settings of values that are valid; a batch is at most as long as the sequence."""
    numbers = {name: int(str(values[name])) for name in ("units", "tanks", "steps", "length", "features", "seed")}
    numbers["length"] = min(numbers["length"], numbers["steps"])
    return StatefulSettings(kind=str(values["kind"]), **numbers)
