"""The missing values of a series: where they are, and how they are filled."""

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
    """The missing values of a table, and the rows at uneven times.

    Attributes:
        cells: Column → the number of its missing values, for each column that has any.
        first_row: The line of the file with the first missing value; None if there is none.
        step_seconds: The most frequent time between two rows, in seconds; None without dates.
        uneven: The number of rows that come after a different time.
    """

    cells: dict[str, int]
    first_row: int | None
    step_seconds: float | None
    uneven: int


def gaps_of(table: Table) -> Gaps:
    """Counts missing values and rows at uneven times."""
    empty = np.isnan(table.values)
    cells = {name: int(count) for name, count in zip(table.columns, empty.sum(axis=0), strict=True) if count}
    first = int(table.lines[empty.any(axis=1)].min()) if cells else None
    if table.dates is None:
        return Gaps(cells, first, None, 0)
    steps = np.diff(table.dates).astype("int64")
    lengths, counts = np.unique(steps, return_counts=True)
    uneven = 0 if _are_months(table.dates) else int(len(steps) - counts.max())
    return Gaps(cells, first, float(lengths[counts.argmax()]) / 1e6, uneven)


def _are_months(dates: np.ndarray) -> bool:
    """Whether the dates are equally many months apart: on one day of each, or on its last."""
    months = dates.astype("datetime64[M]")
    steps = np.unique(np.diff(months).astype("int64"))
    is_one_day = any(len(np.unique(dates - each)) == 1 for each in (months, months + 1))
    return len(steps) == 1 and steps[0] > 0 and is_one_day


def filled(table: Table, fill: Fill, columns: Sequence[int]) -> Series:
    """The table as a series without missing values in the columns that are read.

    Args:
        table: The table, with NaN for a missing value.
        fill: "previous" repeats the previous value, "linear" draws a line from it to the next value, "drop" leaves out
            every row with a missing value. Rows without a previous value (for "linear", also without a next value) are
            left out too.
        columns: The columns that are read, counted from 0. Rows with missing values in other columns are kept.

    Raises:
        InputError: If fewer than two rows are left.
    """
    values = table.values.copy()
    if fill != "drop":
        for column in values.T:
            _fill(column, fill)
    whole = ~np.isnan(values[:, list(columns)]).any(axis=1)
    if whole.sum() < 2:
        raise InputError("After filling the missing values fewer than two rows are left. Choose other columns.")
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
