"""The paths of sequences through a layer's state, along the three directions in which the state varies most."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from lstm_viz.data import InputError
from lstm_viz.engine.cell import STATES
from lstm_viz.engine.trace import Trace
from lstm_viz.explain.step import check_index

DIMENSIONS = 3


@dataclass(frozen=True, eq=False)
class StateSpace:
    """Paths through a layer's state, projected on the same three axes.

    Attributes:
        paths: Name → shape (1 + steps, 3), float64: the initial state of the sequence and the state after each step, in
            the order in which the steps were read.
        shares: Shape (3,), the fraction of all states' variance along each axis, from largest to smallest. They add up
            to at most 1.
        axes: Shape (3, units), orthogonal and of length 1. If the states vary in fewer than three directions, the other
            axes are zeros, as are their fractions and their part of each path.
        mean: Shape (units,), the mean of all states, which is the origin of the axes: state ~ mean + path @ axes.
    """

    paths: Mapping[str, np.ndarray]
    shares: np.ndarray
    axes: np.ndarray
    mean: np.ndarray


def state_space(passes: Mapping[str, Trace], *, state: str, sample: int = 0) -> StateSpace:
    """Computes the principal components of the states of several sequences together.

    Args:
        passes: Name → trace, of one layer or of layers of one size. The number of steps may differ.
        state: "hidden", or "cell" for an LSTM.
        sample: Index of the sample in each batch, 0 <= sample < batch.

    Returns:
        The paths and their axes. The largest component of each axis is positive, so that the same states always give
        the same numbers.

    Raises:
        ValueError: If `passes` is empty or of different sizes, or a layer has no such state.
        IndexError: If `sample` is outside a batch.
        InputError: If a state is not finite, for example after a training that diverged.

    Source: principal component analysis (Jolliffe, 2002, "Principal Component Analysis").
    """
    if len({trace.units for trace in passes.values()}) != 1:
        raise ValueError(f"passes must be of one size, not {[trace.units for trace in passes.values()]} units.")
    visited = {name: _visited(trace, state, sample) for name, trace in passes.items()}
    states = np.concatenate(list(visited.values()))
    if not np.isfinite(states).all():
        raise InputError("The states are not finite numbers, so they cannot be drawn.")
    mean = states.mean(axis=0)
    axes, shares = _principal_axes(states - mean)
    paths = {name: (points - mean) @ axes.T for name, points in visited.items()}
    return StateSpace(paths, shares, axes, mean)


def _visited(trace: Trace, state: str, sample: int) -> np.ndarray:
    """The initial state and the state after each step, in the order of reading: shape (1 + steps, units), float64."""
    check_index("sample", sample, len(trace.inputs))
    if state not in STATES[trace.kind]:
        raise ValueError(f"state of this {trace.kind} must be one of {', '.join(STATES[trace.kind])}, not {state!r}.")
    first = trace.initial_state[STATES[trace.kind].index(state)][sample]
    after = trace.signals[state][sample, :: -1 if trace.go_backwards else 1]
    return np.vstack([first, after]).astype(float)


def _principal_axes(centred: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The axes (3, units) and fractions of the variance (3,) of states (points, units) whose mean is 0."""
    axes, shares = np.zeros((DIMENSIONS, centred.shape[1])), np.zeros(DIMENSIONS)
    # Eigenvalues, not singular values: numpy computes those in threads, which take 100 times as long on a busy machine.
    variances, columns = np.linalg.eigh(centred.T @ centred)
    variances, directions = variances[::-1], columns.T[::-1]
    # Directions without variance are left out: only rounding would decide them.
    found = min(DIMENSIONS, int((variances > variances[0] * max(centred.shape) * np.finfo(float).eps).sum()))
    largest = np.abs(directions[:found]).argmax(axis=1)
    axes[:found] = directions[:found] * np.sign(directions[np.arange(found), largest])[:, None]
    shares[:found] = variances[:found] / variances.sum() if found else 0
    return axes, shares
