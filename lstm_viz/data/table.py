"""Reads a table of numbers that a visitor brings: a CSV file, or its text."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

from lstm_viz.data.cells import (
    FACTORS,
    decimal_mark,
    first_known,
    holds_numbers,
    is_missing,
    is_number,
    numbers,
    without_marks,
)
from lstm_viz.data.dates import is_date
from lstm_viz.data.measured import TIMELIKE, default_column, filler_of
from lstm_viz.data.rows import (
    MOST_ROWS,
    TOO_MANY_ROWS,
    decoded_as,
    rows_of,
    separator_of,
    told_separator,
    with_line_feeds,
    without_comments,
)
from lstm_viz.data.sheet import MOST_COLUMNS, Sheet, drop_ends, drop_titles, fit_header, is_year, turn
from lstm_viz.data.stacked import Ordered, ordered
from lstm_viz.data.timing import timing_of
from lstm_viz.i18n import N_
from lstm_viz.problem import InputError, Note

MOST_LETTERS = 20_000_000
LONGEST_NAME = 40
MARKUP = str.maketrans("", "", "<>$`")
COMMENTS = N_("Lines of comment left out above the rows: {count}.")
NUMBERED = N_("The first row, {cells}, was taken for the names of the columns.")
SIGNS = N_("Column {column}: “{signs}” was left out beside the numbers.")
MULTIPLIED = N_("Column {column}: the letters beside the numbers were multiplied out ({factors}).")
FILLER = N_(
    "Column {column}: {value} is far from all other values (times: {count}). Does it stand for a missing value? It was "
    "read as a number."
)
UNKNOWN_DATES = N_(
    "The dates in column {column} (“{cell}”) are not understood, so the order of the rows is unknown: they are read as "
    "if the oldest were first."
)
NO_DATES = N_("No column holds dates, so the order of the rows is unknown: they are read as if the oldest were first.")


@dataclass(frozen=True)
class Choices:
    """What a person says of a file; None where the file itself shall tell.

    Attributes:
        separator: The separator between two cells.
        decimal: The decimal mark, "." or ",".
        day_first: Whether 01/02/2026 begins with the day.
        missing: Numbers that stand for a missing value, such as -200.
    """

    separator: str | None = None
    decimal: str | None = None
    day_first: bool | None = None
    missing: Sequence[float] = ()


AS_FOUND = Choices()


@dataclass(frozen=True, eq=False)
class Table:
    """The columns of numbers in a table.

    Attributes:
        columns: The names of the columns, from the header, else "column 1", …
        values: Shape (rows, columns), float64; NaN for a missing value. The oldest row is the first.
        dates: The date of each row, datetime64 in microseconds; None without a column of dates.
        lines: The line of the file at which each row begins, counted from 1, (rows,).
        left_out: The names of the columns that hold no numbers.
        separator: The separator between two cells.
        decimal: The decimal mark, "." or ",".
        default: The name of the column to forecast: the first that was measured.
        understood: What the file was taken to be: a name of a choice → its value.
        notes: What was left out, changed or not understood.
    """

    columns: tuple[str, ...]
    values: np.ndarray
    dates: np.ndarray | None
    lines: np.ndarray
    left_out: tuple[str, ...]
    separator: str
    decimal: str
    default: str
    understood: Mapping[str, Any] = field(default_factory=dict)
    notes: tuple[Note, ...] = ()

    @property
    def times(self) -> tuple[str, ...] | None:
        """The rows' dates in ISO 8601, to the second if none has a fraction of one; None without dates."""
        if self.dates is None:
            return None
        are_whole = not (self.dates.astype("int64") % 1_000_000).any()
        return tuple(np.datetime_as_string(self.dates, unit="s" if are_whole else "us").tolist())


def read_series(content: bytes | str, chosen: Choices = AS_FOUND, **choices: object) -> Table:
    """Reads the series in a file or text, oldest row first, and says what it was taken to be.

    Args:
        content: The file, or its text.
        chosen: What is to be taken otherwise than the file tells.
        choices: The same, by the names of `Choices`.

    Raises:
        InputError: If the text is not a table. The message names the row and column of the error.
    """
    text, encoding = (content, "text") if isinstance(content, str) else decoded_as(content)
    return _parsed(text, replace(chosen, **choices), encoding)  # type: ignore[arg-type]


def read_table(content: bytes) -> Table:
    """Reads the table in a file; see `decoded` and `parse_table` for the errors."""
    return read_series(content)


def parse_table(text: str) -> Table:
    """Reads a table. The separator of its cells and the column of dates are found automatically.

    Args:
        text: One row on each line, with or without a header. Cells may be in quotes. A cell in MISSING is a missing
            value.

    Raises:
        InputError: If the text is not a table. The message names the row and column of the error.
    """
    return read_series(text)


def _parsed(text: str, choices: Choices, encoding: str) -> Table:
    if len(text) > MOST_LETTERS:
        raise InputError("The text is too long: at most {most} characters.", most=f"{MOST_LETTERS:,}")
    text, told = told_separator(with_line_feeds(text))
    text, comments = without_comments(text)
    separator = choices.separator or told or separator_of(text)
    sheet = _sheet(text, separator)
    if comments:
        sheet.notes.insert(0, Note(COMMENTS, count=comments))
    return _table(sheet, separator, choices, encoding)


def _sheet(text: str, separator: str) -> Sheet:
    """The rows below the header, all of one width."""
    sheet = Sheet(None, *rows_of(text, separator))
    if separator not in (" ", "\n"):
        drop_titles(sheet)
    sheet.header = _header(sheet.rows[0], sheet.rows[1:], separator)
    if sheet.header is None:
        _check_width(len(sheet.rows[0]))
    else:
        if all(name.isdecimal() for name in sheet.header):
            sheet.notes.append(Note(NUMBERED, cells=", ".join(sheet.header[:6])))
        sheet.drop(0)
        if sheet.rows:
            fit_header(sheet)
            turn(sheet)
        _check_width(len(sheet.header))
    if sheet.rows:
        drop_ends(sheet)
    if len(sheet.rows) < 2:
        raise InputError("There are fewer than two rows of numbers. Give one row for each time.")
    if len(sheet.rows) > MOST_ROWS:
        raise InputError(TOO_MANY_ROWS, most=f"{MOST_ROWS:,}")
    _check_widths(sheet.rows, sheet.lines, len(sheet.header or sheet.rows[0]))
    return sheet


def _header(first: list[str], others: list[list[str]], separator: str) -> list[str] | None:
    """The first row, if it is a header.

    A header has words, but no number and no date, unless one of its words is above a number or a date, or one of its
    dates above a number. Numbers are names, too, if they count the columns from 0, as pandas does.
    """
    below = others[0] if others else []
    if _counts(first, below):
        return first
    has_number = any(_may_be_number(cell, separator) for cell in first)
    has_date = any(cell and is_date(cell) for cell in first)
    has_words = any(cell and not is_missing(cell) for cell in first)
    if not has_words or ((has_number or has_date) and not _is_above_others(first, below, separator)):
        return None
    return first


def _counts(first: list[str], below: list[str]) -> bool:
    """Whether the cells of the first row count the columns from 0, with an empty cell above an index or without."""
    wanted = [str(at) for at in range(len(first))]
    is_indexed = len(first) > 1 and not first[0] and first[1:] == wanted[:-1] and bool(below) and bool(below[0])
    return is_indexed or (len(first) > 2 and first == wanted and any("." in cell for cell in below))


def _names(header: list[str] | None, width: int) -> tuple[str, ...]:
    cleaned = [_clean(cell) or f"column {at}" for at, cell in enumerate(header or [""] * width, start=1)]
    twice = {name for name in cleaned if cleaned.count(name) > 1}
    return tuple(f"{name} ({at})" if name in twice else name for at, name in enumerate(cleaned, start=1))


def _clean(name: str) -> str:
    """A name on one line, short, and without characters that a chart could read as markup."""
    return " ".join(name.translate(MARKUP).split())[:LONGEST_NAME]


def _is_above_others(first: list[str], below: list[str], separator: str) -> bool:
    """Whether a word of the first row is above a number or a date, or a date or several years above numbers."""
    pairs = [(top, low) for top, low in zip(first, below, strict=False) if not is_missing(top) and not is_missing(low)]
    words = [low for top, low in pairs if not _may_be_number(top, separator) and not is_date(top)]
    dated = [low for top, low in pairs if is_date(top) and not _may_be_number(top, separator)]
    years = [low for top, low in pairs if is_year(top) and not is_year(low)]
    return (
        any(_may_be_number(low, separator) or is_date(low) for low in words)
        or any(_may_be_number(low, separator) and not is_date(low) for low in dated)
        or len(years) > 2
    )


def _may_be_number(cell: str, separator: str) -> bool:
    return is_number(cell, ".") or (separator != "," and is_number(cell, ","))


def _check_width(width: int) -> None:
    if width > MOST_COLUMNS:
        raise InputError("There are {count} columns: at most {most}.", count=width, most=MOST_COLUMNS)


def _check_widths(rows: list[list[str]], lines: list[int], width: int) -> None:
    for row, line in zip(rows, lines, strict=True):
        if len(row) != width:
            raise InputError(
                "Row {row} and the first row have different numbers of cells: {count} and {width}.",
                row=line,
                count=len(row),
                width=width,
            )


def _table(sheet: Sheet, separator: str, choices: Choices, encoding: str) -> Table:
    names = _names(sheet.header, len(sheet.rows[0]))
    timing = timing_of(sheet, names, choices.day_first)
    columns = [list(column) for column in zip(*sheet.rows, strict=True)]
    others = {names[at]: columns[at] for at in range(len(columns)) if at not in timing.columns}
    decimal = choices.decimal or _decimal(others, sheet.lines, separator)
    found = {name: _numbers(column, sheet, name, decimal) for name, column in others.items()}
    read = {name: each for name, each in found.items() if each is not None}
    if not read:
        raise InputError("No column holds numbers. Found: {columns}.", columns=", ".join(names[:6]))
    values = np.column_stack(list(read.values()))
    values[np.isin(values, list(choices.missing))] = np.nan
    texts = {name: column for name, column in others.items() if name not in read}
    unsorted = Ordered(tuple(read), values, timing.dates, np.array(sheet.lines), "unknown", timing.notes)
    series = ordered(unsorted, texts)
    told = {"encoding": encoding, "separator": separator, "decimal": decimal, "header": sheet.header is not None}
    told |= {**timing.understood, "order": series.order, "missing": tuple(choices.missing)}
    notes = (*sheet.notes, *series.notes, *_doubts(series, texts))
    left_out, default = tuple(texts), series.columns[default_column(series.columns, series.values)]
    return Table(
        series.columns, series.values, series.dates, series.lines, left_out, separator, decimal, default, told, notes
    )


def _decimal(columns: Mapping[str, list[str]], lines: list[int], separator: str) -> str:
    """The decimal mark; with commas between the columns, only a number in quotes can have a decimal comma."""
    is_certain = separator == ","
    cells = [[cell for cell in column if "," in cell] for column in columns.values()] if is_certain else None
    return decimal_mark(cells or list(columns.values()), lines, tuple(columns), is_certain=is_certain)


def _numbers(column: list[str], sheet: Sheet, name: str, decimal: str) -> np.ndarray | None:
    """The numbers of a column; None if it holds other things. What stands beside the numbers is noted."""
    problem = None
    if holds_numbers(column, decimal):
        try:
            return numbers(column, sheet.lines, name, decimal)
        except InputError as error:
            problem = error.released()
    if (found := without_marks(column, decimal)) is None:
        if problem is not None:
            raise problem
        return None
    cells, factors, marks = found
    if marks.signs:
        sheet.notes.append(Note(SIGNS, column=name, signs=" ".join(marks.signs)))
    if marks.factors:
        told = ", ".join(f"{factor} = {FACTORS[factor]:,.0f}" for factor in marks.factors)
        sheet.notes.append(Note(MULTIPLIED, column=name, factors=told))
    return numbers(cells, sheet.lines, name, decimal) * factors


def _doubts(series: Ordered, texts: Mapping[str, list[str]]) -> list[Note]:
    """Values that may stand for missing ones, and an order that is unknown."""
    notes = []
    for name, column in zip(series.columns, series.values.T, strict=True):
        if found := filler_of(column):
            notes.append(Note(FILLER, column=name, value=f"{found[0]:g}", count=found[1]))
    if series.dates is None:
        named = [name for name in texts if TIMELIKE.fullmatch(name)]
        named = named or [name for name, cells in texts.items() if cells[0][:1].isdecimal()]
        cells = first_known(texts[named[0]]) if named else []
        notes.append(Note(UNKNOWN_DATES, column=named[0], cell=cells[0]) if cells else Note(NO_DATES))
    return notes
