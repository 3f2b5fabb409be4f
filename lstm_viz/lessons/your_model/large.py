"""Large layers: in which order the units stand, and which window of them the viewer shows."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from lstm_viz.engine.cell import KEEPING_GATE
from lstm_viz.engine.trace import Trace
from lstm_viz.i18n import N_
from lstm_viz.viewer import Window

MOST_UNITS, MOST_STEPS = 64, 200
"""What the viewer shows at once; its steps take no longer than a frame of the screen."""
ORDERS = {
    "number": N_("by number"),
    "activity": N_("most active first"),
    "memory": N_("longest memory first"),
    "similar": N_("similar ones together"),
}


def is_large(trace: Trace) -> bool:
    """Whether the viewer shows only a window of a trace."""
    return trace.units > MOST_UNITS or trace.steps > MOST_STEPS


def ordered(trace: Trace, order: str) -> np.ndarray:
    """The units, counted from 0, in an order of ORDERS.

    "activity" is the standard deviation of the hidden state over the steps. "memory" is the mean of the gate that keeps
    the memory; a SimpleRNN has none, so its units stand by number. "similar" is the order of the angles of the units in
    the plane of the first two principal components of the hidden state.
    """
    hidden = np.nan_to_num(trace.hidden[0].astype(float))
    if order == "activity":
        return np.argsort(-hidden.std(axis=0), kind="stable")
    if order == "memory" and trace.kind in KEEPING_GATE:
        kept = np.nan_to_num(trace.signals[KEEPING_GATE[trace.kind]][0].astype(float))
        return np.argsort(-kept.mean(axis=0), kind="stable")
    if order == "similar" and min(hidden.shape) > 1:
        _u, _sizes, axes = np.linalg.svd(hidden - hidden.mean(axis=0), full_matrices=False)
        return np.argsort(np.arctan2(axes[1], axes[0]), kind="stable")
    return np.arange(trace.units)


def window_at(trace: Trace, units: np.ndarray, time: int, unit: int) -> Window:
    """The window in which a step and a unit are. Windows have fixed borders, so moving within one keeps it.

    Args:
        trace: The trace.
        units: Its units in their order.
        time: The step, counted from 0.
        unit: The unit, counted from 0.
    """
    place = int(np.flatnonzero(units == unit)[0]) // MOST_UNITS * MOST_UNITS
    first = time // MOST_STEPS * MOST_STEPS
    shown = tuple(int(each) for each in units[place : place + MOST_UNITS])
    return Window(first, min(MOST_STEPS, trace.steps - first), shown)


def starts(count: int, most: int) -> list[int]:
    """Where the windows begin, counted from 0."""
    return list(range(0, count, most))


def binned(values: np.ndarray, rows: Sequence[np.ndarray], columns: Sequence[np.ndarray]) -> list[dict[str, Any]]:
    """A large array in few cells, each with its strongest number.

    Args:
        values: Shape (time, units).
        rows: The units in each row, counted from 0.
        columns: The steps in each column, counted from 0.

    Returns:
        For each cell: `row` and `column`, counted from 0, and `unit`, `step` (both from 1) and `value` of the number in
        it that is farthest from 0.
    """
    cells = []
    for row, units in enumerate(rows):
        band = values[:, units]
        strength = np.nan_to_num(np.abs(band), nan=-1.0)
        for column, times in enumerate(columns):
            at, which = np.unravel_index(np.argmax(strength[times]), (len(times), len(units)))
            found = {"row": row, "column": column, "unit": 1 + int(units[which]), "step": 1 + int(times[at])}
            cells.append({**found, "value": float(band[times[at], which])})
    return cells
