"""The names of a table's columns: which rows hold them, and whether all rows have the width of these names."""

from lstm_viz.data.cells import is_missing, is_number
from lstm_viz.data.choices import Choices
from lstm_viz.data.dates import is_date
from lstm_viz.data.rows import MOST_ROWS, TOO_MANY_ROWS
from lstm_viz.data.sheet import MOST_COLUMNS, TOO_FEW, Sheet, drop_ends, fit_header, is_year, turn
from lstm_viz.i18n import N_
from lstm_viz.problem import InputError, Note

LONGEST_NAME = 40
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
    if choices.header is None and header and all(name.isdecimal() for name in header):
        sheet.notes.append(Note(NUMBERED, cells=", ".join(header[:6])))
    sheet.name_columns(choices.header if choices.header is not None else int(header is not None))
    if sheet.rows:
        fit_header(sheet)
        turn(sheet, choices.layout)
    _check_width(len(sheet.header or sheet.rows[0]))
    if sheet.rows and choices.leave_out is None:
        drop_ends(sheet)
    if len(sheet.rows) < 2:
        raise InputError(TOO_FEW)
    if len(sheet.rows) > MOST_ROWS:
        raise InputError(TOO_MANY_ROWS, most=f"{MOST_ROWS:,}")
    _check_widths(sheet.rows, sheet.lines, len(sheet.header or sheet.rows[0]))


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
