"""Reads a table of numbers that a visitor brings: a CSV file, or its text."""

from dataclasses import dataclass

import numpy as np

from lstm_viz.data.cells import LOOKED_AT, decimal_mark, holds_numbers, is_missing, is_number, numbers
from lstm_viz.data.dates import date_reader
from lstm_viz.data.rows import MOST_ROWS, TOO_MANY_ROWS, decoded, rows_of, separator_of, with_line_feeds
from lstm_viz.problem import InputError

MOST_COLUMNS = 200
MOST_LETTERS = 20_000_000
LONGEST_NAME = 40
MARKUP = str.maketrans("", "", "<>$`")


@dataclass(frozen=True, eq=False)
class Table:
    """The columns of numbers in a table.

    Attributes:
        columns: The names of the columns, from the header, else "column 1", …
        values: Shape (rows, columns), float64; NaN for a missing value.
        times: The rows' dates in ISO 8601; None without a column of dates.
        lines: The line of the file at which each row begins, counted from 1, (rows,).
        left_out: The names of the columns that hold no numbers.
        separator: The separator between two cells.
        decimal: The decimal mark, "." or ",".
    """

    columns: tuple[str, ...]
    values: np.ndarray
    times: tuple[str, ...] | None
    lines: np.ndarray
    left_out: tuple[str, ...]
    separator: str
    decimal: str


def read_table(content: bytes) -> Table:
    """Reads the table in a file; see `decoded` and `parse_table` for the errors."""
    return parse_table(decoded(content))


def parse_table(text: str) -> Table:
    """Reads a table. The separator of its cells and the column of dates are found automatically.

    Args:
        text: One row on each line, with or without a header. Cells may be in quotes. A cell in MISSING is a missing
            value.

    Raises:
        InputError: If the text is not a table. The message names the row and column of the error.
    """
    if len(text) > MOST_LETTERS:
        raise InputError("The text is too long: at most {most} characters.", most=f"{MOST_LETTERS:,}")
    text = with_line_feeds(text)
    separator = separator_of(text)
    rows, lines = rows_of(text, separator)
    _check_width(len(rows[0]))
    header = _header(rows[0], rows[1:], separator)
    if header is not None:
        rows, lines = rows[1:], lines[1:]
    if len(rows) < 2:
        raise InputError("There are fewer than two rows of numbers. Give one row for each time.")
    if len(rows) > MOST_ROWS:
        raise InputError(TOO_MANY_ROWS, most=f"{MOST_ROWS:,}")
    _check_widths(rows, lines, len(header or rows[0]))
    return _table(rows, lines, header, separator)


def _header(first: list[str], others: list[list[str]], separator: str) -> tuple[str, ...] | None:
    """The names in the first row, if it is a header.

    A header has words, but no number and no date, unless one of its words is above a number.
    """
    has_number = any(_may_be_number(cell, separator) for cell in first)
    has_date = any(cell and date_reader([cell]) is not None for cell in first)
    has_words = any(cell and not is_missing(cell) for cell in first)
    if not has_words or ((has_number or has_date) and not _has_word_above_number(first, others, separator)):
        return None
    names = [_clean(cell) or f"column {at}" for at, cell in enumerate(first, start=1)]
    return tuple(name if names.count(name) == 1 else f"{name} ({at})" for at, name in enumerate(names, start=1))


def _clean(name: str) -> str:
    """A name on one line, short, and without characters that a chart could read as markup."""
    return " ".join(name.translate(MARKUP).split())[:LONGEST_NAME]


def _has_word_above_number(first: list[str], others: list[list[str]], separator: str) -> bool:
    """Whether a word of the first row is above a number. Then numbers in that row, such as years, are names, too."""
    below = others[0] if others else []
    return any(
        not _may_be_number(top, separator) and date_reader([top]) is None and _may_be_number(low, separator)
        for top, low in zip(first, below, strict=False)
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


def _table(rows: list[list[str]], lines: list[int], header: tuple[str, ...] | None, separator: str) -> Table:
    columns = [list(column) for column in zip(*rows, strict=True)]
    names = header or tuple(f"column {at}" for at in range(1, len(columns) + 1))
    decimal = "." if separator == "," else _decimal_mark(columns, lines, names)
    dated = next((at for at, column in enumerate(columns) if _are_dates(column, decimal)), None)
    kept = [at for at, column in enumerate(columns) if at != dated and holds_numbers(column, decimal)]
    if not kept:
        raise InputError("No column holds numbers. Found: {columns}.", columns=", ".join(names[:6]))
    values = np.column_stack([numbers(columns[at], lines, names[at], decimal) for at in kept])
    times = None if dated is None else _dates(columns[dated], lines, names[dated])
    if times and times[0] > times[-1]:
        values, times, lines = values[::-1], times[::-1], lines[::-1]
    if times:
        _check_order(times, lines)
    left_out = tuple(name for at, name in enumerate(names) if at not in kept and at != dated)
    return Table(tuple(names[at] for at in kept), values, times, np.array(lines), left_out, separator, decimal)


def _decimal_mark(columns: list[list[str]], lines: list[int], names: tuple[str, ...]) -> str:
    # In 2026.01 the point may be inside a date, which tells nothing about the numbers.
    numeric = [at for at, column in enumerate(columns) if not _are_dates(column)]
    return decimal_mark([columns[at] for at in numeric], lines, tuple(names[at] for at in numeric))


def _are_dates(column: list[str], decimal: str | None = None) -> bool:
    """Whether the first cells are all dates; with a decimal mark, also whether they are not all plain numbers."""
    some = [cell for cell in column if not is_missing(cell)][:LOOKED_AT]
    are_numbers = decimal is not None and all(is_number(cell, decimal) for cell in some)
    return bool(some) and not are_numbers and date_reader(some) is not None


def _dates(column: list[str], lines: list[int], name: str) -> tuple[str, ...]:
    read = date_reader([cell for cell in column if not is_missing(cell)][:LOOKED_AT], among=column)
    dates: list[str] = []
    for cell, line in zip(column, lines, strict=True):
        date = read(cell) if read else None
        if date is None:
            raise InputError("Row {row}, column {column}: “{cell}” is not a date.", row=line, column=name, cell=cell)
        dates.append(date)
    return tuple(dates)


def _check_order(times: tuple[str, ...], lines: list[int]) -> None:
    for before, after, line in zip(times, times[1:], lines[1:], strict=False):
        if after <= before:
            raise InputError(
                "Row {row}: {after} does not come after {before}. Sort the rows by date, with one row for each date.",
                row=line,
                after=after.replace("T", " "),
                before=before.replace("T", " "),
            )
