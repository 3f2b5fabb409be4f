"""Goes back through a recurrent layer: from the gradient by its hidden states to the gradient by its inputs.

The gates are computed again from the states of the trace, all steps at once and in float64. Only the way back through
the states is a loop.
"""

from collections.abc import Callable
from math import pi, sqrt
from typing import NamedTuple

import numpy as np

from lstm_viz.engine.activations import ACTIVATIONS, HARD_SIGMOID_OF_KERAS_2, SELU_ALPHA, SELU_SCALE
from lstm_viz.engine.cell import STATES
from lstm_viz.engine.trace import Trace
from lstm_viz.engine.weights import RecurrentWeights

Slope = Callable[[np.ndarray], np.ndarray]
Back = Callable[[int, tuple[np.ndarray, ...]], tuple[np.ndarray, tuple[np.ndarray, ...]]]
"""A step back: the step, and the gradients by the states after it → those by x W + b, and by the states before it."""

_sigmoid, _tanh = ACTIVATIONS["sigmoid"], np.tanh


def _of_sigmoid(x):
    y = _sigmoid(x)
    return y * (1 - y)


def _of_hard_sigmoid(x):
    return (np.abs(x) < 3) / 6


def _of_elu(x):
    return np.where(x > 0, 1.0, np.exp(np.minimum(x, 0)))


def _of_mish(x):
    y = _tanh(ACTIVATIONS["softplus"](x))
    return y + x * (1 - y**2) * _sigmoid(x)


SLOPES: dict[str, Slope] = {
    "linear": np.ones_like,
    "tanh": lambda x: 1 - _tanh(x) ** 2,
    "sigmoid": _of_sigmoid,
    "hard_sigmoid": _of_hard_sigmoid,
    HARD_SIGMOID_OF_KERAS_2: lambda x: (np.abs(x) < 2.5) * 0.2,
    "relu": lambda x: (x > 0) * 1.0,
    "relu6": lambda x: ((x > 0) & (x < 6)) * 1.0,
    "leaky_relu": lambda x: np.where(x > 0, 1.0, 0.2),
    "elu": _of_elu,
    "selu": lambda x: SELU_SCALE * np.where(x > 0, 1.0, SELU_ALPHA * np.exp(np.minimum(x, 0))),
    "celu": _of_elu,
    "gelu": lambda x: np.where(x == 0, 0.5, ACTIVATIONS["gelu"](x) / np.where(x == 0, 1, x)) + x * _bell(x),
    "silu": lambda x: _sigmoid(x) + x * _of_sigmoid(x),
    "hard_silu": lambda x: ACTIVATIONS["hard_sigmoid"](x) + x * _of_hard_sigmoid(x),
    "mish": _of_mish,
    "softplus": _sigmoid,
    "softsign": lambda x: 1 / (1 + np.abs(x)) ** 2,
    "exponential": np.exp,
    "hard_tanh": lambda x: (np.abs(x) < 1) * 1.0,
}
"""Keras's name of an activation → its derivative. softmax and log_softmax have none of a single number."""


def _bell(x):
    return np.exp(-(x**2) / 2) / sqrt(2 * pi)


def has_slopes(weights: RecurrentWeights) -> bool:
    """Whether `input_gradient` can go back through this layer: each of its activations acts on single numbers."""
    return {weights.activation, weights.recurrent_activation} <= set(SLOPES)


def input_gradient(
    trace: Trace, hidden: np.ndarray, final: tuple[np.ndarray, ...] = ()
) -> tuple[np.ndarray, tuple[np.ndarray, ...]]:
    """The gradient of a number by what the layer read.

    Args:
        trace: The trace of the layer.
        hidden: The gradient of the number by the hidden state at each step, in the input's order, (batch, time, units).
        final: Its gradient by the states after the last step, as far as it depends on them by themselves.

    Returns:
        The gradients by the inputs, (batch, time, features), and by each initial state, (batch, units), in float64.

    Raises:
        KeyError: If an activation has no slope; see `has_slopes`.

    Source: back-propagation through time, Werbos (1990).
    """
    weights = trace.weights
    kernel = weights.kernel.astype(float)
    steps = _steps(trace, kernel)
    back = BACK[weights.kind](weights, steps)
    wanted = _time_first(hidden)
    carried = final or tuple(np.zeros(wanted.shape[1:]) for _ in STATES[weights.kind])
    columns = np.empty_like(steps.from_input)
    order = range(len(wanted))
    for time in order if weights.go_backwards else reversed(order):
        carried = (carried[0] + wanted[time], *carried[1:])
        columns[time], before = back(time, carried)
        if trace.mask is not None:
            read = trace.mask[:, time, None]
            columns[time] = np.where(read, columns[time], 0)  # not a product: NaN times 0 is NaN
            before = tuple(np.where(read, new, old) for new, old in zip(before, carried, strict=True))
        carried = before
    return (columns @ kernel.T).swapaxes(0, 1), carried


class _Steps(NamedTuple):
    """What the steps read: x W + b, and the states before and after them; each (time, batch, …), float64."""

    from_input: np.ndarray
    before: tuple[np.ndarray, ...]
    after: tuple[np.ndarray, ...]


def _steps(trace: Trace, kernel: np.ndarray) -> _Steps:
    names = STATES[trace.kind]
    return _Steps(
        _time_first(trace.inputs) @ kernel + trace.weights.input_bias,
        tuple(_time_first(trace.before(name)) for name in names),
        tuple(_time_first(trace.signals[name]) for name in names),
    )


def _time_first(array: np.ndarray) -> np.ndarray:
    return array.astype(float).swapaxes(0, 1)


def _lstm(weights: RecurrentWeights, steps: _Steps) -> Back:
    kernel = weights.recurrent_kernel.astype(float)
    (h, c), (_, new_c) = steps.before, steps.after
    i, f, g, o = np.split(steps.from_input + h @ kernel, 4, axis=-1)
    gate, slope = ACTIVATIONS[weights.recurrent_activation], SLOPES[weights.recurrent_activation]
    candidate, bend = ACTIVATIONS[weights.activation], SLOPES[weights.activation]
    keep, shown = gate(f), candidate(new_c)
    # What c and h change by, for a change of each column and of c itself.
    by_i, by_f, by_g = candidate(g) * slope(i), c * slope(f), gate(i) * bend(g)
    by_o, by_c = shown * slope(o), gate(o) * bend(new_c)

    def back(time: int, states: tuple[np.ndarray, ...]):
        dh, dc = states
        dc = dc + dh * by_c[time]
        columns = np.concatenate([dc * by_i[time], dc * by_f[time], dc * by_g[time], dh * by_o[time]], axis=-1)
        return columns, (columns @ kernel.T, dc * keep[time])

    return back


def _gru(weights: RecurrentWeights, steps: _Steps) -> Back:
    kernel = weights.recurrent_kernel.astype(float)
    units, (h,) = weights.units, steps.before
    x_z, x_r, x_g = np.split(steps.from_input, 3, axis=-1)
    h_z, h_r, h_g = np.split(h @ kernel + weights.recurrent_bias, 3, axis=-1)
    gate, slope = ACTIVATIONS[weights.recurrent_activation], SLOPES[weights.recurrent_activation]
    z, r = gate(x_z + h_z), gate(x_r + h_r)
    to_g = kernel[:, 2 * units :]
    g = x_g + (r * h_g if weights.reset_after else (r * h) @ to_g)
    by_z, by_g = (h - ACTIVATIONS[weights.activation](g)) * slope(x_z + h_z), (1 - z) * SLOPES[weights.activation](g)
    by_r = (h_g if weights.reset_after else h) * slope(x_r + h_r)

    def back(time: int, states: tuple[np.ndarray, ...]):
        (dh,) = states
        dg = dh * by_g[time]
        reset = dg if weights.reset_after else dg @ to_g.T
        gates = [dh * by_z[time], reset * by_r[time]]
        before = dh * z[time] + np.concatenate(gates, axis=-1) @ kernel[:, : 2 * units].T
        before += (reset * r[time]) @ to_g.T if weights.reset_after else reset * r[time]
        return np.concatenate([*gates, dg], axis=-1), (before,)

    return back


def _simple_rnn(weights: RecurrentWeights, steps: _Steps) -> Back:
    kernel = weights.recurrent_kernel.astype(float)
    by_column = SLOPES[weights.activation](steps.from_input + steps.before[0] @ kernel)

    def back(time: int, states: tuple[np.ndarray, ...]):
        columns = states[0] * by_column[time]
        return columns, (columns @ kernel.T,)

    return back


BACK: dict[str, Callable[[RecurrentWeights, _Steps], Back]] = {"lstm": _lstm, "gru": _gru, "simple_rnn": _simple_rnn}
