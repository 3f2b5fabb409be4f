"""The order of the rows: turned round if the newest is first, and side by side if series are below each other."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from lstm_viz.data.measured import CODES, default_column
from lstm_viz.data.sheet import MOST_COLUMNS
from lstm_viz.i18n import N_
from lstm_viz.problem import InputError, Note

ROWS_A_DATE = 1.5  # the least rows for each date of series that are below each other
NEWEST_FIRST = N_("The newest row was first: the rows were turned round.")
SORTED = N_("The rows were not in the order of their dates: they were sorted.")
STACKED = N_(
    "{count} series were below each other (column {column}). They are now side by side, in columns such as “{name}”."
)
TOO_MANY = N_("{count} series are below each other (column {column}): at most {most}. Leave out rows.")


@dataclass(frozen=True, eq=False)
class Ordered:
    """Columns of numbers, oldest row first.

    Attributes:
        columns: The names of the columns.
        values: Shape (rows, columns).
        dates: The date of each row; None if it is unknown.
        lines: The line of the file at which each row begins.
        order: How the rows were in the file.
        notes: What was changed.
    """

    columns: tuple[str, ...]
    values: np.ndarray
    dates: np.ndarray | None
    lines: np.ndarray
    order: str
    notes: tuple[Note, ...] = ()


def ordered(series: Ordered, texts: Mapping[str, Sequence[str]]) -> Ordered:
    """The series with its oldest row first.

    Args:
        series: The rows as the file has them.
        texts: The columns without numbers, which may tell whose series each row belongs to.

    Raises:
        InputError: If the dates neither rise nor fall.
    """
    dates = series.dates
    if dates is None:
        return series
    if len(np.unique(dates)) * ROWS_A_DATE <= len(dates) and (found := _key(series, dates, texts)):
        return _side_by_side(series, dates, *found)
    at, order, note = np.arange(len(dates)), "oldest first", None
    if len(np.unique(dates)) == len(dates) and not _is_monotone(dates):
        at, order, note = np.argsort(dates), "mixed: sorted", Note(SORTED)
    elif dates[0] > dates[-1]:
        at, order, note = at[::-1], "newest first: turned round", Note(NEWEST_FIRST)
    _check_order(dates[at], series.lines[at])
    notes = (*series.notes, *([note] if note else []))
    return Ordered(series.columns, series.values[at], dates[at], series.lines[at], order, notes)


def _is_monotone(dates: np.ndarray) -> bool:
    steps = np.diff(dates).astype("int64")
    return bool(np.all(steps > 0) or np.all(steps < 0))


def _check_order(dates: np.ndarray, lines: np.ndarray) -> None:
    wrong = np.flatnonzero(np.diff(dates).astype("int64") <= 0)
    if len(wrong):
        before, after = (str(dates[wrong[0] + at]).removesuffix(".000000").replace("T", " ") for at in (0, 1))
        raise InputError(
            "Row {row}: {after} does not come after {before}. Sort the rows by date, with one row for each date.",
            row=int(lines[wrong[0] + 1]),
            after=after,
            before=before,
        )


def _key(series: Ordered, times: np.ndarray, texts: Mapping[str, Sequence[str]]) -> tuple[str, np.ndarray] | None:
    """The column whose values part the rows into series with one row for each date, and these values."""
    codes = {
        name: [f"{value:g}" for value in column]
        for name, column in zip(series.columns, series.values.T, strict=True)
        if CODES.fullmatch(name.strip()) and len(series.columns) > 1
    }
    keys = {**texts, **codes}
    candidates = [(name, np.array(column)) for name, column in keys.items()]
    for several in (texts, codes, keys):
        together = [" · ".join(cells) for cells in zip(*several.values(), strict=True)]
        candidates += [(", ".join(several), np.array(together))] if len(several) > 1 else []
    for name, column in candidates:
        pairs = np.stack([np.unique(column, return_inverse=True)[1], times.astype("int64")])
        if len(np.unique(pairs[0])) * 2 <= len(column) and np.unique(pairs, axis=1).shape[1] == len(column):
            return name, column
    return None


def _side_by_side(series: Ordered, times: np.ndarray, name: str, keys: np.ndarray) -> Ordered:
    found, group = np.unique(keys, return_inverse=True)
    dates, first, row = np.unique(times, return_index=True, return_inverse=True)
    kept = [at for at, column in enumerate(series.columns) if column not in name.split(", ")]
    if len(kept) * len(found) > MOST_COLUMNS:
        measured = [series.columns[at] for at in kept]
        kept = [kept[default_column(measured, series.values[:, kept])]]
    if len(found) > MOST_COLUMNS:
        raise InputError(TOO_MANY, count=len(found), column=name, most=MOST_COLUMNS)
    values = np.full((len(dates), len(found), len(kept)), np.nan)
    values[row, group] = series.values[:, kept]
    names = tuple(f"{series.columns[at]} · {key}" for key in found for at in kept)
    note = Note(STACKED, count=len(found), column=name, name=names[0])
    notes = (*series.notes, note)
    return Ordered(names, values.reshape(len(dates), -1), dates, series.lines[first], "stacked", notes)
