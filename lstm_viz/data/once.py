"""Cells that are written once, above the rows to which they belong, as spreadsheets show cells that are joined."""

import itertools

from lstm_viz.data.cells import is_number
from lstm_viz.data.dates import is_clock, is_date, month_of
from lstm_viz.data.sheet import Sheet, is_year, quarter_of
from lstm_viz.i18n import N_
from lstm_viz.problem import Note

LEAST_COLUMNS = 3  # what is written once, the time, and a value
FILLED_DOWN = N_("Column {column}: a cell without a value was read as the cell above it.")


def fill_down(sheet: Sheet, name: str) -> None:
    """Writes a year, a day or a word of the first column into the empty cells below it.

    This is done only if the second column is a time that runs on below each of these cells, such as the months of a
    year or the hours of a day, and begins anew beside the next one.

    Args:
        sheet: The rows. They are changed.
        name: The name of the first column.
    """
    if all(row[0] for row in sheet.rows) or len(sheet.rows[0]) < LEAST_COLUMNS:
        return
    times = [_time(row[1]) for row in sheet.rows]
    while times and times[-1] is None:  # a remark at the end
        del times[-1]
    rows = sheet.rows[: len(times)]
    begins = [at for at, row in enumerate(rows) if row[0]]
    may_be_once = all(_may_be_once(rows[at][0]) for at in begins)
    if len(begins) == len(rows) or not may_be_once or not _are_parts(times, begins):
        return
    for above, row in itertools.pairwise(rows):
        row[0] = row[0] or above[0]
    sheet.notes.append(Note(FILLED_DOWN, column=name))


def _may_be_once(cell: str) -> bool:
    """Whether a cell is a year, a date or a word, and no value that was measured."""
    return is_year(cell) or is_date(cell) or cell[0].isalpha()


def _time(cell: str) -> int | None:
    """The place of a month, a quarter, a time of day or another whole number in its order; None for another cell."""
    if is_clock(cell) and ":" in cell:
        hour, minute = cell.split(":")[:2]
        return 60 * int(hour) + int(minute) if (hour + minute).isdecimal() else None
    if cell.isdecimal() and is_number(cell, "."):
        return int(cell)
    return month_of(cell) or quarter_of(cell)


def _are_parts(times: list[int | None], begins: list[int]) -> bool:
    """Whether the times rise, or fall, from one row to the next, but not where a part begins."""
    known = [time for time in times if time is not None]
    if len(known) < len(times) or begins[:1] != [0]:
        return False
    steps = [(after - before, at in begins) for at, (before, after) in enumerate(itertools.pairwise(known), start=1)]
    return any(all((step * sign > 0) != is_begin for step, is_begin in steps) for sign in (1, -1))
