"""Finds the date of each row: in one column, or in several columns with the parts of it."""

import itertools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from lstm_viz.data.cells import LOOKED_AT, first_known, is_missing, is_number
from lstm_viz.data.choices import AS_FOUND, Choices, columns_at
from lstm_viz.data.dates import (
    HALF,
    HALVES,
    INTEGERS,
    LONGEST,
    WRITTEN,
    ZONED,
    Way,
    bare_date,
    fitting_ways,
    is_clock,
    is_date,
    month_of,
    way_of,
)
from lstm_viz.data.measured import TIMELIKE
from lstm_viz.data.once import fill_down
from lstm_viz.data.sheet import Sheet, leave_out_last
from lstm_viz.data.stacked import ROWS_A_DATE
from lstm_viz.data.summer import in_winter_time
from lstm_viz.i18n import N_
from lstm_viz.problem import InputError, Note

# These may be ordinary numbers.
SHORT = ("YYYYDDD", "Julian day", "year", "year.month", "decimal year", "YYMMDD", "days since 1900")
ALONE = ("decimal year", "YYYYMMDD")  # in whatever column they rise
MOST_BELOW = 10  # rows without a date at the end
MOST_ABOVE = 5  # and at the beginning
WORD = re.compile(r"[^\W\d_][^\d]{0,60}$")
PART_OF_DAY = re.compile(r"0?\.\d{1,17}|0")
HALF_OF_DAY = re.compile(rf"[AaPp]\.?[Mm]\.?|{'|'.join(HALVES)}")
PARTS = {
    "year": re.compile(r"years?|yr|yy|yyyy|jahr|ann[ée]e|a[ñn]o|год|rok|年|년|연도|년도", re.IGNORECASE),
    "month": re.compile(r"months?|mo|mon|mm|monat|mois|mes|m[eê]s|месяц|miesi[aą]c|月|월", re.IGNORECASE),
    "quarter": re.compile(r"quarter|qtr|q|분기", re.IGNORECASE),
    "week": re.compile(r"weeks?|wk|week.?(?:no|num(?:ber)?)|주차?", re.IGNORECASE),
    "day": re.compile(r"days?|dd|dy|dom|mday|tag|jour|d[ií]a|日|일", re.IGNORECASE),
    "day of year": re.compile(r"doy|yday|day.?of.?year|julian.?day", re.IGNORECASE),
    "hour": re.compile(r"hours?|hr|hrs|hh|stunde|heure|hora|시|시간", re.IGNORECASE),
    "minute": re.compile(r"minutes?|min|mi|mn|분", re.IGNORECASE),
}
DAY_IN_PARTS = ("year", "month", "day")
YEAR_ALONE = re.compile(r"1[5-9]\d\d|20\d\d")
WITHIN_YEAR = ("month", "day of year", "week", "quarter")  # the first that a table has tells the time within a year
CLOCK_NAME = re.compile(
    r".{0,20}time.{0,9}|uhrzeit|zeit|hours?(?: .{0,9})?|hr|hh|시|.{0,4}(?:시간|시각).{0,6}", re.IGNORECASE
)
ASKED = N_(
    "In {cell} the day or the month may be first: it was read as {date}. If this is wrong, choose the other order, or "
    "write the dates as year-month-day."
)
FROM_NUMBERS = N_("The numbers in column {column}, such as {cell}, were taken for dates: {date}.")
FROM_PARTS = N_("The dates were put together from these columns: {columns}.")
LEFT_OUT_TOP = N_("Row {row} was left out: “{cell}” stands there in place of a date.")
OTHER_DATES = N_(
    "Column {column} holds other dates than column {dates}. All values are read at the dates of column {dates}: if "
    "several tables stand side by side, read each by itself."
)
NOT_DATES = N_("The dates in column {column} (“{cell}”) are not understood.")
NOT_SO = N_("The dates in column {column} (“{cell}”) are not written as {example}.")
NO_DATES_SO = N_("No column holds dates that are written as {example}.")
THAI = N_("The years of {cell} and the other dates were read as years of the Thai calendar: {date}.")
TO_UTC = N_("The dates have different offsets from UTC. They were changed to UTC, so that the order is right.")


@dataclass(frozen=True, eq=False)
class Timing:
    """The date of each row.

    Attributes:
        columns: The columns that hold the dates, counted from 0.
        dates: datetime64 in microseconds, (rows,); None without dates.
        understood: What was taken for the dates.
        notes: What is to be said of them.
        formats: All ways to write dates that fit most of them.
    """

    columns: tuple[int, ...] = ()
    dates: np.ndarray | None = None
    understood: Mapping[str, Any] = field(default_factory=dict)
    notes: tuple[Note, ...] = ()
    formats: tuple[str, ...] = ()


def timing_of(sheet: Sheet, names: Sequence[str], choices: Choices = AS_FOUND) -> Timing:
    """Finds the dates of the rows, and leaves out rows at the end that have none, such as totals.

    Raises:
        InputError: If a cell between the others holds no date, or the dates are not as chosen. The message names the
            column.
    """
    fill_down(sheet, names[0])
    columns = [list(column) for column in zip(*sheet.rows, strict=True)]
    if choices.dates is None:
        found = _found(columns, names, choices)
    else:
        found = _chosen(columns, names, columns_at(names, choices.dates), choices)
    if found is None:
        return Timing()
    used, cells, way = found
    known = [cell for cell in cells if cell.strip() and not is_missing(cell)]
    cells, array = _dated(sheet, found, columns, names, choices)
    notes = _notes(way, [names[at] for at in used], cells, array)
    if not any(map(ZONED.search, cells[:LOOKED_AT])) and (changed := in_winter_time(array)):
        array, note = changed
        notes.append(note)
    notes += [
        Note(OTHER_DATES, column=names[at], dates=names[used[0]]) for at in _namesakes(sheet, names, used[0], way)
    ]
    told = {"dates": tuple(names[at] for at in used), "date_format": way.name, "date_example": cells[0][:LONGEST]}
    formats = tuple(
        each.name for each in fitting_ways(known, integers=all(is_number(bare_date(cell), ".") for cell in known))
    )
    return Timing(used, array, told, tuple(notes), formats)


def _dated(
    sheet: Sheet, found: "Found", columns: list[list[str]], names: Sequence[str], choices: Choices
) -> tuple[list[str], np.ndarray]:
    """The cells with dates, and the dates, without rows above and below the series, which are left out.

    Raises:
        InputError: If a cell between the others holds no date.
    """
    used, cells, way = found
    first = columns[used[0]]
    dates = [way.read(cell) for cell in cells]
    begin, end = 0, len(dates)
    while choices.leave_out is None and dates[end - 1] is None and end > 2 and len(cells) - end < MOST_BELOW:
        if is_date(cells[end - 1]):  # a row of the series, whose date is written in another way
            break
        leave_out_last(sheet, first[end - 1] or ",".join(sheet.rows[-1]))
        end -= 1
    if choices.leave_out is None and None not in dates[(top := _words_above(first, dates)) : end]:
        begin = top
    for cell in first[:begin]:
        sheet.notes.append(Note(LEFT_OUT_TOP, row=sheet.lines[0], cell=cell))
        sheet.drop(0)
    for cell, line, date in zip(first[begin:end], sheet.lines, dates[begin:end], strict=True):
        if date is None:
            column = names[used[0]]
            raise InputError("Row {row}, column {column}: “{cell}” is not a date.", row=line, column=column, cell=cell)
    return cells[begin:end], np.array(dates[begin:end], "datetime64[us]")


def _namesakes(sheet: Sheet, names: Sequence[str], used: int, way: Way) -> list[int]:
    """The columns that have the name of the column of dates, too, and hold other dates: several tables side by side."""
    header = sheet.header or names
    others = [at for at, name in enumerate(header[: len(names)]) if name and name == header[used] and at != used]
    return [
        at for at in others if any((other := way.read(row[at])) and other != way.read(row[used]) for row in sheet.rows)
    ]


def _words_above(cells: Sequence[str], dates: Sequence[object]) -> int:
    """The number of first rows that hold a word in place of the date."""
    at = 0
    while at < MOST_ABOVE and at < len(dates) - 2 and dates[at] is None and WORD.match(cells[at]):
        at += 1
    return at


def _notes(way: Way, names: list[str], cells: list[str], dates: np.ndarray) -> list[Note]:
    first = str(dates[0]).removesuffix(".000000").removesuffix("T00:00:00").replace("T", " ")
    notes: list[Note] = []
    if way.is_asked:
        notes.append(Note(ASKED, cell=cells[0], date=first))
    if way.is_thai:
        notes.append(Note(THAI, cell=cells[0], date=first))
    if way.name in INTEGERS and len(names) == 1 and is_number(cells[0], "."):
        notes.append(Note(FROM_NUMBERS, column=names[0], cell=cells[0], date=first))
    if len(names) > 1:
        notes.append(Note(FROM_PARTS, columns=", ".join(names)))
    if way.to_utc:
        notes.append(Note(TO_UTC))
    return notes


Found = tuple[tuple[int, ...], list[str], Way]


def _found(columns: list[list[str]], names: Sequence[str], choices: Choices) -> Found | None:
    """The dates where the file itself tells which column holds them."""
    name = choices.date_format
    parts = None if name else _in_parts(columns, names)
    found = _in_text(columns, names, choices) or parts or _in_numbers(columns, names, choices)
    if found is None and name:
        raise InputError(NO_DATES_SO, example=WRITTEN[name])
    if found is None or len(found[0]) > 1:
        return found
    used, cells, way = found
    if clock := _clock(columns, names, used[0], cells):
        used, cells = (*used, clock[0]), _with_part(cells, clock[1])
    if (half := _halves(columns)) is not None and not any(map(HALF.search, cells)):
        used, cells = (*used, half), _with_part(cells, columns[half])
    if len(used) == 1:
        return found
    known = [cell for cell in cells if cell.strip()]
    return used, cells, way_of(known, day_first=choices.day_first, name=name) or way


def _chosen(columns: list[list[str]], names: Sequence[str], used: tuple[int, ...], choices: Choices) -> Found | None:
    """The dates in the columns that a person has chosen; None if no column was chosen."""
    if not used:
        return None
    parts = [_part(names[at]) for at in used]
    if len(used) == len(DAY_IN_PARTS) and not any(parts) and _are_days([columns[at] for at in used]):
        parts = list(DAY_IN_PARTS)
    if len(used) > 1 and "year" in parts and None not in parts:
        rows = zip(*(columns[at] for at in used), strict=True)
        cells = [_joined(dict(zip(map(str, parts), row, strict=True))) for row in rows]
    else:
        cells = columns[used[0]]
        for at in used[1:]:
            cells = _with_part(cells, columns[at])
    known = [cell for cell in cells if cell and not is_missing(cell)]
    for integers in (True, False) if all(is_number(bare_date(cell), ".") for cell in known) else (False,):
        way = way_of(known, day_first=choices.day_first, integers=integers, name=choices.date_format)
        if way:
            return used, cells, way
    column, cell = names[used[0]], known[0] if known else ""
    if choices.date_format:
        raise InputError(NOT_SO, column=column, cell=cell, example=WRITTEN[choices.date_format])
    raise InputError(NOT_DATES, column=column, cell=cell)


def _in_text(columns: list[list[str]], names: Sequence[str], choices: Choices) -> Found | None:
    """The first column of dates that are not plain numbers."""
    found: list[Found] = []
    for at, column in enumerate(columns):
        head = first_known(column)
        if all(is_number(cell, ".") for cell in head) or way_of(head, name=choices.date_format) is None:
            continue
        known = [cell for cell in column if not is_missing(cell)]
        if way := way_of(known, day_first=choices.day_first, name=choices.date_format):
            found.append(((at,), column, way))
    days = [
        each for each in found if not (_is_clock_name(names[each[0][0]]) and all(map(is_clock, first_known(each[1]))))
    ]
    return _first_telling(columns, days or found)  # beside a day, 10.01.00 is a time


def _is_clock_name(name: str) -> bool:
    return CLOCK_NAME.fullmatch(name.strip("<> ")) is not None


def _first_telling(columns: list[list[str]], found: list[Found]) -> Found | None:
    """The first of several columns of dates that tells the rows of a series apart: one may be that of the report."""
    dated = {each[0][0] for each in found}
    others = [column for at, column in enumerate(columns) if at not in dated]
    telling = (
        each for each in found if len(set(each[1])) * ROWS_A_DATE > len(each[1]) or _are_stacked(others, each[1])
    )
    return next(telling, max(found, key=lambda each: len(set(each[1])), default=None))


def _part(name: str) -> str | None:
    """The part of a date for which a column is named."""
    return next((part for part, pattern in PARTS.items() if pattern.fullmatch(name.strip("<> "))), None)


def _in_parts(columns: list[list[str]], names: Sequence[str]) -> Found | None:
    """Columns that are named for the year, the month and smaller parts of a date."""
    found = [_part(name) for name in names]
    if "year" not in found and _are_months(columns[:2]):
        found = [*DAY_IN_PARTS[:2], *found[2:]]
    if not any(found) and _are_days(columns[:3]):
        found = [*DAY_IN_PARTS, *found[3:]]
    if found.count("month") == 2:  # MM and mm
        found[len(found) - 1 - found[::-1].index("month")] = "minute"
    at = {part: found.index(part) if part in found else None for part in PARTS}
    within = next((part for part in WITHIN_YEAR if at[part] is not None), None)
    if at["year"] is None or within is None:
        return None
    left_out = {*WITHIN_YEAR, "day" if within in ("week", "day of year") else ""} - {within}
    parts = [part for part in PARTS if at[part] is not None and part not in left_out]
    used = tuple(number for part in parts if (number := at[part]) is not None)
    cells = [
        _joined(dict(zip(parts, row, strict=True))) for row in zip(*(columns[number] for number in used), strict=True)
    ]
    way = way_of([cell for cell in cells if cell])
    return None if way is None else (used, cells, way)


def _are_months(columns: list[list[str]]) -> bool:
    """Whether two columns are years and the names of months, which rise or fall from row to row."""
    if len(columns) < 2 or not all(map(YEAR_ALONE.fullmatch, columns[0])):
        return False
    months = [month_of(cell) for cell in columns[1]]
    if None in months or len(months) < 2:
        return False
    steps = np.diff([12 * int(year) + int(month or 0) for year, month in zip(columns[0], months, strict=True)])
    return bool(np.all(steps > 0) or np.all(steps < 0))


def _are_days(columns: list[list[str]]) -> bool:
    """Whether three columns are years, months and days that rise from row to row."""
    if len(columns) < len(DAY_IN_PARTS) or not all(YEAR_ALONE.fullmatch(cell) for cell in columns[0]):
        return False
    dates = [_joined(dict(zip(DAY_IN_PARTS, row, strict=True))) for row in zip(*columns, strict=True)]
    if len(dates) <= MOST_ABOVE or not all(map(is_date, dates)):
        return False
    days = [tuple(map(int, date.split("-"))) for date in dates]
    return all(one < other for one, other in itertools.pairwise(days))


def _joined(parts: dict[str, str]) -> str:
    """The parts of a date as one text; empty if one is no number."""
    plain = {part: text.removesuffix(".0").lstrip("Q") for part, text in parts.items()}
    if word := month_of(parts.get("month", "")):
        plain["month"] = str(word)
    if not all(text.isdecimal() and text.isascii() for text in plain.values()):
        return ""
    month = plain.get("month") or str(3 * int(plain.get("quarter", "1")[-1:]) - 2)
    date = f"{plain['year']}-{month}-{plain.get('day', '1')}"
    if "week" in plain:
        date = f"{plain['year']}-W{plain['week']}"
    if "day of year" in plain:
        date = f"{plain['year']}-{plain['day of year'].zfill(3)}"
    return f"{date} {plain['hour']}:{plain.get('minute', '0').zfill(2)}" if "hour" in plain else date


def _in_numbers(columns: list[list[str]], names: Sequence[str], choices: Choices) -> Found | None:
    """The first column of plain numbers that are dates: its name says so, or it is the first and rises or falls."""
    found: list[Found] = []
    for at, cells in enumerate(columns if len(columns) > 1 else ()):
        if way_of(first_known(cells), integers=True, name=choices.date_format) is None:
            continue
        column = [bare_date(cell) for cell in cells]
        end = len(column)
        while end > 2 and not is_number(column[end - 1], ".") and len(column) - end < MOST_BELOW:
            end -= 1
        known = [cell for cell in column[:end] if not is_missing(cell)]
        way = way_of(known, integers=True, name=choices.date_format)
        dates = [way.read(cell) for cell in known] if way else [None]
        if way is None or None in dates:
            continue
        steps = np.diff(np.array(dates, "datetime64[us]")).astype("int64")
        is_ordered = bool(np.all(steps > 0) or np.all(steps < 0))
        is_nameless = at == 0 and (names[at] == choices.name_of(1) or way.name not in SHORT)
        is_nameless |= way.name in ALONE and names[at] == choices.name_of(at + 1)
        is_named = TIMELIKE.fullmatch(names[at].strip("<> ")) is not None
        is_stacked = _are_stacked(columns, column)
        if (is_named and (is_ordered or way.name != "year" or is_stacked)) or (
            is_nameless and (is_ordered or (is_stacked and way.name == "YYYYMMDD"))
        ):
            found.append(((at,), [cell if is_number(cell, ".") else "" for cell in column], way))
    return _first_telling(columns, found)


def _are_stacked(columns: list[list[str]], years: list[str]) -> bool:
    """Whether dates come again because each has a row for every word of another column, such as a country."""
    if not 1 < len(set(years)) <= len(years) / 2:
        return False
    texts = [column for column in columns if not any(is_number(cell, ".") for cell in first_known(column))]
    several = [text for text in texts if len(set(text)) * 2 <= len(text)]
    each = [*((text, years) for text in texts), (*several, years)]
    return any(len(set(zip(*parts, strict=True))) == len(years) for parts in each)


def _clock(
    columns: list[list[str]], names: Sequence[str], dated: int, dates: list[str]
) -> tuple[int, list[str]] | None:
    """The column with the time of day of each row, if the dates themselves have none: one of its name, or needed."""
    if any(":" in cell for cell in dates[:LOOKED_AT]):
        return None
    are_told = len(set(dates)) == len(dates)
    for at, column in enumerate(columns):
        known = first_known(column)
        is_named = _is_clock_name(names[at])
        is_other_date = (
            not is_named and way_of(known) is not None and not any(":" in cell for cell in known)
        )  # 15.01.24
        is_wanted = at != dated and (is_named or not are_told) and not is_other_date
        if is_wanted and known and sum(map(is_clock, known)) * 2 > len(known):
            return at, ["" if is_missing(cell) else cell for cell in column]
    if len(set(dates)) * 2 > len(dates):
        return None
    for at, column in enumerate(columns):
        if at != dated and _is_clock_name(names[at]) and (clocks := _as_clocks(column)) != column:
            return at, clocks
    return None


def _as_clocks(column: list[str]) -> list[str]:
    """Times of day in numbers as times with colons; other cells as they are."""
    if all(map(str.isdecimal, column)):
        return _with_colons(column)
    return list(map(_clock_of, column)) if all(map(PART_OF_DAY.fullmatch, column)) else column


def _clock_of(part: str) -> str:
    """The time of day that is this part of a day, as spreadsheets store it."""
    seconds = round(float(part) * 86_400)
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def _halves(columns: list[list[str]]) -> int | None:
    """The column that says before or after noon, if there is one."""
    return next((at for at, column in enumerate(columns) if any(column) and _are_halves(column)), None)


def _are_halves(column: list[str]) -> bool:
    return all(not cell or HALF_OF_DAY.fullmatch(cell) for cell in column)


def _with_part(cells: list[str], column: list[str]) -> list[str]:
    """The dates with their time of day, or with the half of the day, which without a time begins at 12:00."""
    parts = _as_clocks(column)
    if _are_halves(column) and not any(":" in cell for cell in cells[:LOOKED_AT]):
        parts = [f"12:00 {half}" if half else "" for half in column]
    return [f"{cell} {part}".strip() for cell, part in zip(cells, parts, strict=True)]


def _with_colons(hours: list[str]) -> list[str]:
    """The hour 7 as 7:00; if others have more digits, 30 and 730 as 00:30 and 07:30, or 73000 as 07:30:00."""
    longest = max(map(len, hours))
    if longest <= 2:
        return [f"{hour}:00" for hour in hours]
    padded = [hour.zfill(4 if longest < 5 else 6) for hour in hours]
    return [":".join(digits[at : at + 2] for at in range(0, len(digits), 2)) for digits in padded]
