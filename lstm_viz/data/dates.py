"""Dates as people and programs write them."""

import datetime
import re
from collections.abc import Callable, Sequence

DATES: tuple[str, ...] = ("%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%Y. %m. %d.", "%Y년 %m월 %d일", "%Y년%m월%d일", "%Y%m%d")
DATES += ("%d.%m.%Y", "%d/%m/%Y", "%m/%d/%Y", "%d-%m-%Y", "%Y-%m", "%Y/%m", "%Y.%m")
CLOCKS = ("", " %H:%M", " %H:%M:%S", " %H:%M:%S.%f", "T%H:%M", "T%H:%M:%S", "T%H:%M:%S.%f", " %I:%M:%S %p", " %I:%M %p")
FORMATS = tuple(date + clock for date in DATES for clock in CLOCKS)
LONGEST, FEWEST_DIGITS = 40, 5  # letters of a date, and digits: a year and a month
ZONE = re.compile(r"(?<=\d)(Z|[+-]\d{2}:?\d{2})$")

Reader = Callable[[str], str | None]


def date_reader(cells: Sequence[str], *, among: Sequence[str] | None = None) -> Reader | None:
    """What reads all of these cells as dates.

    Args:
        cells: Some that are dates if any are, at least one.
        among: All of them: where two ways fit `cells`, as 01/02/2026 may begin with the day or the month, the one that
            fits more of these is taken.

    Returns:
        A function that gives a date in ISO 8601 to the second, or None for what is none in this way of writing; None if
        no one way fits all cells.
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
    # A zone says where a clock stands; the order and the distance of the rows are the same without it.
    plain = ZONE.sub("", cell.strip()) if ":" in cell else cell.strip()
    try:
        return datetime.datetime.strptime(plain, way).replace(microsecond=0).isoformat()
    except ValueError:
        return None
