"""The rows of a file before its numbers are read: what stands above and below them, and tables that lie differently."""

import re
from dataclasses import dataclass, field

from lstm_viz.data.cells import LOOKED_AT, is_missing, is_number
from lstm_viz.data.dates import is_date, month_of, way_of
from lstm_viz.i18n import N_
from lstm_viz.problem import InputError, Note

MOST_COLUMNS = 200
YEAR = re.compile(r"(?:1[5-9]|20|21)[0-9]{2}(?:\.[01][0-9])?")
LEAST_TURNED = 3  # as many names in a row that are dates are no chance
MONTHS_A_YEAR = 12
LEFT_OUT_ABOVE = N_("Left out above the names of the columns: rows {rows}.")
LEFT_OUT_UNITS = N_("Row {row} is left out: it holds no numbers but “{cell}”, as a second row of names or units does.")
LEFT_OUT_BELOW = N_("Left out at the end: row {row} with “{cell}”, which is no row of the series.")
TURNED = N_(
    "The names of the columns are dates ({first}, {second}, …), so each row is a series. The table was turned: "
    "time now runs downwards."
)
MONTHS = N_("There is a column for each month. The months were put below each other, year after year.")
TOO_MANY_SERIES = N_(
    "The names of the columns are dates ({first}, …), so each row is a series, and there are {count}: at most {most}. "
    "Leave out rows."
)


@dataclass
class Sheet:
    """The rows of a file.

    Attributes:
        header: The names of the columns; None if the file holds none.
        rows: The cells of each row.
        lines: The line of the file at which each row begins, counted from 1.
        notes: What was left out or turned.
    """

    header: list[str] | None
    rows: list[list[str]]
    lines: list[int]
    notes: list[Note] = field(default_factory=list)

    def drop(self, at: int) -> None:
        """Leaves out a row."""
        del self.rows[at], self.lines[at]


def drop_titles(sheet: Sheet) -> None:
    """Leaves out the rows above the names of the columns, such as a title: they have fewer cells than the others."""
    widths = [len(row) for row in sheet.rows[: 4 * LOOKED_AT]]
    usual, dropped = max(set(widths), key=widths.count), []
    while len(sheet.rows) > 2 and _is_title(sheet.rows[0], sheet.rows[1], usual):
        dropped.append(str(sheet.lines[0]))
        sheet.drop(0)
    if dropped:
        sheet.notes.append(Note(LEFT_OUT_ABOVE, rows=", ".join(dropped)))


def _is_title(row: list[str], below: list[str], usual: int) -> bool:
    filled = [cell for cell in row if cell]
    if usual == 1 or any(is_number(cell, ".") or is_number(cell, ",") for cell in filled):
        return False
    is_short = len(row) != usual and len(filled) <= max(1, usual // 3)
    has_names_below = len([cell for cell in below if cell and not is_number(cell, ".")]) > 1
    return is_short or (len(filled) == 1 and bool(row[0]) and usual > 1 and has_names_below)


def drop_ends(sheet: Sheet) -> None:
    """Leaves out a second row of names or units, and short rows at the end that hold one text."""
    width = len(sheet.header or sheet.rows[0])
    while sheet.header and len(sheet.rows) > 2 and _has_no_value(sheet.rows[0]) and not _has_no_value(sheet.rows[2]):
        sheet.notes.append(Note(LEFT_OUT_UNITS, row=sheet.lines[0], cell=next(filter(None, sheet.rows[0]))))
        sheet.drop(0)
    while len(sheet.rows) > 2 and len(sheet.rows[-1]) != width and len([c for c in sheet.rows[-1] if c]) == 1:
        cell = next(filter(None, sheet.rows[-1]))
        if is_number(cell, ".") or is_number(cell, ","):
            return
        leave_out_last(sheet, cell)


def leave_out_last(sheet: Sheet, cell: str) -> None:
    """Leaves out the last row, and notes the cell that tells why."""
    sheet.notes.append(Note(LEFT_OUT_BELOW, row=sheet.lines[-1], cell=cell))
    sheet.drop(-1)


def _has_no_value(row: list[str]) -> bool:
    """Whether no cell holds a digit, and some cell a text."""
    return not any(map(str.isdecimal, "".join(row))) and not all(map(is_missing, row))


def fit_header(sheet: Sheet) -> None:
    """Gives the header the cells that it lacks: R names no index, and some programs end each row with a separator."""
    if sheet.header and all(len(row) == len(sheet.header) + 1 for row in sheet.rows):
        if any(row[-1] for row in sheet.rows):
            sheet.header = ["", *sheet.header]
        else:
            sheet.rows = [row[:-1] for row in sheet.rows]


def turn(sheet: Sheet) -> None:
    """Turns a table whose time runs to the right, and puts months in columns below each other.

    Raises:
        InputError: If a table to be turned has too many rows.
    """
    header = sheet.header or []
    at = len(header)
    if [month_of(name) for name in header[1 : MONTHS_A_YEAR + 1]] == list(range(1, MONTHS_A_YEAR + 1)):
        _unroll(sheet)
        return
    while at and (is_date(header[at - 1]) or is_year(header[at - 1])):
        at -= 1
    times = header[at:]
    if len(times) < LEAST_TURNED or way_of(times, integers=all(map(is_year, times))) is None:
        return
    if len(sheet.rows) >= MOST_COLUMNS:
        raise InputError(TOO_MANY_SERIES, first=times[0], count=len(sheet.rows), most=MOST_COLUMNS - 1)
    names = [" · ".join(_label(row[:at])) for row in sheet.rows]
    columns = [row[at : at + len(times)] for row in sheet.rows]
    if any(len(column) != len(times) for column in columns):
        return
    sheet.rows = [[time, *cells] for time, *cells in zip(times, *columns, strict=True)]
    sheet.lines = [sheet.lines[0]] * len(times)
    sheet.header = ["date", *names]
    sheet.notes.append(Note(TURNED, first=times[0], second=times[1]))


def _label(cells: list[str]) -> list[str]:
    """The words among the first cells of a row, which tell whose series it is; else its numbers."""
    words = [cell for cell in cells if cell and not is_number(cell, ".")]
    return words or [cell for cell in cells if cell]


def _unroll(sheet: Sheet) -> None:
    if not all(is_year(row[0].removesuffix("년")) and len(row) > MONTHS_A_YEAR for row in sheet.rows):
        return
    months = range(1, MONTHS_A_YEAR + 1)
    rows = [[f"{row[0][:4]}-{month:02}", row[month]] for row in sheet.rows for month in months]
    lines = [line for line in sheet.lines for _month in months]
    while rows and is_missing(rows[-1][1]):
        del rows[-1], lines[-1]
    sheet.header, sheet.rows, sheet.lines = ["date", "value"], rows, lines
    sheet.notes.append(Note(MONTHS))


def is_year(cell: str) -> bool:
    """Whether a cell is the number of a year, or of a year and a month such as 2021.01."""
    return YEAR.fullmatch(cell) is not None
