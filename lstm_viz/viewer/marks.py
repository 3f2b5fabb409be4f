"""Which numbers of a trace were set by hand, and which others that has changed, as one bit each."""

import base64
from collections.abc import Mapping
from typing import Any

import numpy as np

from lstm_viz.engine.trace import Trace

Cells = Mapping[str, np.ndarray]
"""Signal → bool array of shape (time, units), as `explain.changes.changed_cells` gives them; signals may be missing."""


def marks(traces: Mapping[str, Trace], **cells: Mapping[str, Cells] | None) -> dict[str, dict[str, Any]]:
    """What the browser is told of each sequence's marks.

    Args:
        traces: The passes, by the name of their sequence.
        **cells: For each kind of mark, "edited" and "changed", the cells of each sequence that bear it, if any do.

    Returns:
        For each sequence kind of mark → signal → the bits of its array in base64: in the array's order, the lowest bit
        of a byte first. Signals without a mark are left out; empty if a sequence has none at all.

    Raises:
        ValueError: If a signal is not the trace's, or an array is not of bool and shape (time, units).
    """
    return {name: _of_sequence(name, trace, cells) for name, trace in traces.items()}


def _of_sequence(name: str, trace: Trace, cells: Mapping[str, Mapping[str, Cells] | None]) -> dict[str, Any]:
    found = {mark: _encode_all(f"{mark} of {name}", trace, (of or {}).get(name, {})) for mark, of in cells.items()}
    return found if any(found.values()) else {}


def _encode_all(what: str, trace: Trace, cells: Cells) -> dict[str, str]:
    shape = (trace.steps, trace.units)
    for signal, array in cells.items():
        if signal not in trace.signals:
            raise ValueError(f"{what} must name signals of the trace, {', '.join(trace.signals)}, not {signal!r}.")
        if array.dtype != bool or array.shape != shape:
            came = f"{array.dtype} of shape {array.shape}"
            raise ValueError(f"{what} must have an array of bool of shape {shape} for {signal}, not {came}.")
    bits = {signal: np.packbits(array, bitorder="little") for signal, array in cells.items() if array.any()}
    return {signal: base64.b64encode(packed.tobytes()).decode("ascii") for signal, packed in bits.items()}
