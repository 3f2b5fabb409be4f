"""Finds the numbers in which two passes differ."""

import numpy as np

from lstm_viz.engine.trace import Trace
from lstm_viz.explain.step import check_index


def changed_cells(before: Trace, after: Trace, *, sample: int = 0) -> dict[str, np.ndarray]:
    """Where the signals of two passes are not exactly equal.

    Args:
        before: The trace of the first pass.
        after: The trace of the second pass, of a layer of the same kind and size over the same number of steps.
        sample: Index of the sample in the batch.

    Returns:
        Signal → bool array of shape (time, units), in the order of `trace.signals`. Two NaNs count as equal.

    Raises:
        ValueError: If the two differ in kind, steps or units.
        IndexError: If `sample` is outside either batch.
    """
    shapes = [(trace.kind, trace.steps, trace.units) for trace in (before, after)]
    if shapes[0] != shapes[1]:
        raise ValueError(f"after must have the kind, steps and units of before, {shapes[0]}, not {shapes[1]}.")
    for trace in (before, after):
        check_index("sample", sample, len(trace.inputs))
    return {name: _differ(values[sample], after.signals[name][sample]) for name, values in before.signals.items()}


def _differ(first: np.ndarray, second: np.ndarray) -> np.ndarray:
    return (first != second) & ~(np.isnan(first) & np.isnan(second))
