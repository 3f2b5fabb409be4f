"""Runs a recurrent layer over its inputs with numpy, without TensorFlow."""

from collections.abc import Callable
from functools import partial

import numpy as np
from numpy.typing import ArrayLike

from lstm_viz.engine import arguments
from lstm_viz.engine.activations import ACTIVATIONS, activation
from lstm_viz.engine.arguments import Arguments, State
from lstm_viz.engine.cell import SIGNALS, STATES, STEPS, Recurrence, unchanged
from lstm_viz.engine.trace import Trace
from lstm_viz.engine.weights import RecurrentWeights

Change = Callable[[int, str, np.ndarray], np.ndarray]  # the step, the signal's name, its array → the array to use
BLOCK = 64
"""How many units the recurrent product sums at a time."""


class SummedInBlocks(np.ndarray):
    """A recurrent kernel whose product with a state is summed in blocks of 64 units.

    Some processors' matrix products add all units up in one float32 number. Over 200 units the rounding errors of that
    take a trace two to three times as far from the exact values as Keras is.
    """

    def __rmatmul__(self, state: np.ndarray) -> np.ndarray:  # type: ignore[override]
        kernel = self.view(np.ndarray)
        product = state[:, :BLOCK] @ kernel[:BLOCK]
        for start in range(BLOCK, len(kernel), BLOCK):
            product += state[:, start : start + BLOCK] @ kernel[start : start + BLOCK]
        return product


def run(
    weights: RecurrentWeights,
    inputs: ArrayLike,
    *,
    initial_state: State = None,
    mask: ArrayLike | None = None,
    change: Change | None = None,
) -> Trace:
    """The trace of a layer over its inputs.

    Args:
        weights: The layer.
        inputs: Shape (batch, time, features).
        initial_state: One array (batch, units) for each state; zeros if None.
        mask: Shape (batch, time), False at a step that is skipped.
        change: Gets each signal (batch, units) when it is computed. The pass continues with the array that it returns.
            At a masked step these arrays are discarded, like everything that the step computes.

    Returns:
        The trace. On weights of ordinary size it is within 1e-6 of Keras, and at most twice as far from the exact
        values as Keras is, unless the layer itself makes small differences grow (`tests/engine/test_distance.py`).

    Raises:
        ValueError: If a shape does not fit, or the numpy engine does not have the activation.
    """
    given = arguments.check(weights, inputs, initial_state, mask)
    with np.errstate(over="ignore", invalid="ignore"):  # Keras does not warn of inf and NaN either; they are shown
        recorded = _record(weights, given, change)
    names = SIGNALS[weights.kind]
    return Trace(weights, given.inputs, dict(zip(names, recorded, strict=True)), given.initial_state, given.mask)


def supports(weights: RecurrentWeights) -> bool:
    """Whether the numpy engine has the layer's activations."""
    return {weights.activation, weights.recurrent_activation} <= set(ACTIVATIONS)


def recurrence(weights: RecurrentWeights) -> Recurrence:
    """The recurrent part of a layer, for a step in numpy."""
    kernel = weights.recurrent_kernel
    return Recurrence(
        kernel=kernel if weights.units <= BLOCK else kernel.view(SummedInBlocks),
        bias=weights.recurrent_bias,
        activation=activation(weights.activation),
        recurrent_activation=activation(weights.recurrent_activation),
        reset_after=weights.reset_after,
    )


def _record(weights: RecurrentWeights, given: Arguments, change: Change | None) -> list[np.ndarray]:
    step, loop = STEPS[weights.kind], recurrence(weights)
    carried = [SIGNALS[weights.kind].index(name) for name in STATES[weights.kind]]
    from_input, states = _from_input(weights, given.inputs), given.initial_state
    # Time is the first axis in memory, so that each step is one block.
    recorded = [np.empty((*from_input.shape[:2], weights.units), np.float32) for _ in SIGNALS[weights.kind]]
    order = range(len(from_input))
    for time in reversed(order) if weights.go_backwards else order:
        signals, after = step(from_input[time], states, loop, partial(change, time) if change else unchanged)
        for buffer, signal in zip(recorded, signals, strict=True):
            buffer[time] = signal
        if given.mask is not None:
            read = given.mask[:, time, None]
            after = tuple(np.where(read, new, old) for new, old in zip(after, states, strict=True))
            for signal, state in zip(carried, after, strict=True):
                recorded[signal][time] = state
        states = after
    return [_finished(buffer) for buffer in recorded]


def _from_input(weights: RecurrentWeights, inputs: np.ndarray) -> np.ndarray:
    """X W + b of all steps, shape (time, batch, gates * units)."""
    product = inputs.swapaxes(0, 1) @ weights.kernel
    product += weights.input_bias
    return product


def _finished(buffer: np.ndarray) -> np.ndarray:
    buffer.setflags(write=False)
    return buffer.swapaxes(0, 1)
