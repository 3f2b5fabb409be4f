"""The settings of the page Stateful: the layer, the tanks it reads, and the batches."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from lstm_viz.ceilings import MAX_SAMPLES, MAX_SEED
from lstm_viz.data import InputError
from lstm_viz.engine import models
from lstm_viz.engine.weights import RecurrentWeights
from lstm_viz.guided_lesson import lesson_setting, state_of
from lstm_viz.i18n import N_
from lstm_viz.keras_code import LAYERS
from lstm_viz.lessons.stateful import actions
from lstm_viz.lessons.stateful.guide import STOPS
from lstm_viz.links import Choice, Text, Whole
from lstm_viz.old_code.prepare import LONGEST
from lstm_viz.settings import PREDICT, Problems, Setting, Settings, Values

KINDS = ("lstm", "gru", "simple_rnn")
FEATURES = ("pressure", "temperature", "level")
# Each unit is a button and a column of a table, and the readings of old links are drawn for 24 steps.
MAX_STEPS, MAX_UNITS = 24, 8
# The tanks are drawn in groups: those of old links first, each group from a number of its own beside the seed.
GROUPS = ((1, 6), (3, MAX_SAMPLES - 6))
PANELS = {
    "lanes": N_("Batch by batch"),
    "ways": N_("Three ways"),
    "mistakes": N_("What goes wrong"),
    "by_hand": N_("Train, reset, carry by hand"),
    "online": N_("One step at a time"),
    "old_code": N_("Old code"),
    "data": N_("Data"),
    "code": N_("Keras code"),
}
MISTAKES = {
    "shuffled": N_("Shuffled samples"),
    "batch_size": N_("Another batch size"),
    "no_reset": N_("No reset between sequences"),
    "reset_often": N_("Reset too often"),
}
OWN = "own"
OLD_CODE = ("memory_pair", "notebook", "text", OWN)
PERIOD = 12  # the period of a tank's readings, in steps
NOISE = 0.2


@dataclass(frozen=True)
class StatefulSettings:
    """A layer, the readings it reads, and the batches. The same settings always give the same numbers.

    Attributes:
        kind: The kind of layer, one of KINDS.
        units: The size of the state, 1 … MAX_UNITS.
        tanks: The number of tanks, which are the samples of a batch, 1 … MAX_SAMPLES.
        steps: The number of readings of each tank, 2 … MAX_STEPS.
        length: The number of readings of each tank in a batch, from 1. The last batch may be shorter.
        features: The number of features in a reading, 1 … len(FEATURES).
        seed: The seed of the weights and of the readings.
        first: The number of readings of each tank in the first batch; 0 if it is as long as the others.
    """

    kind: str
    units: int
    tanks: int
    steps: int
    length: int
    features: int
    seed: int
    first: int = 0

    @property
    def weights(self) -> RecurrentWeights:
        """The weights, drawn as Keras's default initialisers draw them."""
        return models.untrained(self.kind, self.units, self.features, self.seed).weights

    @property
    def readings(self) -> np.ndarray:
        """The readings, scaled to about −1 … 1, (tanks, steps, features), float32."""
        return self.readings_of(self.tanks)

    def readings_of(self, tanks: int) -> np.ndarray:
        """The readings of the first `tanks` of MAX_SAMPLES. A tank has the same readings for any number of tanks."""
        drawn = np.concatenate([self._group(number, count) for number, count in GROUPS])
        return np.round(drawn, 2).astype("float32")[:tanks, : self.steps, : self.features]

    def windows(self, length: int) -> np.ndarray:
        """Every window of `length` steps in a row, (tanks, windows, length, features)."""
        return np.lib.stride_tricks.sliding_window_view(self.readings, length, axis=1).swapaxes(2, 3)

    def _group(self, number: int, count: int) -> np.ndarray:
        """The readings of a group of tanks, (count, MAX_STEPS, len(FEATURES))."""
        draw = np.random.default_rng((self.seed, number))
        phase = draw.uniform(0, 2 * np.pi, (count, 1, len(FEATURES)))
        noise = draw.normal(0, NOISE, (count, MAX_STEPS, len(FEATURES)))
        return np.sin(phase + 2 * np.pi / PERIOD * np.arange(MAX_STEPS)[:, None]) + noise

    @property
    def cuts(self) -> range:
        """The step with which each batch after the first begins, counted from 0."""
        return range(self.first or self.length, self.steps, self.length)

    @property
    def spans(self) -> tuple[range, ...]:
        """The steps of each batch, counted from 0."""
        return tuple(map(range, (0, *self.cuts), (*self.cuts, self.steps)))

    @property
    def batches(self) -> int:
        """The number of batches."""
        return len(self.spans)

    def parts(self) -> list[np.ndarray]:
        """The readings of each batch, (tanks, steps of the batch, features)."""
        return np.split(self.readings, self.cuts, axis=1)

    def shuffled_orders(self) -> np.ndarray:
        """The tank in each row of each batch when the rows are shuffled, from 0, (batches, tanks)."""
        draw = np.random.default_rng((self.seed, 2))
        orders = [np.arange(self.tanks)]
        for _ in self.spans[1:]:
            orders.append(np.roll(orders[-1], draw.integers(1, max(2, self.tanks))))
        return np.array(orders)


def settings_of(values: Mapping[str, object]) -> StatefulSettings:
    """The settings for valid values. A batch is at most as long as the sequence."""
    names = ("units", "tanks", "steps", "length", "features", "seed", "first")
    numbers = {name: int(str(values[name])) for name in names}
    for name in ("length", "first"):
        numbers[name] = min(numbers[name], numbers["steps"])
    return StatefulSettings(kind=str(values["kind"]), **numbers)


def _settle(values: Values, ignored: Problems, query: Mapping[str, str]) -> None:
    """Drops actions on the layer from the first one that is not possible, and writes the others without blanks."""
    text, batches = values["actions"], settings_of(values).batches
    values["actions"] = actions.write(actions.fitting(text, batches))
    try:
        actions.parse(text, batches)
    except InputError as problem:
        if "actions" in query:
            ignored["actions"] = problem


def _unused(values: Mapping[str, Any]) -> tuple[str, ...]:
    """The settings that are not in a link: old code unless it is the visitor's own, and any code that is too long."""
    is_shown = values["example"] == OWN and len(values["old"] or "") <= LONGEST
    return () if is_shown else ("old",)


SETTINGS: Settings = Settings(
    {
        "kind": Setting(Choice(KINDS, "lstm"), N_("Layer"), titles=LAYERS),
        "units": Setting(Whole(1, MAX_UNITS, 3), N_("Units")),
        "tanks": Setting(
            Whole(1, MAX_SAMPLES, 3),
            N_("Tanks (samples of a batch)"),
            help=N_(
                "Keras takes any number: 400 stocks are 400 samples, each with a state of its own. Here up to 10 are "
                "drawn."
            ),
        ),
        "steps": Setting(Whole(2, MAX_STEPS, 12), N_("Steps in all")),
        "length": Setting(
            Whole(1, MAX_STEPS, 4),
            N_("Steps in a batch"),
            most="steps",
            help=N_("The sequences are cut along time into batches of this length; the last may be shorter."),
        ),
        "first": Setting(
            Whole(0, MAX_STEPS, 0),
            N_("Steps in the first batch"),
            most="steps",
            help=N_("0: as many as in the others. The batches of a stateful layer need not be equally long."),
        ),
        "features": Setting(Whole(1, len(FEATURES), 2), N_("Features")),
        "seed": Setting(
            Whole(0, MAX_SEED, 1), N_("Seed"), control="number", help=N_("For the layer's weights and the readings.")
        ),
        "actions": Setting(Text("1,2")),
        "predict": PREDICT,
        "lesson": lesson_setting(STOPS),
        "panel": Setting(Choice(tuple(PANELS), "lanes"), titles=PANELS),
        "tank": Setting(Whole(1, MAX_SAMPLES, 1), N_("Tank"), most="tanks", control="segmented"),
        "unit": Setting(Whole(1, MAX_UNITS, 1), N_("Unit"), most="units", control="segmented"),
        "mistake": Setting(Choice(tuple(MISTAKES), "shuffled"), N_("Mistake"), titles=MISTAKES),
        "rows": Setting(Whole(1, MAX_SAMPLES, 1), N_("Tanks in the next batch"), control="segmented"),
        # Both are the page Fix my code's now. They stay for links of before that.
        "example": Setting(Choice(OLD_CODE, "memory_pair")),
        "old": Setting(Text("")),
    },
    begin=lambda values: state_of(STOPS, values, SETTINGS),
    settle=_settle,
    unused=_unused,
)
