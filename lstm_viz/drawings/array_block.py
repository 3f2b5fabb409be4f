"""An array (samples, timesteps, features) and the raw data it was made of, cell by cell."""

from dataclasses import dataclass

import numpy as np

MADE_UP = -1
"""The source of a cell that is no raw value: padding, or a zero of a one-hot vector."""


@dataclass(frozen=True)
class Raw:
    """The data as the person knows them.

    Attributes:
        labels: The name of each column.
        rows: The cells of each row, as text; "" where a row has none.

    Raises:
        ValueError: If a row has not as many cells as there are labels.
    """

    labels: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def __post_init__(self):
        for number, row in enumerate(self.rows):
            if len(row) != len(self.labels):
                raise ValueError(f"row {number} of raw must have {len(self.labels)} cells, not {len(row)}.")

    @property
    def size(self) -> int:
        """How many cells there are."""
        return len(self.labels) * len(self.rows)


@dataclass(frozen=True, eq=False)
class ArrayBlock:
    """An array, and where each of its cells comes from.

    Attributes:
        title: What is drawn.
        array: Of shape (samples, timesteps, features), at least 1 each.
        axis_titles: What a reader calls the three axes.
        raw: What the array was made of.
        source: Integers of the array's shape: the flat index of the raw cell (row · columns + column), or MADE_UP.
        sample_titles: A title for each sample; None: they are numbered.

    Raises:
        ValueError: If the shapes do not belong together.
        TypeError: If the source is not of integers.
        IndexError: If the source names a cell that is not there.
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
