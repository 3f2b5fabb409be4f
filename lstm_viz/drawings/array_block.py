"""An array (samples, timesteps, features), and the raw data from which it was made, cell by cell."""

from dataclasses import dataclass

import numpy as np

MADE_UP = -1
"""The source of a cell that is not a raw value: padding, or a zero of a one-hot vector."""


@dataclass(frozen=True)
class Raw:
    """The data as they were before they became an array.

    Attributes:
        labels: The name of each column.
        rows: The cells of each row, as text; "" for an empty cell.

    Raises:
        ValueError: If a row does not have one cell for each label.
    """

    labels: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def __post_init__(self):
        for number, row in enumerate(self.rows):
            if len(row) != len(self.labels):
                raise ValueError(f"row {number} of raw must have {len(self.labels)} cells, not {len(row)}.")

    @property
    def size(self) -> int:
        """The number of cells."""
        return len(self.labels) * len(self.rows)


@dataclass(frozen=True, eq=False)
class ArrayBlock:
    """An array, and the raw cell from which each of its cells comes.

    Attributes:
        title: The title of the drawing.
        array: Shape (samples, timesteps, features), at least 1 each.
        axis_titles: The names of the three axes for a reader.
        raw: The data from which the array was made.
        source: Integers of the array's shape: the flat index of the raw cell (row · columns + column), or MADE_UP.
        sample_titles: A title for each sample; None if samples are only numbered.

    Raises:
        ValueError: If the shapes do not fit together.
        TypeError: If `source` does not hold integers.
        IndexError: If `source` names a raw cell that does not exist.
    """

    title: str
    array: np.ndarray
    axis_titles: tuple[str, str, str]
    raw: Raw
    source: np.ndarray
    sample_titles: tuple[str, ...] | None = None

    def __post_init__(self):
        shape = np.shape(self.array)
        if len(shape) != 3 or 0 in shape:
            raise ValueError(f"array must be of shape (samples, timesteps, features), at least 1 each, not {shape}.")
        if len(self.axis_titles) != 3:
            raise ValueError(f"axis_titles must be 3, not {len(self.axis_titles)}.")
        if self.sample_titles is not None and len(self.sample_titles) != shape[0]:
            raise ValueError(
                f"sample_titles must be one for each of {shape[0]} samples, not {len(self.sample_titles)}."
            )
        _check_source(self.source, shape, self.raw.size)


def _check_source(source: np.ndarray, shape: tuple[int, ...], size: int) -> None:
    if np.shape(source) != shape:
        raise ValueError(f"source must be of the array's shape {shape}, not {np.shape(source)}.")
    if not np.issubdtype(np.asarray(source).dtype, np.integer):
        raise TypeError(f"source must be of integers, not {np.asarray(source).dtype}.")
    low, high = int(np.min(source)), int(np.max(source))
    if low < MADE_UP or high >= size:
        raise IndexError(f"source must be from {MADE_UP} to {size - 1}, not from {low} to {high}.")
