"""Which columns of numbers were measured, and which values may stand for missing ones."""

import itertools
import re
from collections.abc import Sequence

import numpy as np

CODES = re.compile(
    # NO and T are nitric oxide and a temperature.
    r"unnamed.{0,9}|millis|micros|elapsed.{0,15}|index|idx|id|nr|num|number|(?-i:[Nn]o\.?|NO\.|t)|record|seq(?:uence)?|row.?(?:id|number|names?)?|#|code|site|sex"
    r"|wban|usaf|fips|.{0,30}[_ ](?:id|code|no)|(?:object|station|sensor|device|entry|record)id"
    r"|[^\W\d_]{4,20}(?-i:nr)\.?|nr [^\W\d_]{1,20}"
    r"|lat(?:itude)?|lon(?:g|gitude)?|elevation"
    r"|(?:station|store|shop|item|zip|postal).?(?:id|no|nbr|nr|num(?:ber)?|code|name|key)?"
    r"|years?|months?|days?|hours?|hr|minutes?|seconds?|weeks?|week.?(?:day|end|no|num(?:ber)?|of.?.{0,9})|quarter"
    r"|day.?of.?.{0,9}|dow|doy|season|dates?|times?|timestamp|unix.{0,12}|epoch|yyyymmdd|yr|mo|mnth"
    r"|jahr|monat|tag|woche|stunde|ann[ée]e|mois|a[ñn]o|mes|dec(?:imal)?(?:[ _.]?(?:date|year))?"
    r"|번호|순번|연번|순서|지점|지점.{0,9}|.{0,12}(?:코드|번호)|위도|경도|고도|연도?|년도?|연월|월|일|시|시간|분|요일|주차|분기",
    re.IGNORECASE,
)
TIMELIKE = re.compile(
    r".{0,20}(?:date|time|year|month|day|period|unix|epoch|stamp|index|datum|zeit|yyyy|quarter|week|julian).{0,20}|t|d|w|m|ts|dt|ds|yr|fy|[bhm]?jd"
    r"|.{0,20}(?:jahr|monat|woche|quartal|fecha|ann[ée]e|mois|a[ñn]o|mes|jour|d[ií]a|日|月|年).{0,9}"
    r"|data|tarih|rok|m[eê]s|miesi[aą]c|.{0,9}(?:дата|время|год|месяц|时间|時間|時刻).{0,9}"
    r"|.{0,12}(?:날짜|일자|일시|시점|기간|연월|년월|연도|년도|시각|시간|기준일|분기).{0,9}|.{0,9}[^요휴]일|년|월|일",
    re.IGNORECASE,
)
FILLERS = re.compile(r"-?9{2,6}(?:\.9{1,3})?|-8{3,6}|-200|-32768")
FEW_ROWS = 10
MOST_APART = 20
EVEN = 0.01  # of a step
PART_OF_YEAR = 0.1  # the longest step of years with their parts, such as 2023.177
FAR = 5  # times the range of the other values


def default_column(columns: Sequence[str], values: np.ndarray) -> int:
    """The first column that was measured: no index, no code, no year, no flag, and not the same throughout."""
    at = range(len(columns))
    known = [values[:, column][~np.isnan(values[:, column])] for column in at]
    changing = [column for column in at if len(known[column]) > 1 and np.ptp(known[column]) > 0]
    uneven = [column for column in changing if not _is_time(columns[column], known[column])]
    measured = [column for column in uneven if not CODES.fullmatch(columns[column].strip())]
    several = [column for column in measured if len(known[column]) < FEW_ROWS or not _is_flag(known[column])]
    return next(iter(several or measured or uneven or changing), 0)


def _is_time(name: str, values: np.ndarray) -> bool:
    """Whether values count the rows from 0 or 1 or rise evenly, as a time does, or are years or months of the rows."""
    steps = np.diff(values)
    counts = min(values[0], values[-1]) in (0, 1) and abs(steps[0]) == 1 and np.all(steps == steps[0])
    may_rise = len(values) >= FEW_ROWS or (len(values) > 2 < len(name) and TIMELIKE.fullmatch(name.strip()))
    return bool(counts or (may_rise and np.allclose(steps, steps[0], rtol=EVEN, atol=0)) or _is_calendar(values))


def _is_calendar(values: np.ndarray) -> bool:
    """Whether values are years with several rows each, or with their parts, or the months of these rows."""
    steps = np.diff(values)
    are_years = bool(np.all((values >= 1500) & (values < 2200) & (values % 1 == 0))) and set(steps) == {0, 1}
    are_parts = bool(np.all((values >= 1500) & (values < 2200)) and np.all((steps > 0) & (steps < PART_OF_YEAR)))
    return are_years or are_parts or (values.min() == 1 and values.max() == 12 and set(steps) <= {0, 1, -11})


def _is_flag(values: np.ndarray) -> bool:
    return len(np.unique(values[:1000])) <= 2 and len(np.unique(values)) <= 2


def are_apart(keys: np.ndarray, values: np.ndarray) -> bool:
    """Whether the values of each of several keys, with several rows each, lie in a range of their own."""
    names, group, counts = np.unique(keys, return_inverse=True, return_counts=True)
    if not 1 < len(names) <= MOST_APART or counts.min() < 3:
        return False
    each = [values[(group == at) & ~np.isnan(values)] for at in range(len(names))]
    if not all(map(len, each)):
        return False
    each.sort(key=np.min)
    return all(low.max() < high.min() for low, high in itertools.pairwise(each))


def filler_of(values: np.ndarray) -> tuple[float, int] | None:
    """A value that may stand for a missing one, because it is far from all others, and how often it is there."""
    known = values[~np.isnan(values)]
    for value in (known.min(), known.max()) if len(known) else ():
        others = known[known != value]
        count = len(known) - len(others)
        if len(others) < 2:
            continue
        distance, extent = np.abs(others - value).min(), np.ptp(others)
        is_usual = FILLERS.fullmatch(f"{value:g}") is not None
        if (is_usual and distance > extent) or (count > 1 and distance > FAR * extent > 0):
            return float(value), count
    return None
