"""A call of a Keras recurrent layer: its arguments, its weights, what its results are called."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from lstm_viz.engine import models
from lstm_viz.engine.cell import STATES
from lstm_viz.engine.weights import RecurrentWeights
from lstm_viz.i18n import N_
from lstm_viz.keras_code import LAYERS as KERAS_NAMES

LAYERS = ("lstm", "gru", "simple_rnn")
MERGE_MODES = ("concat", "sum", "mul", "ave", "None")
NEXT_LAYERS = {"nothing": N_("Nothing"), "dense": "Dense", "time_distributed": "TimeDistributed(Dense)"}
WEIGHTS = {"constant": N_("Kernels 0.1"), "seed": N_("From a seed")}
MAX_UNITS, MAX_DENSE_UNITS = 20, 10
LETTERS = {"hidden": "h", "cell": "c"}


@dataclass(frozen=True)
class Call:
    """A layer with its arguments, named as in Keras, and the layer after it. It is called on x.

    Attributes:
        layer: "lstm", "gru" or "simple_rnn".
        units: Size of the state.
        return_sequences: As in Keras.
        return_state: As in Keras.
        go_backwards: As in Keras.
        stateful: As in Keras; the layer is then called a second time.
        bidirectional: The layer is wrapped in a `Bidirectional`.
        merge_mode: Of the `Bidirectional`, one of MERGE_MODES.
        next_layer: What is called on the output: "nothing", "dense" or "time_distributed" (a Dense in a
            TimeDistributed). A link calls it "behind".
        dense_units: Of that Dense.
        weights: "constant", as `models.constant`, or "seed", as `models.untrained`.
        seed: Of the weights. A backward layer's are drawn from the next seed, those of a Dense from the one after.
    """

    layer: str = "lstm"
    units: int = 3
    return_sequences: bool = False
    return_state: bool = False
    go_backwards: bool = False
    stateful: bool = False
    bidirectional: bool = False
    merge_mode: str = "concat"
    next_layer: str = "nothing"
    dense_units: int = 2
    weights: str = "constant"
    seed: int = 1

    @property
    def directions(self) -> tuple[str, ...]:
        """What the names of states begin with: a layer alone has no need of a name for its direction."""
        return ("forward", "backward") if self.bidirectional else ("",)

    @property
    def has_two_outputs(self) -> bool:
        """Whether forward and backward output are returned apart."""
        return self.bidirectional and self.merge_mode == "None"

    @property
    def output_names(self) -> tuple[str, ...]:
        """What the output is called: "output", with `return_sequences` "sequence"; two apart with merge_mode=None."""
        name = "sequence" if self.return_sequences else "output"
        return tuple(f"{way}_{name}" for way in self.directions) if self.has_two_outputs else (name,)

    @property
    def state_names(self) -> tuple[str, ...]:
        """What the last states are called: h, and c of an LSTM, in Keras's order."""
        letters = [LETTERS[state] for state in STATES[self.layer]]
        return tuple(f"{way}_{letter}".lstrip("_") for way in self.directions for letter in letters)

    @property
    def names(self) -> tuple[str, ...]:
        """What the returned tensors are called, in Keras's order."""
        return self.output_names + (self.state_names if self.return_state else ())


def unused_arguments(values: Mapping[str, object]) -> list[str]:
    """Of values that are valid, the names that have no part in their call."""
    is_unused = {
        "merge_mode": not values["bidirectional"],
        "dense_units": values["behind"] == "nothing",
        "seed": values["weights"] == "constant",
    }
    return [name for name, unused in is_unused.items() if unused]


def call_of(values: Mapping[str, object]) -> Call:
    """The call of values that are valid, by their names in a link. What has no part in it is as in any other call."""
    given = {**values, "next_layer": values["behind"]}
    names = Call.__dataclass_fields__.keys() - unused_arguments(values)
    return Call(**{name: given[name] for name in names})  # type: ignore[arg-type]


def layer_weights(call: Call, features: int) -> tuple[RecurrentWeights, ...]:
    """The weights of the layer, or of the forward and the backward layer, for inputs of so many features."""
    ways = range(len(call.directions))
    if call.weights == "constant":
        return tuple(models.constant(call.layer, call.units, features).weights for _ in ways)
    return tuple(models.untrained(call.layer, call.units, features, call.seed + way).weights for way in ways)


def dense_weights(call: Call, rows: int) -> tuple[np.ndarray, np.ndarray]:
    """Kernel (rows, dense_units) and bias (dense_units,) of the Dense, for outputs of so many rows."""
    bias = np.zeros(call.dense_units, "float32")
    if call.weights == "constant":
        return np.full((rows, call.dense_units), models.CONSTANT, "float32"), bias
    draw = np.random.default_rng(call.seed + 2)
    return models.glorot_uniform(draw, rows, call.dense_units).astype("float32"), bias


def layer_code(call: Call, **changed: bool) -> str:
    """The layer as one writes it: "Bidirectional(LSTM(3, return_state=True), merge_mode='sum')".

    Args:
        call: The layer's arguments.
        **changed: Arguments that differ from the call's.
    """
    call = replace(call, **changed)  # type: ignore[arg-type]
    flags = ("return_sequences", "return_state", "go_backwards", "stateful")
    given = [str(call.units), *(f"{name}=True" for name in flags if getattr(call, name))]
    layer = f"{KERAS_NAMES[call.layer]}({', '.join(given)})"
    if not call.bidirectional:
        return layer
    modes = {"concat": "", "None": ", merge_mode=None"}
    mode = modes.get(call.merge_mode, f', merge_mode="{call.merge_mode}"')
    return f"Bidirectional({layer}{mode})"


def next_layer_code(call: Call) -> str:
    """The next layer as one writes it; "" if there is none."""
    dense = f"Dense({call.dense_units})"
    return {"nothing": "", "dense": dense, "time_distributed": f"TimeDistributed({dense})"}[call.next_layer]


def call_code(call: Call) -> str:
    """The call as one writes it: "output, h, c = LSTM(3, return_state=True)(x)", a line for each layer and call."""
    names = ", ".join(call.names)
    lines = [f"{names} = {layer_code(call)}(x)"]
    if call.stateful:
        again = ", ".join(second(name) for name in call.names)
        lines = [f"layer = {layer_code(call)}", f"{names} = layer(x)", f"{again} = layer(x)"]
    if call.next_layer != "nothing":
        lines.append(f"y = {next_layer_code(call)}({output_code(call)})")
    return "\n".join(lines)


def output_code(call: Call) -> str:
    """What the next layer is called on: the output, or both outputs of merge_mode=None."""
    names = ", ".join(call.output_names)
    return f"[{names}]" if call.has_two_outputs else names


def second(name: str) -> str:
    """What the second call of a stateful layer returns in place of a tensor."""
    return f"second_{name}"
