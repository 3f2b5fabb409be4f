"""Tables whose columns are separated by blanks alone."""

import re

from lstm_viz.data.cells import is_missing, is_number
from lstm_viz.data.dates import month_of
from lstm_viz.data.grouped import SPACED, number_with_zero_group
from lstm_viz.i18n import N_
from lstm_viz.problem import InputError

BLANK = " "
ONE_OR_SEVERAL = N_(
    "“{word}” could be one number or several. Put semicolons between the columns, or leave blanks "
    "and commas out of the numbers."
)
DATE = (
    r"\d{4}[-/.]\d{1,2}(?:[-/.]\d{1,2})?|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}|\d{4}\. ?\d{1,2}\. ?\d{1,2}\."
    r"|\d{4}년 ?\d{1,2}월 ?\d{1,2}일|\d{8}(?=[ T]\d{1,2}:)"
)
CLOCK = r"\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[AaPp][Mm])?(?:Z|[+-]\d{2}:?\d{2})?"
MOMENT = re.compile(rf"(?:{DATE})(?:(?:T| +){CLOCK})?(?!\S)")
CELL = re.compile(rf'"[^"]*"|{MOMENT.pattern}|\S+')


def cells_of(line: str) -> list[str]:
    """The cells of a line, separated by blanks or tabs; a date and the time after it are one cell."""
    return [" ".join(cell.strip('"').split()) for cell in CELL.findall(line)]


def rows_of_blanks(lines: list[str]) -> list[list[str]]:
    """The cells of several lines, with `joined_dates`."""
    return joined_dates([cells_of(line) for line in lines])


def joined_dates(rows: list[list[str]]) -> list[list[str]]:
    """The rows; if the first has a name for the date and one for its time, these become one."""
    if len(rows) > 1 and len(rows[0]) == len(rows[1]) + 1:
        for at, cell in enumerate(rows[1]):
            if BLANK in cell and MOMENT.fullmatch(cell):
                rows[0][at : at + 2] = [" ".join(rows[0][at : at + 2])]
                break
    return rows


def is_filled(cells: list[str]) -> bool:
    """Whether each cell is a number, a date or a missing value."""
    return all(
        is_missing(cell)
        or MOMENT.fullmatch(cell)
        or (cell[-1] not in ",;" and (is_number(cell, ".") or is_number(cell, ",")))
        for cell in cells
    )


def are_filled(lines: list[str]) -> bool:
    """Whether blanks split all lines after the first into equally many numbers and dates, more than one."""
    rows = rows_of_blanks(lines)[1:]
    return bool(rows) and len(rows[0]) > 1 and len(set(map(len, rows))) == 1 and all(map(is_filled, rows))


def are_columns(lines: list[str]) -> bool:
    """Whether the blanks in these lines separate columns, and not the thousands of numbers.

    Args:
        lines: The first lines, none of them empty, without another separator.

    Raises:
        InputError: If the blanks may separate either.
    """
    head, *rows = rows_of_blanks(lines)
    counts = [len(row) for row in rows]
    usual = max(set(counts), key=counts.count) if counts else 1
    are_even = set(counts) == {usual}
    are_whole = all(is_number(line.strip(), ".") or is_number(line.strip(), ",") for line in lines[1:])
    if usual == 1 or (are_whole and (not are_even or len(head) == 1 or any(map(number_with_zero_group, lines)))):
        return False
    found = [SPACED.search(MOMENT.sub("", line)) for line in lines[1:]]
    has_names = len(head) == usual and not is_filled(head)
    if len(head) == usual - 1 > 1 and all(map(month_of, head)):  # as R prints a series of months
        return True
    if all(found) and (are_whole or not has_names):
        raise InputError(ONE_OR_SEVERAL, word=found[0][0] if found[0] else "")
    return True
