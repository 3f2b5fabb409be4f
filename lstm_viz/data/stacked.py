"""The order of the rows: turned round if the newest is first, and side by side if series are below each other."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from lstm_viz.data.choices import AS_FOUND, NEWEST, OLDEST, SORTED, UNKNOWN, Choices
from lstm_viz.data.measured import CODES, default_column
from lstm_viz.data.sheet import MOST_COLUMNS
from lstm_viz.i18n import N_
from lstm_viz.problem import InputError, Note

ROWS_A_DATE = 1.5  # the least rows for each date of series that are below each other
NEWEST_FIRST = N_("The newest row was first: the rows were turned round.")
SORTED_ROWS = N_("The rows were not in the order of their dates: they were sorted.")
STACKED = N_(
    "{count} series were below each other (column {column}). They are now side by side, in columns such as “{name}”."
)
ONE_OF_THEM = N_("{count} series are below each other (column {column}): only “{name}” is read.")
TOO_MANY = N_("{count} series are below each other (column {column}): at most {most}. Choose one, or leave out rows.")
NOT_RISING = N_("Row {row}: {after} does not come after {before}. Sort the rows by date, with one row for each date.")
SAME_DATE = N_(
    "Rows {first} and {row} have the same date: {date}. Give one row for each date, such as the sum of a day, or "
    "choose no column of dates: then each row is one step."
)
NO_KEY = N_("No column says which series a row belongs to. Choose that column first, then the series.")
NO_SERIES = N_("There is no series “{name}” in column {column}. There are: {names}.")
NOT_PARTED = N_("Column {column} does not divide the rows into series: “{name}” has two rows of {date}.")
NEEDS_DATES = N_(
    "Series below each other are put side by side by their dates, and no dates are known. Choose one of them."
)
NOT_SORTED = N_("The rows cannot be sorted by date: no column holds dates.")
AGAINST_DATES = N_(
    "Row {row}: {after} does not come after {before}, so the dates contradict this order. Choose another "
    "order, or no column of dates."
)


@dataclass(frozen=True, eq=False)
class Ordered:
    """Columns of numbers, oldest row first.

    Attributes:
        columns: The names of the columns.
        values: Shape (rows, columns).
        dates: The date of each row; None if it is unknown.
        lines: The line of the file at which each row begins.
        order: How the rows were in the file: see `Choices`.
        notes: What was changed.
        stacked: The columns that say which series a row belongs to; none if no series are below each other.
        keys: The names of these series.
        only: The one of them that is read; "" for all.
    """

    columns: tuple[str, ...]
    values: np.ndarray
    dates: np.ndarray | None
    lines: np.ndarray
    order: str = UNKNOWN
    notes: tuple[Note, ...] = ()
    stacked: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    only: str = ""


def ordered(series: Ordered, texts: Mapping[str, Sequence[str]], choices: Choices = AS_FOUND) -> Ordered:
    """The series with its oldest row first.

    Args:
        series: The rows as the file has them.
        texts: The columns without numbers, which may tell whose series each row belongs to.
        choices: What a person has chosen; of columns their names.

    Raises:
        InputError: If the dates neither rise nor fall, or if a choice is impossible.
    """
    found = _key(series, texts, choices)
    if choices.series is not None:
        if found is None:
            raise InputError(NO_KEY)
        return _in_order(_only(series, *found, choices.series), choices.order)
    if found and series.dates is not None:
        return _side_by_side(series, series.dates, *found)
    return _in_order(series, choices.order)


def _in_order(series: Ordered, chosen: str | None) -> Ordered:
    dates = series.dates
    if dates is None:
        if chosen == SORTED:
            raise InputError(NOT_SORTED)
        return _taken(series, np.arange(len(series.lines)), chosen or UNKNOWN)
    at = np.arange(len(dates))
    if chosen == SORTED or (chosen is None and len(np.unique(dates)) == len(dates) and not _is_monotone(dates)):
        series = _taken(series, np.argsort(dates, kind="stable"), SORTED, Note(SORTED_ROWS))
    elif chosen == NEWEST or (chosen is None and dates[0] > dates[-1]):
        series = _taken(series, at, NEWEST, Note(NEWEST_FIRST))
    else:
        series = _taken(series, at, OLDEST)
    _check_order(series, AGAINST_DATES if chosen else NOT_RISING)
    return series


def _taken(series: Ordered, at: np.ndarray, order: str, *notes: Note) -> Ordered:
    """The rows at these places; in the other direction if the newest was first."""
    at = at[::-1] if order == NEWEST else at
    dates = None if series.dates is None else series.dates[at]
    told = (*series.notes, *notes)
    return replace(series, values=series.values[at], dates=dates, lines=series.lines[at], order=order, notes=told)


def _only(series: Ordered, stacked: tuple[str, ...], keys: np.ndarray, name: str) -> Ordered:
    """The rows of one of several series below each other."""
    names, column = tuple(np.unique(keys).tolist()), ", ".join(stacked)
    if name not in names:
        raise InputError(NO_SERIES, name=name, column=column, names=", ".join(names[:20]))
    rows = np.flatnonzero(keys == name)
    kept = [at for at, each in enumerate(series.columns) if each not in stacked]
    notes = (*series.notes, Note(ONE_OF_THEM, count=len(names), column=column, name=name))
    dates = None if series.dates is None else series.dates[rows]
    columns, values = tuple(series.columns[at] for at in kept), series.values[rows][:, kept]
    return Ordered(columns, values, dates, series.lines[rows], UNKNOWN, notes, stacked, names, name)


def _is_monotone(dates: np.ndarray) -> bool:
    steps = np.diff(dates).astype("int64")
    return bool(np.all(steps > 0) or np.all(steps < 0))


def _check_order(series: Ordered, sentence: str) -> None:
    dates = series.dates
    if dates is None:
        return
    wrong = np.flatnonzero(np.diff(dates).astype("int64") <= 0)
    if len(wrong):
        first, row = (int(series.lines[wrong[0] + at]) for at in (0, 1))
        before, after = (
            str(dates[wrong[0] + at]).removesuffix(".000000").removesuffix("T00:00:00").replace("T", " ")
            for at in (0, 1)
        )
        if before == after and sentence == NOT_RISING:
            raise InputError(SAME_DATE, first=min(first, row), row=max(first, row), date=after)
        raise InputError(sentence, row=row, after=after, before=before)


def may_name_series(series: Ordered, texts: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """The columns that may say which series a row belongs to: those without numbers, and codes."""
    return (*texts, *_codes(series))


def _codes(series: Ordered) -> dict[str, Sequence[str]]:
    return {
        name: [f"{value:g}" for value in column]
        for name, column in zip(series.columns, series.values.T, strict=True)
        if CODES.fullmatch(name.strip()) and len(series.columns) > 1
    }


def _key(
    series: Ordered, texts: Mapping[str, Sequence[str]], choices: Choices
) -> tuple[tuple[str, ...], np.ndarray] | None:
    """The columns whose values part the rows into series with one row for each date, and these values."""
    if choices.stacked is not None:
        return _chosen_key(series, texts, choices) if choices.stacked else None
    times = series.dates
    if times is None or _is_monotone(times):
        return None
    are_repeated = len(np.unique(times)) * ROWS_A_DATE <= len(times)
    codes = _codes(series)
    each = {**texts, **codes}
    candidates = [_together({name: column}) for name, column in each.items()]
    candidates += [_together(several) for several in (texts, codes, each) if len(several) > 1]
    for names, column in candidates:
        are_parted = len(np.unique(column)) * 2 <= len(column) and _repeated(column, times) is None
        if are_parted and (are_repeated or _are_blocks(column, times)):
            return names, column
    return None


def _are_blocks(keys: np.ndarray, times: np.ndarray) -> bool:
    """Whether the rows of each series stand together, in the order of their dates."""
    parts = np.split(times, np.flatnonzero(keys[1:] != keys[:-1]) + 1)
    return len(parts) == len(np.unique(keys)) and all(map(_is_monotone, parts))


def _together(columns: Mapping[str, Sequence[str]]) -> tuple[tuple[str, ...], np.ndarray]:
    """Several columns as one."""
    return tuple(columns), np.array([" · ".join(cells) for cells in zip(*columns.values(), strict=True)])


def _repeated(keys: np.ndarray, times: np.ndarray) -> int | None:
    """The first row that has the key and the date of an earlier one."""
    pairs = np.stack([np.unique(keys, return_inverse=True)[1], times.astype("int64")])
    first = np.unique(pairs, axis=1, return_index=True)[1]
    return None if len(first) == len(keys) else int(np.setdiff1d(np.arange(len(keys)), first)[0])


def _chosen_key(
    series: Ordered, texts: Mapping[str, Sequence[str]], choices: Choices
) -> tuple[tuple[str, ...], np.ndarray]:
    """The same for the columns that a person has chosen."""
    numbers = {
        name: [f"{value:g}" for value in column] for name, column in zip(series.columns, series.values.T, strict=True)
    }
    each = {**numbers, **texts}
    names, keys = _together({str(name): each[str(name)] for name in choices.stacked or () if name in each})
    if not names or set(series.columns) <= set(names):
        raise InputError(NO_KEY)
    if series.dates is None and choices.series is None:
        raise InputError(NEEDS_DATES)
    if choices.series is None and series.dates is not None and (row := _repeated(keys, series.dates)) is not None:
        date = str(series.dates[row]).removesuffix(".000000").replace("T", " ")
        raise InputError(NOT_PARTED, column=", ".join(names), name=str(keys[row]), date=date)
    return names, keys


def _side_by_side(series: Ordered, times: np.ndarray, stacked: tuple[str, ...], keys: np.ndarray) -> Ordered:
    column = ", ".join(stacked)
    found, group = np.unique(keys, return_inverse=True)
    dates, first, row = np.unique(times, return_index=True, return_inverse=True)
    kept = [at for at, each in enumerate(series.columns) if each not in stacked]
    if len(kept) * len(found) > MOST_COLUMNS:
        measured = [series.columns[at] for at in kept]
        kept = [kept[default_column(measured, series.values[:, kept])]]
    if len(found) > MOST_COLUMNS:
        raise InputError(TOO_MANY, count=len(found), column=column, most=MOST_COLUMNS)
    values = np.full((len(dates), len(found), len(kept)), np.nan)
    values[row, group] = series.values[:, kept]
    names = tuple(f"{series.columns[at]} · {key}" for key in found for at in kept)
    notes = (*series.notes, Note(STACKED, count=len(found), column=column, name=names[0]))
    about = SORTED, notes, stacked, tuple(found.tolist())
    return Ordered(names, values.reshape(len(dates), -1), dates, series.lines[first], *about)
