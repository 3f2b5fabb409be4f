"""One step of each recurrent layer, written once for both numpy arrays and Keras tensors.

The columns of every kernel and bias are in Keras's order: input, forget, candidate, output for an LSTM; update, reset,
candidate for a GRU.
"""

from collections.abc import Callable
from typing import Any, NamedTuple

Array = Any  # numpy array or Keras tensor: only `@`, `+`, `*`, `-` and slices are used
Change = Callable[[str, Array], Array]  # a signal's name and the array that the step computed → the array to use
Step = Callable[..., tuple[tuple[Array, ...], tuple[Array, ...]]]

SIGNALS = {
    "lstm": ("input_gate", "forget_gate", "candidate", "output_gate", "cell", "hidden"),
    "gru": ("update_gate", "reset_gate", "candidate", "hidden"),
    "simple_rnn": ("hidden",),
}
STATES = {"lstm": ("hidden", "cell"), "gru": ("hidden",), "simple_rnn": ("hidden",)}
GATES = {
    "lstm": ("input_gate", "forget_gate", "candidate", "output_gate"),
    "gru": ("update_gate", "reset_gate", "candidate"),
    "simple_rnn": ("hidden",),
}
SIGNAL_ORDER = (
    "forget_gate",
    "input_gate",
    "update_gate",
    "reset_gate",
    "candidate",
    "output_gate",
    "cell",
    "hidden",
)
"""The order in which signals are shown, in pictures and tables: what the memory loses, gains and shows."""
KEEPING_GATE = {"lstm": "forget_gate", "gru": "update_gate"}
"""Kind → the gate that says how much of the state is kept. A SimpleRNN has none."""


class Recurrence(NamedTuple):
    """The recurrent part of a layer: what a step needs in addition to its input and its states.

    Attributes:
        kernel: The recurrent kernel, shape (units, gates * units).
        bias: The recurrent bias, shape (gates * units,), or 0. Only a GRU with `reset_after` has one.
        activation: The activation of the candidate, of an LSTM's cell state and of a SimpleRNN's state.
        recurrent_activation: The activation of the gates. Unused by a SimpleRNN.
        reset_after: Whether a GRU's reset gate acts after the recurrent product (True) or before it (False).
    """

    kernel: Array
    bias: Array
    activation: Callable[[Array], Array]
    recurrent_activation: Callable[[Array], Array]
    reset_after: bool


def unchanged(name: str, signal: Array) -> Array:
    """A `Change` that changes nothing."""
    return signal


def _split(columns: Array, parts: int) -> list[Array]:
    width = columns.shape[-1] // parts
    return [columns[:, part * width : (part + 1) * width] for part in range(parts)]


def lstm_step(from_input: Array, states: tuple[Array, ...], recurrence: Recurrence, change: Change = unchanged):
    """One step of an LSTM.

    Args:
        from_input: x W + b, shape (batch, 4 * units).
        states: h and c before the step, each (batch, units).
        recurrence: The recurrent part of the layer.
        change: Gets each signal when it is computed. The step continues with the array that it returns.

    Returns:
        The signals in the order of `SIGNALS["lstm"]` and the states (h, c) after the step, each (batch, units).

    Source: Hochreiter & Schmidhuber (1997) with the forget gate of Gers et al. (2000), as in keras.layers.LSTM.
    """
    h, c = states
    i, f, g, o = _split(from_input + h @ recurrence.kernel, 4)
    i = change("input_gate", recurrence.recurrent_activation(i))
    f = change("forget_gate", recurrence.recurrent_activation(f))
    g = change("candidate", recurrence.activation(g))
    o = change("output_gate", recurrence.recurrent_activation(o))
    c = change("cell", f * c + i * g)
    h = change("hidden", o * recurrence.activation(c))
    return (i, f, g, o, c, h), (h, c)


def gru_step(from_input: Array, states: tuple[Array, ...], recurrence: Recurrence, change: Change = unchanged):
    """One step of a GRU.

    Args:
        from_input: x W + b, shape (batch, 3 * units).
        states: (h,) before the step, (batch, units).
        recurrence: The recurrent part of the layer.
        change: Gets each signal when it is computed. The step continues with the array that it returns.

    Returns:
        The signals in the order of `SIGNALS["gru"]` and the states (h,) after the step, each (batch, units).

    Source: Cho et al. (2014), version 1 (`reset_after=False`) and 3 (`reset_after=True`), as in keras.layers.GRU.
    """
    (h,) = states
    x_z, x_r, x_g = _split(from_input, 3)
    w_z, w_r, w_g = _split(recurrence.kernel, 3)
    if recurrence.reset_after:
        h_z, h_r, h_g = _split(h @ recurrence.kernel + recurrence.bias, 3)
    else:
        h_z, h_r = h @ w_z, h @ w_r
    z = change("update_gate", recurrence.recurrent_activation(x_z + h_z))
    r = change("reset_gate", recurrence.recurrent_activation(x_r + h_r))
    g = x_g + (r * h_g if recurrence.reset_after else (r * h) @ w_g)
    g = change("candidate", recurrence.activation(g))
    h = change("hidden", z * h + (1 - z) * g)
    return (z, r, g, h), (h,)


def simple_rnn_step(from_input: Array, states: tuple[Array, ...], recurrence: Recurrence, change: Change = unchanged):
    """One step of a SimpleRNN.

    Args:
        from_input: x W + b, shape (batch, units).
        states: (h,) before the step, (batch, units).
        recurrence: The recurrent part of the layer.
        change: Gets each signal when it is computed. The step continues with the array that it returns.

    Returns:
        The signals (h,) and the states (h,) after the step, each (batch, units).

    Source: Elman (1990), as in keras.layers.SimpleRNN.
    """
    (h,) = states
    h = change("hidden", recurrence.activation(from_input + h @ recurrence.kernel))
    return (h,), (h,)


STEPS: dict[str, Step] = {"lstm": lstm_step, "gru": gru_step, "simple_rnn": simple_rnn_step}
