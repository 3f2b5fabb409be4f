"""A trace as a table, as an xarray Dataset and as a file."""

import json
import zipfile
import zlib
from collections.abc import Callable, Mapping
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Protocol, TypeVar

import numpy as np

from lstm_viz.engine.cell import STATES
from lstm_viz.engine.weights import RecurrentWeights

if TYPE_CHECKING:
    import pandas
    import xarray

FORMAT = "lstm_viz.Trace/1"
OPTIONS = {
    "kind": str,
    "activation": str,
    "recurrent_activation": str,
    "reset_after": bool,
    "go_backwards": bool,
    "zero_output_for_mask": bool,
    "unroll": bool,
}
# The errors that a damaged or foreign file can cause: numpy, zipfile and json each raise their own.
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, KeyError, MemoryError, RuntimeError, TypeError, ValueError)


Made = TypeVar("Made")


class Recorded(Protocol):
    """The parts of a `Trace` that a file holds. The trace itself is not imported here: it uses these functions."""

    @property
    def weights(self) -> RecurrentWeights:
        """The layer."""

    @property
    def inputs(self) -> np.ndarray:
        """Shape (batch, time, features)."""

    @property
    def signals(self) -> Mapping[str, np.ndarray]:
        """Name → array of shape (batch, time, units)."""

    @property
    def initial_state(self) -> tuple[np.ndarray, ...]:
        """Each of shape (batch, units)."""

    @property
    def mask(self) -> np.ndarray | None:
        """Shape (batch, time); None without a mask."""


def to_dataframe(trace: Recorded) -> "pandas.DataFrame":
    """One row for each value, with the columns sample, time, unit, signal and value; indices start at 0."""
    import pandas

    names = list(trace.signals)
    values = np.stack(list(trace.signals.values()))
    signal, sample, time, unit = (axis.ravel() for axis in np.indices(values.shape, dtype="int32"))
    labels = pandas.Categorical.from_codes(signal, categories=names)
    return pandas.DataFrame({"sample": sample, "time": time, "unit": unit, "signal": labels, "value": values.ravel()})


def to_xarray(trace: Recorded) -> "xarray.Dataset":
    """A Dataset of the signals over sample, time and unit, and of the inputs over sample, time and feature."""
    import xarray

    variables: dict[str, tuple[tuple[str, ...], np.ndarray]]
    variables = {name: (("sample", "time", "unit"), array) for name, array in trace.signals.items()}
    variables["inputs"] = (("sample", "time", "feature"), trace.inputs)
    for name, state in zip(STATES[trace.weights.kind], trace.initial_state, strict=True):
        variables[f"initial_{name}"] = (("sample", "unit"), state)
    if trace.mask is not None:
        variables["mask"] = (("sample", "time"), trace.mask)
    return xarray.Dataset(variables, attrs={name: getattr(trace.weights, name) for name in OPTIONS})


def save(trace: Recorded, path: str | Path | BinaryIO) -> None:
    """Writes the trace to a compressed npz file without pickle. `path` can be a file that is open for writing bytes."""
    options = {name: getattr(trace.weights, name) for name in OPTIONS}
    arrays = {"header": np.array(json.dumps({"format": FORMAT, **options}))}
    arrays |= {"kernel": trace.weights.kernel, "recurrent_kernel": trace.weights.recurrent_kernel}
    arrays |= {f"signal_{name}": array for name, array in trace.signals.items()}
    arrays |= {f"initial_{name}": s for name, s in zip(STATES[trace.weights.kind], trace.initial_state, strict=True)}
    arrays["inputs"] = trace.inputs
    if trace.weights.bias is not None:
        arrays["bias"] = trace.weights.bias
    if trace.mask is not None:
        arrays["mask"] = trace.mask
    with open(path, "wb") if isinstance(path, str | Path) else nullcontext(path) as file:
        np.savez_compressed(file, allow_pickle=False, **arrays)


def load(path: str | Path, make: Callable[..., Made]) -> Made:
    """Reads a file that `save` wrote.

    Args:
        path: The file.
        make: `Trace`, which checks its arguments.

    Raises:
        ValueError: If the file is not a saved trace.
    """
    try:
        with np.load(path, allow_pickle=False) as file:
            return make(**_read(dict(file)))
    except BROKEN as error:
        raise ValueError(f"{Path(path).name} is not a saved trace: {error}") from error


def _read(arrays: dict[str, np.ndarray]) -> dict[str, Any]:
    """The arguments of a `Trace`."""
    header = json.loads(str(arrays.pop("header")))
    if header.pop("format") != FORMAT:
        raise ValueError(f"its format is not {FORMAT}")
    for name, kind in OPTIONS.items():
        if not isinstance(header[name], kind):
            raise ValueError(f"its {name} must be a {kind.__name__}, not {header[name]!r}")
    weights = RecurrentWeights(
        kernel=arrays["kernel"], recurrent_kernel=arrays["recurrent_kernel"], bias=arrays.get("bias"), **header
    )
    return {
        "weights": weights,
        "inputs": arrays["inputs"],
        "signals": {name[7:]: array for name, array in arrays.items() if name.startswith("signal_")},
        "initial_state": tuple(arrays[f"initial_{name}"] for name in STATES[weights.kind]),
        "mask": arrays.get("mask"),
    }
