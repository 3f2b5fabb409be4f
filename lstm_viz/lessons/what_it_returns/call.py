"""A call of a Keras recurrent layer: its arguments, its weights, and the names of the tensors that it returns."""

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
FLAGS = ("return_sequences", "return_state", "go_backwards", "stateful")
SWITCHES = (*FLAGS, "bidirectional")
WEIGHTS = {"constant": N_("Kernels 0.1"), "seed": N_("From a seed")}
LETTERS = {"hidden": "h", "cell": "c"}


@dataclass(frozen=True)
class Call:
    """A recurrent layer with its arguments, named as in Keras, that is called on x; and the next layer.

    Attributes:
        layer: "lstm", "gru" or "simple_rnn".
        units: The size of the state.
        return_sequences: See Keras.
        return_state: See Keras.
        go_backwards: See Keras.
        stateful: See Keras. A stateful layer is called twice.
        bidirectional: Whether a `Bidirectional` wraps the layer.
        merge_mode: The merge mode of the `Bidirectional`, one of MERGE_MODES.
        next_layer: The layer that reads the output: "nothing", "dense" or "time_distributed" (a Dense in a
            TimeDistributed). Its name in a link is "behind".
        dense_units: The units of that Dense.
        weights: "constant" for the weights of `models.constant`, "seed" for those of `models.untrained`.
        seed: The seed of the weights. A backward layer uses `seed + 1`, a Dense `seed + 2`.
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
        """The prefixes in the names of states: one for each direction, and "" for a layer without a Bidirectional."""
        return ("forward", "backward") if self.bidirectional else ("",)

    @property
    def has_two_outputs(self) -> bool:
        """Whether the forward and the backward output are returned separately."""
        return self.bidirectional and self.merge_mode == "None"

    @property
    def output_names(self) -> tuple[str, ...]:
        """The names of the output: "output", or "sequence" with `return_sequences`; two with `merge_mode=None`."""
        name = "sequence" if self.return_sequences else "output"
        return tuple(f"{way}_{name}" for way in self.directions) if self.has_two_outputs else (name,)

    @property
    def state_names(self) -> tuple[str, ...]:
        """The names of the last states, in Keras's order: h, and for an LSTM c."""
        letters = [LETTERS[state] for state in STATES[self.layer]]
        return tuple(f"{way}_{letter}".lstrip("_") for way in self.directions for letter in letters)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the returned tensors, in Keras's order."""
        return self.output_names + (self.state_names if self.return_state else ())


def unused_arguments(values: Mapping[str, object]) -> list[str]:
    """The names of the settings that the call of these values does not use."""
    is_unused = {
        "merge_mode": not values["bidirectional"],
        "dense_units": values["behind"] == "nothing",
        "seed": values["weights"] == "constant",
    }
    return [name for name, unused in is_unused.items() if unused]


def call_of(values: Mapping[str, object]) -> Call:
    """The call for valid values of the settings, by their names in a link. Unused settings have their defaults."""
    given = {**values, "next_layer": values["behind"]}
    names = Call.__dataclass_fields__.keys() - unused_arguments(values)
    return Call(**{name: given[name] for name in names})  # type: ignore[arg-type]


def layer_weights(call: Call, features: int) -> tuple[RecurrentWeights, ...]:
    """The weights of the layer, or of the forward and the backward layer, for inputs with `features` features."""
    ways = range(len(call.directions))
    if call.weights == "constant":
        return tuple(models.constant(call.layer, call.units, features).weights for _ in ways)
    return tuple(models.untrained(call.layer, call.units, features, call.seed + way).weights for way in ways)


def dense_weights(call: Call, rows: int) -> tuple[np.ndarray, np.ndarray]:
    """Kernel (rows, dense_units) and bias (dense_units,) of the Dense, for outputs with `rows` features."""
    bias = np.zeros(call.dense_units, "float32")
    if call.weights == "constant":
        return np.full((rows, call.dense_units), models.CONSTANT, "float32"), bias
    draw = np.random.default_rng(call.seed + 2)
    return models.glorot_uniform(draw, rows, call.dense_units).astype("float32"), bias


def layer_code(call: Call, **changed: bool) -> str:
    """The code of the layer: "Bidirectional(LSTM(3, return_state=True), merge_mode='sum')".

    Args:
        call: The layer with its arguments.
        **changed: Arguments that replace those of the call.
    """
    call = replace(call, **changed)  # type: ignore[arg-type]
    given = [str(call.units), *(f"{name}=True" for name in FLAGS if getattr(call, name))]
    layer = f"{KERAS_NAMES[call.layer]}({', '.join(given)})"
    if not call.bidirectional:
        return layer
    modes = {"concat": "", "None": ", merge_mode=None"}
    mode = modes.get(call.merge_mode, f', merge_mode="{call.merge_mode}"')
    return f"Bidirectional({layer}{mode})"


def next_layer_code(call: Call) -> str:
    """The code of the next layer; "" if there is none."""
    dense = f"Dense({call.dense_units})"
    return {"nothing": "", "dense": dense, "time_distributed": f"TimeDistributed({dense})"}[call.next_layer]


def call_code(call: Call) -> str:
    """The code of the call: "output, h, c = LSTM(3, return_state=True)(x)", a line for each layer and call."""
    names = ", ".join(call.names)
    lines = [f"{names} = {layer_code(call)}(x)"]
    if call.stateful:
        again = ", ".join(second(name) for name in call.names)
        lines = [f"layer = {layer_code(call)}", f"{names} = layer(x)", f"{again} = layer(x)"]
    if call.next_layer != "nothing":
        lines.append(f"y = {next_layer_code(call)}({output_code(call)})")
    return "\n".join(lines)


def output_code(call: Call) -> str:
    """The code of the next layer's argument: the output, or both outputs with `merge_mode=None`."""
    names = ", ".join(call.output_names)
    return f"[{names}]" if call.has_two_outputs else names


def second(name: str) -> str:
    """The name of the tensor that the second call of a stateful layer returns for `name`."""
    return f"second_{name}"
