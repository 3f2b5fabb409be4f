"""Reads the inputs that a visitor brings in a file: NPY, NPZ or CSV."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from lstm_viz.data import InputError
from lstm_viz.data.table import read_table
from lstm_viz.engine import npz
from lstm_viz.lessons.your_model.entries import Entry

MOST_BYTES = 64 * 2**20
MOST_SAMPLES = 100_000
NPY, ZIP = b"\x93NUMPY", b"PK\x03\x04"


@dataclass(frozen=True, eq=False)
class Brought:
    """What was in a file.

    Attributes:
        samples: The name of an input → its samples, (samples, …).
        following: The row after each window of a table but the last, (samples - 1, features); None for other files.
    """

    samples: Mapping[str, np.ndarray]
    following: np.ndarray | None = None

    @property
    def count(self) -> int:
        """The number of samples."""
        return len(next(iter(self.samples.values())))


def read(content: bytes, entries: Sequence[Entry]) -> Brought:
    """The samples in a file.

    Args:
        content: An array for the first input, arrays named as the inputs are or in their order, or a table with a row
            for each step.
        entries: The inputs of the model.

    Returns:
        The samples. A table that is longer than what the model reads gives a sample for each window of it.

    Raises:
        InputError: If the file is none of these, or does not fit the model.
    """
    if content.startswith(NPY):
        arrays = {entries[0].name: npz.array_of("array", content)}
    elif content.startswith(ZIP):
        arrays = _named(npz.unpacked(content, MOST_BYTES), entries)
    else:
        arrays = {entries[0].name: read_table(content).values}
    by_name = {entry.name: entry for entry in entries}
    samples = {name: _samples(by_name[name], array) for name, array in arrays.items()}
    if len({len(array) for array in samples.values()}) > 1:
        raise InputError("The inputs must have the same number of samples.")
    return Brought(samples, _following(by_name, arrays))


def targets(content: bytes) -> np.ndarray:
    """What a model should answer: an array, or a table with a row for each sample.

    Raises:
        InputError: If the file is neither.
    """
    array = npz.array_of("array", content) if content.startswith(NPY) else read_table(content).values
    if not array.ndim or 0 in array.shape or len(array) > MOST_SAMPLES:
        raise InputError("The targets must hold one row for each sample.")
    return array.astype("float32")


def _following(entries: Mapping[str, Entry], arrays: Mapping[str, np.ndarray]) -> np.ndarray | None:
    """The row after each window, if the file has one table of which windows were made."""
    (name, array), *others = arrays.items()
    entry = entries[name]
    length = entry.shape[0] if entry.shape and entry.is_sequence and entry.rows is None else None
    if others or length is None or array.ndim > 2 or len(array) <= length:
        return None
    return array.reshape(len(array), -1)[length:].astype("float32")


def _named(parts: Mapping[str, bytes], entries: Sequence[Entry]) -> dict[str, np.ndarray]:
    named = {entry.name: parts[entry.name] for entry in entries if entry.name in parts}
    if not named:
        named = {entry.name: part for entry, part in zip(entries, parts.values(), strict=False)}
    return {name: npz.array_of(name, part) for name, part in named.items()}


def _samples(entry: Entry, array: np.ndarray) -> np.ndarray:
    """The array with an axis for the samples, checked against what the model reads."""
    if entry.shape is None:
        raise InputError("What {name} reads is not known, so no file can be checked against it.", name=entry.name)
    if array.ndim == 1 and len(entry.shape) == 2 and entry.shape[1] == 1:
        array = array[:, None]
    if array.ndim == len(entry.shape):
        array = _windows(array, entry.shape[0]) if entry.is_sequence else array[None]
    given = array.shape[1:]
    fits = len(given) == len(entry.shape) and all(
        wanted in (None, size) for wanted, size in zip(entry.shape, given, strict=True)
    )
    if not fits or 0 in array.shape or len(array) > MOST_SAMPLES:
        wanted = ", ".join("any" if size is None else str(size) for size in entry.shape)
        raise InputError(
            "{name} reads samples of the shape ({wanted}); the file has {given}.",
            name=entry.name,
            wanted=wanted,
            given=str(array.shape),
        )
    if entry.rows is None:
        return array.astype("float32")
    _check_ids(entry.rows, array)
    return array.astype(np.int64)


def _windows(array: np.ndarray, length: int | None) -> np.ndarray:
    """Every window of a table that is longer than what the model reads; else the table as one sample."""
    if length is None or len(array) <= length:
        return array[None]
    return np.moveaxis(np.lib.stride_tricks.sliding_window_view(array, length, axis=0), -1, 1)


def _check_ids(rows: int, array: np.ndarray) -> None:
    whole = np.isfinite(array).all() and (array == np.floor(array)).all()
    if not whole or array.min() < 0 or array.max() >= rows:
        raise InputError("The Embedding reads whole numbers from 0 to {most}.", most=rows - 1)
