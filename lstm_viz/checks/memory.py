"""How long a layer remembers, and how far a small change of its state is carried."""

import numpy as np

from lstm_viz.checks.subject import Part
from lstm_viz.engine.cell import KEEPING_GATE, STATES, STEPS
from lstm_viz.engine.numpy_engine import recurrence

SAMPLES, PROBES, SIZE = 4, 4, 1e-6
MOST_PRODUCTS = 2**28
"""Of a larger layer or a longer sequence, fewer samples are followed."""


def lengths(part: Part) -> np.ndarray:
    """For how many steps each unit keeps what it has written, (units,): 1 if it is gone after a step.

    It is the sum of what is left at the end of what was written 0, 1, 2 … steps before, as the product of the gates
    that keep it; the mean over the samples. Masked steps are not counted.
    """
    read = part.read[..., None]
    with np.errstate(over="ignore", invalid="ignore"):
        kept = np.where(read, part.in_order(KEEPING_GATE[part.weights.kind]).astype(float), 1.0)[:, ::-1]
        left = np.cumprod(kept, axis=1)
        left = np.concatenate([np.ones_like(left[:, :1]), left[:, :-1]], axis=1)
        return (left * read[:, ::-1]).sum(axis=1).mean(axis=0)


def growth(part: Part, start: int) -> np.ndarray:
    """How large a small change of the state before a step has become after each further step, if it began at 1.

    Args:
        part: The layer.
        start: The step, counted from 0 in the order of reading.

    Returns:
        Shape (time - start,), the natural logarithm of the size: the root mean square over a few samples and random
        directions, which is the Frobenius norm of ∂s_t/∂s_start over the root of the size of the state s. It is -inf
        where nothing is left.

    Source: Benettin et al. (1980), who follow a small distance and make it small again after each step; so it is
    right for every activation, and however far it grows.
    """
    weights = part.weights
    room = MOST_PRODUCTS // (weights.units**2 * part.read.shape[1])
    chosen = np.linspace(0, len(part.read) - 1, min(SAMPLES, len(part.read), max(room, 1))).astype(int)
    inputs = part.in_order("inputs")[chosen, start:].astype(float) @ weights.kernel.astype(float)
    inputs = np.tile(inputs + weights.input_bias, (1 + PROBES, 1, 1))
    read = np.tile(part.read[chosen, start:], (1 + PROBES, 1))[..., None]
    states = _states(part, chosen, start)
    change = np.random.default_rng(0).normal(size=(PROBES, *states.shape))
    change *= SIZE / np.linalg.norm(change, axis=(1, 3), keepdims=True)
    loop = recurrence(weights)
    loop = loop._replace(kernel=loop.kernel.astype(float), bias=np.asarray(loop.bias, float))
    total = np.zeros((PROBES, len(chosen)))
    curve = np.empty(inputs.shape[1])
    for time in range(inputs.shape[1]):
        moved = np.concatenate([states[None], states + change]).swapaxes(0, 1).reshape(len(states), -1, weights.units)
        _, after = STEPS[weights.kind](inputs[:, time], tuple(moved), loop)
        both = np.where(read[None, :, time], np.stack(after), moved)
        both = both.reshape(len(states), 1 + PROBES, len(chosen), -1).swapaxes(0, 1)
        states, change = both[0], both[1:] - both[0]
        size = np.linalg.norm(change, axis=(1, 3), keepdims=True)
        with np.errstate(divide="ignore"):
            total += np.log(size[:, 0, :, 0] / SIZE)
        change *= np.divide(SIZE, size, out=np.zeros_like(size), where=size > 0)
        curve[time] = _mean_square(total)
    return curve


def _states(part: Part, chosen: np.ndarray, start: int) -> np.ndarray:
    """The states before a step, (states, samples, units)."""
    found = [part.steps.before(name) for name in STATES[part.weights.kind]]
    ordered = [state[:, ::-1] if part.steps.go_backwards else state for state in found]
    return np.stack([state[chosen, start].astype(float) for state in ordered])


def _mean_square(logarithms: np.ndarray) -> float:
    """The logarithm of the root mean square of numbers that are given by their logarithms."""
    most = float(logarithms.max())
    if not np.isfinite(most):
        return most
    return most + float(np.log(np.mean(np.exp(2 * (logarithms - most))))) / 2
