"""The names of a table's columns: which rows hold them, and whether all rows have the width of these names."""

import re

from lstm_viz.data.between import drop_between, drop_names_again
from lstm_viz.data.cells import is_missing, is_number
from lstm_viz.data.choices import Choices
from lstm_viz.data.dates import is_date, month_of
from lstm_viz.data.rows import MOST_ROWS, TOO_MANY_ROWS
from lstm_viz.data.sheet import (
    LEAST_TURNED,
    MOST_COLUMNS,
    TOO_FEW,
    Sheet,
    drop_below,
    drop_remarks,
    drop_units,
    fit_header,
    is_year,
    turn,
)
from lstm_viz.data.spaced import BLANK
from lstm_viz.i18n import N_
from lstm_viz.problem import InputError, Note

LONGEST_NAME = 40
HAS_DIGIT = re.compile(r"\d")
MARKUP = str.maketrans("", "", "<>$`")
NUMBERED = N_("The first row, {cells}, was taken for the names of the columns.")


def name_columns(sheet: Sheet, separator: str, choices: Choices) -> None:
    """Takes the names of the columns from the first rows, and brings all rows to one width.

    Raises:
        InputError: If there are too few rows or too many columns, or if the rows have different widths.
    """
    if not sheet.rows:
        raise InputError(TOO_FEW)
    header = _header(sheet.rows[0], sheet.rows[1:], separator)
    if choices.header is None and header and all(name.isdecimal() for name in header if name):
        sheet.notes.append(Note(NUMBERED, cells=", ".join(filter(None, header[:7]))))
    rows = int(header is not None) + (header is not None and _continues(header, sheet.rows[1:3]))
    sheet.name_columns(choices.header if choices.header is not None else rows)
    if sheet.rows:
        if separator == BLANK:
            drop_remarks(sheet)
        if choices.leave_out is None:
            drop_below(sheet)
        fit_header(sheet)
        if choices.leave_out is None:
            drop_names_again(sheet)
        turn(sheet, choices.layout)
    _check_width(len(sheet.header or sheet.rows[0]))
    if sheet.rows and choices.leave_out is None:
        drop_units(sheet)
        drop_between(sheet)
    if len(sheet.rows) < 2:
        raise InputError(TOO_FEW)
    if len(sheet.rows) > MOST_ROWS:
        raise InputError(TOO_MANY_ROWS, most=f"{MOST_ROWS:,}")
    _check_widths(sheet.rows, sheet.lines, len(sheet.header or sheet.rows[0]))


def _header(first: list[str], others: list[list[str]], separator: str) -> list[str] | None:
    """The first row, if it is a header.

    A header has words, but no number and no date, unless one of its words is above a number or a date, or one of its
    dates above a number. Numbers are names, too, if they count the columns from 0, as pandas does, or if what is above
    the dates is none.
    """
    below = others[0] if others else []
    if _counts(first, below) or _is_above_dates(first, others[:2]):
        return first
    has_number = any(_may_be_number(cell, separator) for cell in first)
    has_date = any(cell and is_date(cell) for cell in first)
    has_words = any(cell and not is_missing(cell) for cell in first)
    if not has_words or ((has_number or has_date) and not _is_above_others(first, below, separator)):
        return None
    return first


def _continues(header: list[str], below: list[list[str]]) -> bool:
    """Whether the next row continues names that come several times, as pandas writes columns of several levels."""
    if len(below) < 2 or len(below[0]) != len(header):
        return False
    both = list(zip(header, below[0], strict=True))
    names = [name for name in header if name]
    cells = [*below[0], *names]
    are_words = not any(is_number(cell, ".") or is_number(cell, ",") or is_date(cell) for cell in cells)
    return are_words and len(set(names)) < len(names) and len(set(both)) == len(both) and _is_above_all(both)


def _is_above_all(both: list[tuple[str, str]]) -> bool:
    """Whether each name that comes several times is continued at all places but its first."""
    firsts = {name: at for at, (name, _below) in reversed(list(enumerate(both)))}
    return all(below and not is_missing(below) for at, (name, below) in enumerate(both) if firsts[name] != at)


def _counts(first: list[str], below: list[str]) -> bool:
    """Whether the cells of the first row count the columns from 0, with an empty cell above an index or without."""
    wanted = [str(at) for at in range(len(first))]
    is_indexed = len(first) > 1 and not first[0] and first[1:] == wanted[:-1] and bool(below) and bool(below[0])
    return is_indexed or (len(first) > 2 and first == wanted and any("." in cell for cell in below))


def _is_above_dates(first: list[str], below: list[list[str]]) -> bool:
    """Whether a cell of the first row that is no date is above dates that are no numbers."""
    columns = list(zip(first, *below, strict=False)) if len(below) > 1 else []
    return any(
        not is_date(top) and all(is_date(cell) and not is_number(cell, ".") for cell in dates)
        for top, *dates in columns
        if is_missing(top) or is_number(top, ".")
    )


def names_of(header: list[str] | None, width: int, choices: Choices) -> tuple[str, ...]:
    """A name for each column: that of the header without what a chart could read as markup, or "column 1"."""
    cleaned = [_clean(cell) or choices.name_of(at) for at, cell in enumerate(header or [""] * width, start=1)]
    twice = {name for name in cleaned if cleaned.count(name) > 1}
    return tuple(f"{name} ({at})" if name in twice else name for at, name in enumerate(cleaned, start=1))


def _clean(name: str) -> str:
    """A name on one line, short, and without characters that a chart could read as markup."""
    return " ".join(name.translate(MARKUP).split())[:LONGEST_NAME]


def _is_above_others(first: list[str], below: list[str], separator: str) -> bool:
    """Whether a word of the first row is above a number or a date, or a date or several years above numbers."""
    pairs = [(top, low) for top, low in zip(first, below, strict=False) if not is_missing(top) and not is_missing(low)]
    words = [(top, low) for top, low in pairs if not _may_be_number(top, separator) and not is_date(top)]
    words *= len({top for top, _low in pairs}) == len(pairs)  # a name is there once
    dated = [low for top, low in pairs if is_date(top) and not _may_be_number(top, separator)]
    years = [top for top, low in zip(first, below, strict=False) if is_year(top) and not is_year(low)]
    are_numbers = len(dated) >= LEAST_TURNED and not any(map(is_date, dated))  # such as $ 1,204.50 or (702)
    return (
        (are_numbers and all(map(HAS_DIGIT.search, dated)))
        or any(_may_be_number(low, separator) or is_date(low) for _top, low in words)
        or any(not HAS_DIGIT.search(top) and HAS_DIGIT.match(low) for top, low in words)
        or any(_may_be_number(low, separator) and not is_date(low) for low in dated)
        or len(years) > 2
        or (len(years) == len(first) - 1 > 0 and month_of(below[0]) is not None)
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
