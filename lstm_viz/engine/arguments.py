"""The inputs, initial state and mask of a pass, checked in one place for both engines."""

from collections.abc import Sequence
from typing import Any, NamedTuple, cast

import numpy as np
from numpy.typing import ArrayLike

from lstm_viz.engine.cell import STATES
from lstm_viz.engine.weights import RecurrentWeights

State = ArrayLike | Sequence[ArrayLike] | None


class Arguments(NamedTuple):
    """The checked arguments of a pass over a layer.

    Attributes:
        inputs: Shape (batch, time, features), float32.
        initial_state: One array of shape (batch, units), float32, for each state.
        mask: Shape (batch, time), False at a step that is skipped; None without a mask.
    """

    inputs: np.ndarray
    initial_state: tuple[np.ndarray, ...]
    mask: np.ndarray | None


def check(
    weights: RecurrentWeights, inputs: ArrayLike, initial_state: State = None, mask: ArrayLike | None = None
) -> Arguments:
    """Checks the arguments of a pass, and converts them to arrays.

    Args:
        weights: The layer.
        inputs: Shape (batch, time, features).
        initial_state: One array (batch, units) for each state, or the array itself for a layer with one state; zeros if
            None.
        mask: Shape (batch, time), False at a step that is skipped.

    Raises:
        ValueError: If an argument does not hold numbers, or its shape does not fit. NaN is allowed, as in Keras.
    """
    inputs = _inputs(weights, inputs)
    batch, time = inputs.shape[:2]
    if mask is not None:
        mask = np.asarray(mask).astype(bool)
        if mask.shape != (batch, time):
            raise ValueError(f"mask must have shape (batch, time) = {(batch, time)}, not {mask.shape}.")
    return Arguments(inputs, _states(weights, initial_state, batch), mask)


def split_states(counts: Sequence[int], initial_state: Any) -> tuple[State, State]:
    """The initial states of the forward and of the backward layer of a Bidirectional.

    Args:
        counts: How many states each of the two layers has.
        initial_state: The forward states, then the backward states; None for zeros.

    Raises:
        ValueError: If there are not as many states.
    """
    if initial_state is None:
        return None, None
    if len(initial_state) != sum(counts):
        expected = f"{counts[0]} forward and {counts[1]} backward states"
        raise ValueError(f"initial_state of this Bidirectional must hold {expected}, not {len(initial_state)} arrays.")
    return initial_state[: counts[0]], initial_state[counts[0] :]


def _inputs(weights: RecurrentWeights, inputs: ArrayLike) -> np.ndarray:
    inputs = _numbers("inputs", inputs)
    if inputs.ndim != 3 or inputs.shape[2] != weights.features:
        raise ValueError(f"inputs must have shape (batch, time, {weights.features}), not {inputs.shape}.")
    if 0 in inputs.shape:
        raise ValueError(f"inputs must hold at least one sample and one step, not {inputs.shape}.")
    return inputs


def _states(weights: RecurrentWeights, initial_state: State, batch: int) -> tuple[np.ndarray, ...]:
    names = STATES[weights.kind]
    if initial_state is None:
        return (np.zeros((batch, weights.units), np.float32),) * len(names)
    states: list[Any] = [initial_state] if hasattr(initial_state, "shape") else list(cast("Any", initial_state))
    if len(states) != len(names):
        raise ValueError(f"initial_state of this {weights.kind} must hold {' and '.join(names)}, not {len(states)}.")
    arrays = tuple(_numbers("initial_state", state) for state in states)
    for name, array in zip(names, arrays, strict=True):
        if array.shape != (batch, weights.units):
            expected = f"(batch, units) = {(batch, weights.units)}"
            raise ValueError(f"initial_state: {name} must have shape {expected}, not {array.shape}.")
    return arrays


def _numbers(name: str, values: Any) -> np.ndarray:
    try:
        array = np.asarray(values)
    except ValueError as error:
        raise ValueError(f"{name} must be an array, with rows of one length: {error}") from error
    if array.dtype.kind not in "biuf":
        raise ValueError(f"{name} must be numbers, not {array.dtype}.")
    return array.astype(np.float32, copy=False)
