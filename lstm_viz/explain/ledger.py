"""The memory ledger: what each earlier step has left in an LSTM's cell state."""

from collections.abc import Iterator

import numpy as np

from lstm_viz.engine.trace import Trace
from lstm_viz.explain.step import check_index


def memory_ledger(trace: Trace, *, sample: int = 0) -> np.ndarray:
    """The contribution of each earlier step to the cell state at each step.

    Args:
        trace: The trace of an LSTM over T steps.
        sample: Index of the sample in the batch, 0 <= sample < batch.

    Returns:
        Shape (T, 1 + T, units), float64. Entry [t, 0] is what is left of the initial state at step t, and entry
        [t, 1 + k] is what is left of what step k wrote. Entries of steps that were not yet read at t are 0: k > t, or
        k < t with `go_backwards`. The sum over axis 1 is `trace.cell[sample]`. A masked step keeps everything and
        writes nothing.

    Raises:
        ValueError: If the trace is not that of an LSTM.
        IndexError: If `sample` is outside the batch.

    Source: unrolling c_t = f_t c_{t-1} + i_t g_t (Gers et al., 2000).
    """
    return _ledger(trace, sample, slice(None))


def unit_ledger(trace: Trace, *, unit: int, sample: int = 0) -> np.ndarray:
    """`memory_ledger(trace)[:, :, unit]`, shape (T, 1 + T), without the other units.

    Raises:
        ValueError: If the trace is not that of an LSTM.
        IndexError: If `unit` or `sample` is outside its range.
    """
    check_index("unit", unit, trace.units)
    return _ledger(trace, sample, slice(unit, unit + 1))[:, :, 0]


def memory_at(trace: Trace, *, time: int, unit: int, sample: int = 0) -> np.ndarray:
    """`memory_ledger(trace)[time, :, unit]`, shape (1 + T,), without the rest of the ledger.

    Raises:
        ValueError: If the trace is not that of an LSTM.
        IndexError: If `time`, `unit` or `sample` is outside its range.
    """
    check_index("time", time, trace.steps)
    check_index("unit", unit, trace.units)
    rows = _ledger_rows(trace, sample, slice(unit, unit + 1))
    return next(row[:, 0].copy() for at, row in rows if at == time)


def _ledger(trace: Trace, sample: int, units: slice) -> np.ndarray:
    ledger = np.empty((trace.steps, 1 + trace.steps, len(range(trace.units)[units])))
    for time, row in _ledger_rows(trace, sample, units):
        ledger[time] = row
    return ledger


def _ledger_rows(trace: Trace, sample: int, units: slice) -> Iterator[tuple[int, np.ndarray]]:
    """Yields each step in the order of reading, with its row of the ledger. The array of the row is reused."""
    if trace.kind != "lstm":
        raise ValueError(f"trace must be an LSTM's: only its memory is a sum over steps. This is a {trace.kind}.")
    check_index("sample", sample, len(trace.inputs))
    keep, write, candidate = (
        trace.signals[name][sample, :, units].astype(float) for name in ("forget_gate", "input_gate", "candidate")
    )
    row = np.zeros((1 + trace.steps, keep.shape[1]))
    row[0] = trace.initial_state[1][sample, units]
    order = range(trace.steps)
    for time in reversed(order) if trace.go_backwards else order:
        if trace.mask is None or trace.mask[sample, time]:
            with np.errstate(invalid="ignore"):  # as in the engine: inf and NaN are shown
                row *= keep[time]
                row[1 + time] = write[time] * candidate[time]
        yield time, row
