"""A model that a visitor builds, and the small changes that could fix it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from lstm_viz.ceilings import MAX_DENSE_UNITS, MAX_FEATURES, MAX_PRINTED_STEPS
from lstm_viz.lessons.patterns.blueprint import Blueprint, Dense, Layer, Lstm, Recurrent, Repeat
from lstm_viz.lessons.patterns.catalogue import PATTERNS

MAX_LAYERS = 3
NUMBERS = range(1, MAX_LAYERS + 1)
GIVEN_STEPS = 8
"""The number of steps that a fix gives to a sample without steps."""

Change = tuple[tuple[str, Any], ...]
"""Names of settings, as in a link, with their new values."""


@dataclass(frozen=True)
class Build:
    """A stack of LSTM layers, with an optional RepeatVector before one of them and an optional Dense layer at the end.

    Attributes:
        steps: The number of steps in a sample, 1 … MAX_PRINTED_STEPS; 0 if a sample is one vector.
        features: The number of features, 1 … MAX_FEATURES.
        recurrent: The LSTM layers, 1 … MAX_LAYERS of them.
        repeat: The number of steps of the `RepeatVector`, up to MAX_PRINTED_STEPS; 0 for no such layer.
        repeat_at: The position, from 0, of the LSTM layer that reads the `RepeatVector`.
        outputs: The units of the Dense layer, up to MAX_DENSE_UNITS; 0 for no such layer.
        time_distributed: Whether a `TimeDistributed` wraps the Dense layer.
        seed: The seed of the weights and of the input.
    """

    steps: int
    features: int
    recurrent: tuple[Lstm, ...]
    repeat: int
    repeat_at: int
    outputs: int
    time_distributed: bool
    seed: int

    def blueprint(self) -> Blueprint:
        """The model as a blueprint."""
        layers: list[Layer] = list(self.recurrent)
        if self.repeat:
            layers.insert(self.repeat_at, Repeat(self.repeat))
        if self.outputs:
            layers.append(Dense(self.outputs, time_distributed=self.time_distributed))
        shape = (self.steps, self.features) if self.steps else (self.features,)
        return Blueprint(shape, tuple(layers))

    def changes(self) -> Iterator[tuple[Change, "Build"]]:
        """Each small change of the model, with the model after the change."""
        for at, lstm in enumerate(self.recurrent):
            changed = replace(lstm, return_sequences=not lstm.return_sequences)
            yield ((f"returns_{at + 1}", changed.return_sequences),), self._with(at, changed)
        if self.repeat:
            yield (("repeat", 0),), replace(self, repeat=0)
        else:
            steps = self.steps or GIVEN_STEPS
            for at in range(len(self.recurrent)):
                yield (("repeat", steps), ("repeat_at", at)), replace(self, repeat=steps, repeat_at=at)
        if not self.steps:
            yield (("steps", GIVEN_STEPS),), replace(self, steps=GIVEN_STEPS)
        if self.outputs and self.time_distributed:
            yield (("distributed", False),), replace(self, time_distributed=False)

    def switched(self) -> Iterator["Build"]:
        """The model after each of the builder's switches has been turned."""
        for at, lstm in enumerate(self.recurrent):
            yield self._with(at, replace(lstm, return_sequences=not lstm.return_sequences))
        for at, lstm in enumerate(self.recurrent):
            yield self._with(at, replace(lstm, bidirectional=not lstm.bidirectional))
        if self.outputs:
            yield replace(self, time_distributed=not self.time_distributed)

    def _with(self, at: int, lstm: Lstm) -> "Build":
        return replace(self, recurrent=(*self.recurrent[:at], lstm, *self.recurrent[at + 1 :]))


def build_of(values: Mapping[str, Any]) -> Build:
    """The model for valid values of the settings, by their names in a link."""
    count = values["layers"]
    return Build(
        steps=values["steps"],
        features=values["features"],
        recurrent=tuple(
            Lstm(values[f"units_{n}"], values[f"returns_{n}"], values[f"both_{n}"]) for n in NUMBERS[:count]
        ),
        repeat=values["repeat"],
        repeat_at=min(values["repeat_at"], count - 1),
        outputs=values["outputs"],
        time_distributed=values["distributed"],
        seed=values["seed"],
    )


def like(pattern: str) -> dict[str, Any]:
    """The values of the settings that build the model of a pattern, by their names in a link.

    The builder has no Embedding and no GRU: for the generator it begins with LSTMs that read vectors.
    """
    blueprint = PATTERNS[pattern]
    recurrent = [layer for layer in blueprint.layers if isinstance(layer, Recurrent)]
    kinds = [type(layer) for layer in blueprint.layers]
    repeat = next((layer.n for layer in blueprint.layers if isinstance(layer, Repeat)), 0)
    dense = blueprint.layers[-1]
    assert isinstance(dense, Dense)  # for the type checker: every pattern ends with one
    is_vector = len(blueprint.input_shape) == 1 and not blueprint.reads_ids
    values: dict[str, Any] = {
        "layers": len(recurrent),
        "steps": 0 if is_vector else blueprint.input_shape[0] or MAX_PRINTED_STEPS,
        "features": MAX_FEATURES if blueprint.reads_ids else blueprint.input_shape[-1],
        "repeat": repeat,
        "repeat_at": kinds.index(Repeat) if repeat else 0,
        "outputs": min(dense.units, MAX_DENSE_UNITS),
        "distributed": dense.time_distributed,
    }
    for n in NUMBERS:
        lstm = recurrent[min(n, len(recurrent)) - 1]
        values |= {f"units_{n}": lstm.units, f"returns_{n}": lstm.return_sequences, f"both_{n}": lstm.bidirectional}
    return values
