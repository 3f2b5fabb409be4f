"""The gaps of a series: where they are, and how they are filled."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from lstm_viz.data import InputError
from lstm_viz.data.table import Table
from lstm_viz.lessons.time_series.series import Series

Fill = Literal["previous", "linear", "drop"]


@dataclass(frozen=True)
class Gaps:
    """What is missing in a table.

    Attributes:
        cells: Empty cells of each column that has any.
        first_row: The line of the first empty cell; None if there is none.
        step_seconds: How far apart most rows are; None without dates.
        uneven: How many rows do not come that long after the one before.
    """

    cells: dict[str, int]
    first_row: int | None
    step_seconds: int | None
    uneven: int


def gaps_of(table: Table) -> Gaps:
    """Where cells are empty, and where the dates jump."""
    empty = np.isnan(table.values)
    cells = {name: int(count) for name, count in zip(table.columns, empty.sum(axis=0), strict=True) if count}
    first = int(table.lines[empty.any(axis=1)].min()) if cells else None
    if table.times is None:
        return Gaps(cells, first, None, 0)
    seconds = np.diff(np.array(table.times, "datetime64[s]")).astype(int)
    lengths, counts = np.unique(seconds, return_counts=True)
    return Gaps(cells, first, int(lengths[counts.argmax()]), int(len(seconds) - counts.max()))


def filled(table: Table, fill: Fill, columns: Sequence[int]) -> Series:
    """The table as a series without gaps in the columns that are read.

    Args:
        table: With NaN where a cell is empty.
        fill: "previous" repeats the value before, "linear" draws a line from it to the next one, "drop" leaves out
            every row with a gap. Where there is no value before (or, for "linear", none after), rows are left out too.

        columns: Those that are read, counted from 0; the gaps of the others cost no row.

    Raises:
        InputError: If fewer than two rows are left.
    """
    values = table.values.copy()
    if fill != "drop":
        for column in values.T:
            _fill(column, fill)
    whole = ~np.isnan(values[:, list(columns)]).any(axis=1)
    if whole.sum() < 2:
        raise InputError("After filling the gaps fewer than two rows are left. Choose other columns.")
    times = table.times and tuple(np.array(table.times)[whole].tolist())
    return Series(table.columns, values[whole], times)


def _fill(column: np.ndarray, fill: Fill) -> None:
    known = np.flatnonzero(~np.isnan(column))
    if not known.size:
        return
    rows = np.arange(len(column))
    if fill == "linear":
        column[:] = np.interp(rows, known, column[known], left=np.nan, right=np.nan)
        return
    before = np.searchsorted(known, rows, side="right") - 1
    column[:] = np.where(before < 0, np.nan, column[known[before]])
