"""Runs a recurrent layer over its inputs with Keras, compiled."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache, partial
from typing import Any

import keras
import numpy as np
import tensorflow as tf
from numpy.typing import ArrayLike

from lstm_viz.engine import arguments
from lstm_viz.engine.arguments import Arguments, State
from lstm_viz.engine.cell import SIGNALS, Recurrence
from lstm_viz.engine.keras.activations import activation
from lstm_viz.engine.keras.cell import CellWeights, SignalCell, cell_weights, with_mask
from lstm_viz.engine.keras.layers import as_array
from lstm_viz.engine.trace import Trace
from lstm_viz.engine.weights import RecurrentWeights

HALVED = 100_000_000
"""The number of multiplications from which the two halves of a batch are run at the same time."""


def run(
    weights: RecurrentWeights,
    inputs: ArrayLike,
    *,
    initial_state: State = None,
    mask: ArrayLike | None = None,
    cell: Any = None,
) -> Trace:
    """The trace of a layer over its inputs.

    Args:
        weights: The layer.
        inputs: Shape (batch, time, features).
        initial_state: One array (batch, units) for each state; zeros if None.
        mask: Shape (batch, time), False at a step that is skipped.
        cell: The Keras cell from which `weights` were read, if any. Its activations are used directly, and its weights
            are not copied.

    Returns:
        The trace, within 1e-6 of Keras.

    Raises:
        ValueError: If a shape does not fit, or Keras has no activation of that name.
    """
    given = arguments.check(weights, inputs, initial_state, mask)
    recorded = _record(weights, given, _without_cell(weights) if cell is None else cell_weights(cell))
    names = SIGNALS[weights.kind]
    return Trace(weights, given.inputs, dict(zip(names, recorded, strict=True)), given.initial_state, given.mask)


def _without_cell(weights: RecurrentWeights) -> CellWeights:
    recurrence = Recurrence(
        kernel=weights.recurrent_kernel,
        bias=weights.recurrent_bias,
        activation=activation(weights.activation),
        recurrent_activation=activation(weights.recurrent_activation),
        reset_after=weights.reset_after,
    )
    return CellWeights(weights.kernel, weights.input_bias, recurrence)


def _record(weights: RecurrentWeights, given: Arguments, parts: CellWeights) -> list[np.ndarray]:
    batch, time = given.inputs.shape[:2]
    as_read = slice(None, None, -1 if weights.go_backwards else 1)
    loop = parts.recurrence
    compiled = _compiled(weights.kind, loop.activation, loop.recurrent_activation, loop.reset_after)
    inputs = _padded(given.inputs[:, as_read])
    mask = None if given.mask is None else _padded(given.mask[:, as_read])

    def record(samples: slice) -> np.ndarray:
        states = tuple(state[samples] for state in given.initial_state)
        read = None if mask is None else mask[samples]
        return as_array(compiled(inputs[samples], states, read, parts.kernel, parts.bias, loop.kernel, loop.bias))

    of_all = record if batch % 2 or multiplications(weights, given.inputs) < HALVED else partial(_in_halves, record)
    side_by_side = of_all(slice(0, batch))[:time][as_read].swapaxes(0, 1)
    return np.split(side_by_side, len(SIGNALS[weights.kind]), axis=-1)


def multiplications(weights: RecurrentWeights, inputs: ArrayLike) -> int:
    """The number of multiplications in the two products of a layer over its inputs, (batch, time, features)."""
    batch, time = np.shape(inputs)[:2]
    return batch * time * (weights.kernel.size + weights.recurrent_kernel.size)


def _in_halves(record: Callable[[slice], np.ndarray], samples: slice) -> np.ndarray:
    """Records both halves of the samples at the same time, (time, batch, signals * units)."""
    half = samples.stop // 2
    with ThreadPoolExecutor(1) as other_thread:
        second = other_thread.submit(record, slice(half, samples.stop))
        recorded = np.concatenate([record(slice(0, half)), second.result()], axis=1)
    recorded.setflags(write=False)  # else the trace would copy it
    return recorded


def _padded(array: np.ndarray) -> np.ndarray:
    """Adds steps at the end, so that few lengths are compiled: at most eight from one length to its double."""
    time = array.shape[1]
    quantum = max(8, 2 ** (time.bit_length() - 4))
    added = -time % quantum
    return np.pad(array, [(0, 0), (0, added), *[(0, 0)] * (array.ndim - 2)]) if added else array


@lru_cache(maxsize=32)
def _compiled(kind: str, of_candidate: Any, of_gates: Any, reset_after: bool) -> Callable[..., Any]:
    """A compiled function of inputs, states, mask and weights, shared by all layers with these options."""
    # XLA can compile every activation of Keras, but perhaps not a custom function. An LSTM is then as near to the exact
    # values as Keras is; a GRU and a SimpleRNN would be twice as far.
    jit = kind == "lstm" and all(_is_keras(function) for function in (of_candidate, of_gates))

    @tf.function(jit_compile=jit, autograph=False)
    def signals(inputs, states, mask, kernel, bias, recurrent_kernel, recurrent_bias):
        loop = Recurrence(recurrent_kernel, recurrent_bias, of_candidate, of_gates, reset_after)
        cell = SignalCell(kind, recurrent_kernel.shape[0], lambda: (bias, loop))
        # Keras's loop moves time to the front and back. With the same transposes here, XLA drops both on large arrays.
        from_input = tf.transpose(tf.transpose(inputs, (1, 0, 2)) @ kernel, (1, 0, 2))
        recorded = keras.layers.RNN(cell, return_sequences=True)(with_mask(from_input, mask), initial_state=states)
        return tf.transpose(recorded, (1, 0, 2))

    return signals


def _is_keras(function: Any) -> bool:
    return getattr(function, "__module__", "").startswith("keras.")
