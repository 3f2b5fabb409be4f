"""Reads dates in the formats that people and programs use."""

import datetime
import re
from collections.abc import Callable, Sequence

DATES: tuple[str, ...] = ("%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%Y. %m. %d.", "%Y년 %m월 %d일", "%Y년%m월%d일", "%Y%m%d")
DATES += ("%d.%m.%Y", "%d/%m/%Y", "%m/%d/%Y", "%d-%m-%Y", "%Y-%m", "%Y/%m", "%Y.%m")
CLOCKS = ("", " %H:%M", " %H:%M:%S", " %H:%M:%S.%f", "T%H:%M", "T%H:%M:%S", "T%H:%M:%S.%f", " %I:%M:%S %p", " %I:%M %p")
FORMATS = tuple(date + clock for date in DATES for clock in CLOCKS)
LONGEST, FEWEST_DIGITS = 40, 5  # the most characters of a date, and the fewest digits: a year and a month
ZONE = re.compile(r"(?<=\d)(Z|[+-]\d{2}:?\d{2})$")

Reader = Callable[[str], str | None]


def date_reader(cells: Sequence[str], *, among: Sequence[str] | None = None) -> Reader | None:
    """Finds a date format that fits all of these cells.

    Args:
        cells: At least one cell, such as the first cells of a column.
        among: All cells of the column. If several formats fit `cells`, the one that fits most of these is used:
            01/02/2026 may begin with the day or with the month.

    Returns:
        A function that reads a date in this format and returns it in ISO 8601 to the second, or returns None if the
        text is not a date in this format. None if no format fits all cells.
    """
    fitting = [way for way in FORMATS if all(_read(cell, way) is not None for cell in cells)]
    if not fitting:
        return None
    if among is not None and len(fitting) > 1:
        fitting.sort(key=lambda way: sum(_read(cell, way) is None for cell in among))
    best = fitting[0]
    return lambda cell: _read(cell, best)


def _read(cell: str, way: str) -> str | None:
    if len(cell) > LONGEST or sum(map(str.isdigit, cell)) < FEWEST_DIGITS:
        return None
    # The time zone is dropped: it changes neither the order of the rows nor the time between them.
    plain = ZONE.sub("", cell.strip()) if ":" in cell else cell.strip()
    try:
        return datetime.datetime.strptime(plain, way).replace(microsecond=0).isoformat()
    except ValueError:
        return None
