"""A Keras cell that computes a recurrent layer and outputs every gate and state at each step."""

from collections.abc import Callable
from typing import Any, NamedTuple

import keras

from lstm_viz.engine.cell import GATES, SIGNALS, STATES, STEPS, Recurrence

Tensor = Any


class SignalCell(keras.layers.Layer):
    """A cell for `keras.layers.RNN` whose output is all signals of the step, concatenated.

    Its input is x W, shape (batch, gates * units). A mask adds one column: 1 if the step is read, 0 if it is skipped.
    Keras's own mask would repeat the gates of the previous step; this cell repeats only the states.

    Args:
        kind: "lstm", "gru" or "simple_rnn".
        units: Size of the state.
        weights: Returns b, shape (gates * units,), and the recurrent part of the layer. Each call of the cell calls it,
            so that trained weights are used.
    """

    def __init__(self, kind: str, units: int, weights: Callable[[], tuple[Tensor, Recurrence]], **kwargs: Any):
        super().__init__(**kwargs)
        self.kind = kind
        self.units = units
        self.weights_now = weights
        self.columns = len(GATES[kind]) * units
        self.state_size = [units] * len(STATES[kind])
        self.output_size = units * len(SIGNALS[kind])

    def call(self, inputs: Tensor, states: Any) -> tuple[Tensor, list[Tensor]]:
        """Computes one step. The states and their order are as in Keras."""
        bias, recurrence = self.weights_now()
        # The bias is added here, because adding it to all steps together would read and write a large array once more.
        signals, after = STEPS[self.kind](inputs[..., : self.columns] + bias, tuple(states), recurrence)
        if inputs.shape[-1] > self.columns:
            read = inputs[..., self.columns :] > 0
            after = tuple(keras.ops.where(read, new, old) for new, old in zip(after, states, strict=True))
            named = dict(zip(SIGNALS[self.kind], signals, strict=True))
            signals = tuple((named | dict(zip(STATES[self.kind], after, strict=True))).values())
        return keras.ops.concatenate(signals, axis=-1), list(after)


def with_mask(from_input: Tensor, mask: Tensor | None) -> Tensor:
    """The inputs of a `SignalCell`.

    Args:
        from_input: x W, shape (batch, time, gates * units).
        mask: Shape (batch, time), False at a step that is skipped; None without a mask.
    """
    if mask is None:
        return from_input
    read = keras.ops.cast(mask, from_input.dtype)[..., None]
    return keras.ops.concatenate([from_input, read], axis=-1)


class CellWeights(NamedTuple):
    """A Keras cell's current weights as tensors, and its activations.

    Attributes:
        kernel: Shape (features, gates * units).
        bias: Shape (gates * units,), or 0.
        recurrence: The recurrent part of the layer.
    """

    kernel: Tensor
    bias: Tensor
    recurrence: Recurrence


def cell_weights(cell: Any) -> CellWeights:
    """Reads the weights of an LSTMCell, GRUCell or SimpleRNNCell."""
    bias, recurrent_bias = cell.bias, 0.0
    if bias is not None and len(bias.shape) == 2:
        bias, recurrent_bias = bias[0], bias[1]
    recurrence = Recurrence(
        kernel=keras.ops.convert_to_tensor(cell.recurrent_kernel),
        bias=recurrent_bias,
        activation=cell.activation,
        recurrent_activation=getattr(cell, "recurrent_activation", cell.activation),
        reset_after=getattr(cell, "reset_after", True),
    )
    bias = 0.0 if bias is None else keras.ops.convert_to_tensor(bias)
    return CellWeights(keras.ops.convert_to_tensor(cell.kernel), bias, recurrence)
