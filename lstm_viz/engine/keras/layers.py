"""Reads a Keras layer: its weights, and the options that change its numbers."""

from collections.abc import Callable
from typing import Any

import keras
import numpy as np
import tensorflow as tf

from lstm_viz.engine.keras.activations import activation
from lstm_viz.engine.weights import RecurrentWeights

CELLS: dict[type[Any], str] = {
    keras.layers.LSTMCell: "lstm",
    keras.layers.GRUCell: "gru",
    keras.layers.SimpleRNNCell: "simple_rnn",
}
LAYERS = (keras.layers.LSTM, keras.layers.GRU, keras.layers.SimpleRNN, keras.layers.RNN)
TRACED = "LSTM, GRU, SimpleRNN, an RNN of one of their cells, or a Bidirectional of these"


def recurrent_layers(layer: keras.layers.Layer) -> tuple[keras.layers.Layer, ...]:
    """The layer itself, or the forward and the backward layer of a Bidirectional, each checked.

    Raises:
        TypeError: If `layer` is not a Keras layer that can be traced.
        ValueError: If the layer is not built yet, or does not compute in float32.
    """
    found: tuple[keras.layers.Layer, ...] = (layer,)
    if type(layer) is keras.layers.Bidirectional:
        _check_dtype(layer)  # it casts its inputs and outputs, whatever its layers compute in
        found = (layer.forward_layer, layer.backward_layer)
    for half in found:
        _check_type(half)
        _check_dtype(half)
        _check_dtype(half.cell)
        if not (half.built and half.cell.built):
            raise ValueError(f"layer {layer.name!r} has no weights yet: call it on data, or build it, before tracing.")
    return found


def _check_type(layer: Any) -> None:
    if not isinstance(layer, keras.layers.Layer):
        raise TypeError(f"layer must be {TRACED}, or RecurrentWeights, not {type(layer).__name__}.")
    cell = getattr(layer, "cell", None)
    if type(layer) in LAYERS and type(cell) in CELLS:
        return
    what = type(layer).__name__
    if type(layer) in LAYERS:
        what = f"an {what} of {type(cell).__name__}"
    raise TypeError(f"layer must be {TRACED}; {layer.name!r} is {what}, which cannot be traced.")


def _check_dtype(layer: Any) -> None:
    if (layer.compute_dtype, layer.variable_dtype) != ("float32", "float32"):
        policy = layer.dtype_policy.name
        raise ValueError(f"layer {layer.name!r} must compute in float32 to be traced; its policy is {policy!r}.")


def recurrent_weights(layer: keras.layers.Layer) -> RecurrentWeights:
    """The layer's current weights, with its options. Later training does not change them.

    Args:
        layer: A layer that `recurrent_layers` returned.
    """
    cell = layer.cell
    return RecurrentWeights(
        kind=CELLS[type(cell)],
        kernel=as_array(cell.kernel),
        recurrent_kernel=as_array(cell.recurrent_kernel),
        bias=None if cell.bias is None else as_array(cell.bias),
        activation=activation_name(cell.activation),
        recurrent_activation=activation_name(getattr(cell, "recurrent_activation", None)),
        reset_after=getattr(cell, "reset_after", True),
        go_backwards=layer.go_backwards,
        zero_output_for_mask=layer.zero_output_for_mask,
        unroll=layer.unroll,
    )


def as_array(values: Any) -> np.ndarray:
    """The values of a tensor, or the current values of a variable, without a copy: tensors never change.

    A variable that is trained later takes new memory, so that the returned array stays the same.
    """
    return np.asarray(memoryview(tf.convert_to_tensor(values)))


def activation_name(function: Callable[..., Any] | None) -> str:
    """Keras's name of an activation; for a custom function its module and name, which is never a name of Keras."""
    if function is None:
        return "sigmoid"
    name = getattr(function, "__name__", type(function).__name__)
    try:
        if activation(name) is function:
            return name
    except ValueError:  # Keras has no activation of that name
        pass
    return f"{getattr(function, '__module__', '')}.{name}"


def current_state(layer: keras.layers.Layer) -> list[np.ndarray] | None:
    """The states that a stateful layer keeps from its last call, each (batch, units); None if it keeps none."""
    if not layer.stateful or layer.states is None:
        return None
    return [as_array(state) for state in layer.states]
