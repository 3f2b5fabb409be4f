"""A trace as a table, as an xarray Dataset and as a file."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Protocol, TypeVar

import numpy as np

from lstm_viz.engine import npz
from lstm_viz.engine.cell import STATES
from lstm_viz.engine.weights import RecurrentWeights
from lstm_viz.problem import InputError

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
MOST_BYTES = 2**31

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
    header = {name: getattr(trace.weights, name) for name in OPTIONS}
    arrays = {"kernel": trace.weights.kernel, "recurrent_kernel": trace.weights.recurrent_kernel}
    arrays |= {f"signal_{name}": array for name, array in trace.signals.items()}
    arrays |= {f"initial_{name}": s for name, s in zip(STATES[trace.weights.kind], trace.initial_state, strict=True)}
    arrays["inputs"] = trace.inputs
    if trace.weights.bias is not None:
        arrays["bias"] = trace.weights.bias
    if trace.mask is not None:
        arrays["mask"] = trace.mask
    npz.save(path, FORMAT, header, arrays)


def load(path: str | Path, make: Callable[..., Made]) -> Made:
    """Reads a file that `save` wrote.

    Args:
        path: The file.
        make: `Trace`, which checks its arguments.

    Raises:
        InputError: If the file is not a saved trace.
    """
    try:
        return make(**_read(npz.Arrays(path, FORMAT, MOST_BYTES)))
    except ValueError as error:
        raise InputError(
            "{file} is not a saved trace: {reason}.", file=Path(path).name, reason=_plain(error)
        ) from error


def load_weights(file: BinaryIO, most: int) -> RecurrentWeights:
    """The layer of a saved trace; `most` is the largest size of its arrays in bytes.

    Raises:
        InputError: If the file is not a saved trace.
    """
    try:
        return _read(npz.Arrays(file, FORMAT, most))["weights"]
    except ValueError as error:
        reason = error if isinstance(error, InputError) else InputError("its parts do not fit together")
        raise InputError("This is not a saved trace: {reason}.", reason=reason) from error


def _plain(error: ValueError) -> object:
    return error if isinstance(error, InputError) else str(error).rstrip(".")


def _read(arrays: npz.Arrays) -> dict[str, Any]:
    """The arguments of a `Trace`."""
    header = arrays.header
    if set(header) != set(OPTIONS):
        raise ValueError(f"its header must have {', '.join(OPTIONS)}, not {', '.join(header)}")
    for name, kind in OPTIONS.items():
        if not isinstance(header[name], kind):
            raise ValueError(f"its {name} must be a {kind.__name__}, not a {type(header[name]).__name__}")
    bias = arrays.floats("bias") if "bias" in arrays else None
    weights = RecurrentWeights(
        kernel=arrays.floats("kernel"), recurrent_kernel=arrays.floats("recurrent_kernel"), bias=bias, **header
    )
    return {
        "weights": weights,
        "inputs": arrays.floats("inputs"),
        "signals": {name[7:]: arrays.floats(name) for name in arrays if name.startswith("signal_")},
        "initial_state": tuple(arrays.floats(f"initial_{name}") for name in STATES[weights.kind]),
        "mask": arrays.flags("mask") if "mask" in arrays else None,
    }
