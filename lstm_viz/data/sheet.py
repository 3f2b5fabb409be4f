"""The rows of a file before its numbers are read: what stands above and below them, and tables that lie differently."""

import itertools
import re
from collections.abc import Callable, Collection
from dataclasses import dataclass, field

from lstm_viz.data.cells import LOOKED_AT, MARKED, is_missing, is_number
from lstm_viz.data.choices import DOWN, HOURS, MONTHS, QUARTERS, RIGHT, YEARS
from lstm_viz.data.dates import is_clock, is_date, month_of, way_of
from lstm_viz.data.measured import TIMELIKE
from lstm_viz.data.rows import usual_count
from lstm_viz.i18n import N_
from lstm_viz.problem import InputError, Note

MOST_COLUMNS = 200
YEAR = re.compile(r"(?:1[5-9]|20|21)[0-9]{2}(?:\.[01][0-9])?")
YEAR_AGAIN = re.compile(r"(?<=\d{4}) \[YR\d{4}\]$")  # the World Bank writes 2018 [YR2018]
BEGINS_WITH_DIGIT = re.compile(r"\W{0,3}\d")
MOST_NOTES = 20  # rows below the series
MOST_UNITS = 5  # rows below the names
LEAST_TURNED = 3  # as many names in a row that are years are no chance
MONTHS_A_YEAR = 12
MOST_KEYS = 5  # columns that name a series before that of its years
LEAST_CLOCKS = 12  # as many names in a row that are times of day are no chance
HOUR = re.compile(r"(?:h|he|hour ?)?0?(?P<hour>\d{1,2})(?:h|시|:00)?", re.IGNORECASE)
QUARTER = re.compile(r"(?:q|qtr)(?P<first>[1-4])|(?P<last>[1-4])(?:q|분기)", re.IGNORECASE)
FORMATS = re.compile(r"\d{1,4}[nsd]")  # the row of a table of the USGS below its names: 5s, 14n
LEFT_OUT_ABOVE = N_("Left out above the names of the columns: rows {rows}.")
LEFT_OUT_UNITS = N_(
    "Row {row} is left out: it holds no numbers, only text such as “{cell}”, like a second row of names or units."
)
LEFT_OUT_COUNTS = N_("Row {row} is left out: it only counts the columns.")
LEFT_OUT_REMARKS = N_("Words after the last column, such as “{cell}”, were left out (rows: {count}).")
LEFT_OUT_BELOW = N_("Left out at the end: row {row} with “{cell}”, which is not a row of the series.")
TURNED = N_(
    "The names of the columns are dates ({first}, {second}, …), so each row is a series. The table was turned: "
    "time now runs downwards."
)
UNROLLED = {
    MONTHS: N_("There is a column for each month. The months were put below each other, year after year."),
    QUARTERS: N_("There is a column for each quarter. The quarters were put below each other, year after year."),
    HOURS: N_("There is a column for each time of day. The times were put below each other, day after day."),
    YEARS: N_("There is a row for each month and a column for each year. The years were put below each other."),
}
LEFT_OUT_BESIDE = N_("Columns after these dates were left out: {columns}.")
TOO_MANY_SERIES = N_(
    "The names of the columns are dates ({first}, …), so each row is a series, and there are {count}: at most {most}. "
    "Leave out rows."
)
TURNED_AS_CHOSEN = N_("Each row is a series: the table was turned, and time now runs downwards from {first} to {last}.")
NOT_IN_FILE = N_("Row {row} cannot be left out: the file has no such row.")
NOT_TURNED = N_("The table cannot be turned: each row needs a cell in every column whose name is a time.")
NO_PARTS = {
    MONTHS: N_("The table has no column for each of the twelve months after a column of years."),
    QUARTERS: N_("The table has no column for each of the four quarters after a column of years."),
    HOURS: N_("The table has no column for each time of day after a column of days."),
    YEARS: N_("The table has no row for each month with a column for each year."),
}
TOO_FEW = N_("There are fewer than two rows of numbers. Give one row for each time.")


@dataclass
class Sheet:
    """The rows of a file.

    Attributes:
        header: The names of the columns; None if the file holds none.
        rows: The cells of each row.
        lines: The line of the file at which each row begins, counted from 1.
        notes: What was left out or turned.
        left_out: The lines of the file that were left out.
        header_rows: The number of rows that hold the names of the columns.
        layout: Where time ran in the file: see `Choices`.
    """

    header: list[str] | None
    rows: list[list[str]]
    lines: list[int]
    notes: list[Note] = field(default_factory=list)
    left_out: list[int] = field(default_factory=list)
    header_rows: int = 0
    layout: str = DOWN

    def drop(self, at: int) -> None:
        """Leaves out a row."""
        self.left_out.append(self.lines[at])
        del self.rows[at], self.lines[at]

    def name_columns(self, count: int) -> None:
        """Takes the first rows for the names of the columns. Names below each other become one."""
        if len(self.rows) < count:
            raise InputError(TOO_FEW)
        cells = itertools.zip_longest(*self.rows[:count], fillvalue="")
        self.header = [" · ".join(dict.fromkeys(filter(None, each))) for each in cells] if count else None
        self.header_rows = count
        del self.rows[:count], self.lines[:count]


def leave_out(sheet: Sheet, lines: Collection[int], last: int) -> None:
    """Leaves out the rows that a person has chosen.

    Args:
        sheet: The rows.
        lines: The lines of the file at which these rows begin. An empty line is left out in any case.
        last: The number of lines in the file.

    Raises:
        InputError: If the file has no such line.
    """
    if beyond := [line for line in lines if not 0 < line <= last]:
        raise InputError(NOT_IN_FILE, row=beyond[0])
    kept = [at for at, line in enumerate(sheet.lines) if line not in lines]
    sheet.left_out += [line for line in sheet.lines if line in lines]
    sheet.rows, sheet.lines = [sheet.rows[at] for at in kept], [sheet.lines[at] for at in kept]


def drop_titles(sheet: Sheet, *, are_words: bool = False) -> None:
    """Leaves out the rows above the names of the columns, such as a title or what was searched for.

    Args:
        sheet: The rows.
        are_words: Whether blanks part the cells, so that a title has one for each word.
    """
    head = sheet.rows[: 4 * LOOKED_AT]
    dropped = sheet.lines[: _titles_of_words(head) if are_words else _titles(head)]
    for _line in dropped:
        sheet.drop(0)
    if dropped:
        sheet.notes.append(Note(LEFT_OUT_ABOVE, rows=", ".join(map(str, dropped))))


def _titles_of_words(rows: list[list[str]]) -> int:
    """The number of rows above the first that is as wide as the table, if this one names the time."""
    usual = usual_count([len(row) for row in rows])
    first = next(at for at, row in enumerate(rows) if len(row) == usual)
    return first if usual > 1 and _names_time(rows[first][0]) and not holds_data(rows[first]) else 0


def _titles(rows: list[list[str]]) -> int:
    """The number of rows above the names of the columns.

    They have another width than the table, or a single text. Of rows with as many cells as the table, those above a
    row that is filled and names the time, as the last of several, are titles, too.
    """
    usual = usual_count([len(row) for row in rows])
    first = next(at for at, row in enumerate(rows) if len(row) == usual)
    if usual == 1 or len(rows) < 3:
        return 0
    # Where the first row of the usual width holds data, the names are in the row above it: R gives the index none.
    is_named_above = first and holds_data(rows[first]) and abs(len(rows[first - 1]) - usual) == 1 < len(rows[first - 1])
    titles = first - is_named_above
    data = next((at for at, row in enumerate(rows) if at > titles and holds_data(row)), titles + 1)
    filled = [len(list(filter(None, row))) for row in rows[:data]]
    while titles < data - 1 and filled[titles] == 1 and max(filled[titles + 1 :]) > 1 and not holds_data(rows[titles]):
        titles += 1
    names = [at for at in range(titles + 1, data) if filled[at] == usual and _names_time(rows[at][0])]
    return names[-1] if names else titles


def _names_time(name: str) -> bool:
    is_unit = name == "TS" or name[:1] in ("[", "(")  # TS is one of Campbell's loggers
    return not is_unit and TIMELIKE.fullmatch(name.strip("<> ")) is not None


def holds_data(row: list[str]) -> bool:
    """Whether a row holds a number that is no year, or a date. Many dates are the names of columns."""
    others = [cell for cell in row if cell and not is_year(cell)]
    dates = sum(map(is_date, others))
    return 0 < dates < LEAST_TURNED or any(is_number(cell, ".") or is_number(cell, ",") for cell in others)


def drop_remarks(sheet: Sheet) -> None:
    """Leaves out a word after the last column of some rows, such as Provisional, in a table parted by blanks."""
    width = len(sheet.header or ())
    if usual_count([len(row) for row in sheet.rows]) != width:
        return
    noted = [row for row in sheet.rows if len(row) > width and all(map(str.isalpha, row[width:]))]
    for row in noted[1:]:
        del row[width:]
    if noted:
        sheet.notes.append(Note(LEFT_OUT_REMARKS, cell=" ".join(noted[0][width:]), count=len(noted)))
        del noted[0][width:]


def drop_units(sheet: Sheet) -> None:
    """Leaves out further rows of names or units above the numbers."""
    above = next((at for at, row in enumerate(sheet.rows[:MOST_UNITS], start=1) if _names_index(row)), 0)
    for at in range(MOST_UNITS):
        if not sheet.header or len(sheet.rows) < 3:
            return
        if at >= above and not _are_names(sheet.rows[0], sheet.rows[1:LOOKED_AT]):
            return
        sentence = LEFT_OUT_COUNTS if _counts_columns(sheet.rows[0]) else LEFT_OUT_UNITS
        sheet.notes.append(Note(sentence, row=sheet.lines[0], cell=next(filter(None, sheet.rows[0]))))
        sheet.drop(0)


def _names_index(row: list[str]) -> bool:
    """Whether a row holds only the name of the index, as pandas writes it below several rows of names."""
    return _names_time(row[0]) and not any(row[1:])


def drop_below(sheet: Sheet) -> None:
    """Leaves out short rows at the end that hold one text, and those below them that hold only texts."""
    width = usual_count([len(row) for row in sheet.rows])
    last = len(sheet.rows)
    for at in range(last - 1, max(1, last - MOST_NOTES - 1), -1):
        row = [cell for cell in sheet.rows[at] if cell]
        if any(is_number(cell, ".") or is_number(cell, ",") or is_date(cell) for cell in row):
            break
        if len(sheet.rows[at]) != width and len(row) == 1:
            last = at
    while len(sheet.rows) > max(last, 2):
        leave_out_last(sheet, next(filter(None, sheet.rows[-1])))


def leave_out_last(sheet: Sheet, cell: str) -> None:
    """Leaves out the last row, and notes the cell that tells why."""
    sheet.notes.append(Note(LEFT_OUT_BELOW, row=sheet.lines[-1], cell=cell))
    sheet.drop(-1)


def _are_names(row: list[str], below: list[list[str]]) -> bool:
    """Whether a row holds no numbers but a text above numbers, or a line that is drawn below the names."""
    if _counts_columns(row) and below[0] and (is_date(below[0][0]) or is_year(below[0][0])):
        return True
    if all(map(FORMATS.fullmatch, row)) and not all(map(FORMATS.fullmatch, below[0])):
        return True
    is_without_index = not row[0] and below[0][:1] > [""] and not any(MARKED.fullmatch(c) or is_date(c) for c in row)
    if any(map(BEGINS_WITH_DIGIT.match, row)) and not is_without_index:  # 2020=100 above an index is a unit
        return False
    texts = [at for at, cell in enumerate(row) if not is_missing(cell)]
    is_line = any(row) and all(len(cell) > 2 and set(cell) <= set("-=+:") for cell in row if cell)
    return is_line or any(BEGINS_WITH_DIGIT.match(cells[at]) for cells in below for at in texts if at < len(cells))


def _counts_columns(row: list[str]) -> bool:
    """Whether a row counts the columns from 1, as yearbooks print it below the names."""
    return len(row) > 2 and [cell.strip("()") for cell in row] == [str(at) for at in range(1, len(row) + 1)]


def fit_header(sheet: Sheet) -> None:
    """Gives the header the cell that it lacks, as R names no index, and leaves out columns at the end without cells."""
    if sheet.header:
        width = max(_filled_width(row) for row in (sheet.header, *sheet.rows))
        if width <= len(sheet.header):
            sheet.header, sheet.rows = sheet.header[:width], [row[:width] for row in sheet.rows]
        elif width == len(sheet.header) + 1 and len(sheet.rows) > 2 and _is_index_alone(sheet.rows[0]):
            sheet.header = [*sheet.rows[0], *sheet.header]  # as pandas prints a table
            del sheet.rows[0], sheet.lines[0]
        elif len(sheet.header) == 1 and _is_index_alone(sheet.header) and is_date(sheet.rows[0][0]):
            sheet.header = [*sheet.header, ""]  # as pandas prints a series
        elif all(len(row) == width == len(sheet.header) + 1 for row in sheet.rows) and not (
            _names_time(sheet.header[0]) and is_date(sheet.rows[0][0])  # a decimal comma parts the cells after the date
        ):
            sheet.header = ["", *sheet.header]


def _is_index_alone(row: list[str]) -> bool:
    return len(row) == 1 and _names_time(row[0])


def _filled_width(row: list[str]) -> int:
    return max((at for at, cell in enumerate(row, start=1) if cell), default=0)


def turn(sheet: Sheet, layout: str | None = None) -> None:
    """Turns a table whose time runs to the right, and puts months in columns below each other.

    Args:
        sheet: The rows.
        layout: Where time runs, as a person has chosen; None if the names of the columns shall tell.

    Raises:
        InputError: If a table to be turned has too many rows, or if the chosen layout is impossible.
    """
    header = [YEAR_AGAIN.sub("", name) for name in sheet.header or ()]
    sheet.header = header or None
    if layout == DOWN:
        return
    if layout in (None, YEARS) and (_unroll_years(sheet) or layout):
        if sheet.layout != YEARS:
            raise InputError(NO_PARTS[YEARS])
        return
    begin = _begin(header)
    across = layout if layout in NO_PARTS else _across(header[begin:])
    if across and layout in (None, across):
        if not _unroll(sheet, across, begin) and layout:
            raise InputError(NO_PARTS[across])
        return
    at, end = _run_of_times(header, [row[0] for row in sheet.rows[:LOOKED_AT] if row])
    times = header[at:end]
    if (
        len(times) < (LEAST_TURNED if any(map(is_year, times)) else 2)
        or way_of(times, integers=all(map(is_year, times))) is None
    ):
        if layout is None:
            return
        at, end = _first_number(sheet), len(header)
    if end < len(header):
        sheet.notes.append(Note(LEFT_OUT_BESIDE, columns=", ".join(filter(None, header[end:]))))
        sheet.header, sheet.rows = header[:end], [row[:end] for row in sheet.rows]
    _turn(sheet, at, is_chosen=layout == RIGHT)


def _run_of_times(header: list[str], below: list[str]) -> tuple[int, int]:
    """Where the dates among the names begin and end: they are the last names, or stand before totals and the like.

    They are the last names in any case where the cells below the first name are dates, too.
    """
    are_times = [is_date(name) or is_year(name) for name in header]
    end = len(header)
    if are_times.count(True) >= LEAST_TURNED and not any(
        is_date(cell) or is_year(cell) for cell in (*header[:1], *below)
    ):
        end = max(at for at, is_time in enumerate(are_times, start=1) if is_time)
    at = end
    while at and are_times[at - 1]:
        at -= 1
    return at, end


def _begin(header: list[str]) -> int:
    """The column of years or days before those of months, quarters or hours; what is before it names the series."""
    return next((at for at in range(min(MOST_KEYS, len(header))) if _across(header[at:])), 0)


def _across(header: list[str]) -> str | None:
    """What there is a column for, after the first: each month, each quarter or each hour; None for other columns."""
    names = header[1:]
    are_counted = all(map(str.isdecimal, names)) and names != [str(number) for number in range(1, 25)]
    if are_counted:  # as pandas counts columns without names
        return None
    for across, (number, wanted) in ACROSS.items():
        if any([number(name) for name in names[: len(each)]] == list(each) for each in wanted):
            return across
    return HOURS if len(_clocks(header)) >= LEAST_CLOCKS else None


def _clocks(header: list[str]) -> list[str]:
    """The names after the first that are times of day, such as 00:30."""
    return list(itertools.takewhile(is_clock, header[1:]))


def _hour(name: str) -> int | None:
    found = HOUR.fullmatch(name)
    return int(found["hour"]) if found else None


def quarter_of(name: str) -> int | None:
    """The quarter that a name such as Q1, Qtr1 or 1분기 means; None for another text."""
    found = QUARTER.fullmatch(name)
    return int(found["first"] or found["last"]) if found else None


ACROSS: dict[str, tuple[Callable[[str], int | None], tuple[range, ...]]] = {
    MONTHS: (month_of, (range(1, MONTHS_A_YEAR + 1),)),
    QUARTERS: (quarter_of, (range(1, 5),)),
    HOURS: (_hour, (range(24), range(1, 25))),
}
"""What a table may have a column for → the number of a name, and the numbers of all names."""


def _first_number(sheet: Sheet) -> int:
    """The first column whose cells in the first row are numbers."""
    return next((at for at, cell in enumerate(sheet.rows[0]) if is_number(cell, ".") or is_number(cell, ",")), 0)


def _turn(sheet: Sheet, at: int, *, is_chosen: bool) -> None:
    """Makes a column of each row; its times are the names of the columns from `at` on, or their numbers."""
    times = (sheet.header or [str(number) for number in range(len(sheet.rows[0]) + 1)])[at:]
    if len(sheet.rows) >= MOST_COLUMNS:
        raise InputError(TOO_MANY_SERIES, first=times[0], count=len(sheet.rows), most=MOST_COLUMNS - 1)
    columns = [row[at : at + len(times)] for row in sheet.rows]
    times = times[: len(columns[0])]
    if len(times) < 2 or any(len(column) != len(times) for column in columns):
        if is_chosen:
            raise InputError(NOT_TURNED)
        return
    names = [" · ".join(_label(row[:at])) for row in sheet.rows]
    sheet.rows = [[time, *cells] for time, *cells in zip(times, *columns, strict=True)]
    sheet.lines = [sheet.lines[0]] * len(times)
    sheet.header, sheet.layout = ["date", *names], RIGHT
    ends = Note(TURNED_AS_CHOSEN, first=times[0], last=times[-1])
    sheet.notes.append(ends if is_chosen else Note(TURNED, first=times[0], second=times[1]))


def _label(cells: list[str]) -> list[str]:
    """The words among the first cells of a row, which tell whose series it is; else its numbers."""
    words = [cell for cell in cells if cell and not is_number(cell, ".")]
    return words or [cell for cell in cells if cell]


def _unroll(sheet: Sheet, across: str, begin: int) -> bool:
    """Puts the columns of months, quarters or hours below each other, if the column before them holds years or days."""
    header = sheet.header or []
    times = _times(header[begin:], across)
    count = len(times)
    is_whole = _is_day if across == HOURS else _is_whole_year
    are_whole = [len(row) > begin + count and is_whole(row[begin]) for row in sheet.rows]
    first = are_whole.index(False) if False in are_whole else len(are_whole)
    if not times or not first or not all(_is_word(row[begin : begin + 1]) for row in sheet.rows[first:]):
        return False
    while len(sheet.rows) > first:
        leave_out_last(sheet, next(filter(None, sheet.rows[-1])))
    rows = [
        [f"{row[begin] if across == HOURS else row[begin][:4]}{time}", cell, *row[:begin]]
        for row in sheet.rows
        for time, cell in zip(times, row[begin + 1 :], strict=False)
    ]
    lines = [line for line in sheet.lines for _at in range(count)]
    while rows and is_missing(rows[-1][1]):
        del rows[-1], lines[-1]
    sheet.header, sheet.rows, sheet.lines = ["date", "value", *header[:begin]], rows, lines
    sheet.layout = across
    sheet.notes.append(Note(UNROLLED[across]))
    return True


def _unroll_years(sheet: Sheet) -> bool:
    """Puts columns of years below each other, if the first cell of each row names a month."""
    years = list(itertools.takewhile(is_year, (name.removesuffix("년") for name in (sheet.header or [""])[1:])))
    months = [month_of(row[0]) if row else None for row in sheet.rows]
    count = next((at for at, month in enumerate(months) if month is None), len(months))
    are_counted = months[:count] == list(range(1, count + 1))
    if not years or count < LEAST_TURNED or not are_counted or any(months[count:]):
        return False
    if any(len(row) <= len(years) for row in sheet.rows[:count]):
        return False
    while len(sheet.rows) > count:
        leave_out_last(sheet, next(filter(None, sheet.rows[-1])))
    both = [(at, row, line) for at in range(len(years)) for row, line in zip(sheet.rows, sheet.lines, strict=True)]
    rows = [[f"{years[at][:4]}-{month_of(row[0]):02}", row[at + 1]] for at, row, _line in both]
    while rows and is_missing(rows[-1][1]):
        del rows[-1]
    sheet.header, sheet.rows, sheet.lines = ["date", "value"], rows, [line for *_, line in both][: len(rows)]
    sheet.layout = YEARS
    sheet.notes.append(Note(UNROLLED[YEARS]))
    return True


def _is_word(cells: list[str]) -> bool:
    """Whether a cell holds a word, such as Average, and no digit."""
    return any(cell[:1].isalpha() and not any(map(str.isdecimal, cell)) for cell in cells)


def _times(header: list[str], across: str) -> list[str]:
    """What each of the columns adds to the year or the day of its row."""
    if across != HOURS:
        first, *_others = ACROSS[across][1]
        return [f"-{number:02}" if across == MONTHS else f"-Q{number}" for number in first]
    if clocks := _clocks(header):
        return [f" {clock}" for clock in clocks]
    return [f" {_hour(name)}:00" for name in header[1:25]] if _across(header) == HOURS else []


def _is_day(cell: str) -> bool:
    return is_date(cell) and ":" not in cell


def _is_whole_year(cell: str) -> bool:
    return is_year(cell.removesuffix("년"))


def is_year(cell: str) -> bool:
    """Whether a cell is the number of a year, or of a year and a month such as 2021.01."""
    return YEAR.fullmatch(cell) is not None
