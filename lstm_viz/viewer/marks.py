"""The marks of a trace: one bit for each number that was set by hand, and one for each that this has changed."""

import base64
from collections.abc import Mapping
from typing import Any

import numpy as np

from lstm_viz.engine.trace import Trace

Cells = Mapping[str, np.ndarray]
"""Signal → bool array of shape (time, units), as `explain.changes.changed_cells` returns; signals may be missing."""


def marks(traces: Mapping[str, Trace], **cells: Mapping[str, Cells] | None) -> dict[str, dict[str, Any]]:
    """The marks of each sequence, for the browser.

    Args:
        traces: Name of a sequence → its trace.
        **cells: For each kind of mark, "edited" and "changed": name of a sequence → its marked cells; None without any.

    Returns:
        For each sequence: kind of mark → signal → the bits of its array in base64, in the order of the array, with the
        lowest bit of a byte first. Signals without a mark are left out. A sequence without a mark has an empty dict.

    Raises:
        ValueError: If a signal is not one of the trace, or an array is not bool of shape (time, units).
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
