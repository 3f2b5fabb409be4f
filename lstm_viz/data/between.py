"""Rows between those of a series that belong to none: the names again, totals, and what a program notes."""

import itertools
import re
from collections.abc import Iterator, Sequence

from lstm_viz.data.cells import LOOKED_AT, is_number
from lstm_viz.data.dates import is_date
from lstm_viz.data.rows import usual_count
from lstm_viz.data.sheet import Sheet, is_year
from lstm_viz.i18n import N_
from lstm_viz.problem import Note

PROGRAM = re.compile(r"\$[A-Z]{2,12}_[A-Z_]{2,20}\$")  # WinCC: $RT_OFF$ where the runtime was stopped
WORDS = (
    r"(?:.{0,20}[ 월년분기주])?(?:소계|합계|총계|누계|평균|이월)|.{0,20}(?:小计|小計|合计|合計|总计|総計|繰越)",
    r"(?:.{0,20}\b)?(?:sub[ -]?|grand )?totals?\b.{0,20}|(?:opening|closing|starting|ending) balance",
    r".{0,20}\b(?:brought|carried) forward|(?:zwischen|gesamt)?summe\b.{0,20}|übertrag\b.{0,20}|(?:anfangs|end)saldo",
    r"(?:sous[ -])?total\b.{0,20}|solde (?:initial|final)|(?:sub)?totale?\b.{0,20}|(?:промежуточный )?итого?\b.{0,20}",
)
TOTAL = re.compile("|".join(WORDS), re.IGNORECASE)
TWO_LETTERS = re.compile(r"[^\W\d_]{2}")
MONTHS_OF_A_YEAR = re.compile(r"(?:1[5-9]|20|21)\d\d(?:0[1-9]|1[0-2])")
WHOLE_YEAR = re.compile(r"(?:1[5-9]|20|21)\d\d13")  # after the twelve months, as the EIA writes
MOST_NAMED = 8
LEAST_EMPTY = 4  # of so many rows, one may fill a column of events
MOST_SHORT = 0.1  # of all rows
LEFT_OUT_BETWEEN = N_("Left out between the rows of the series: rows {rows}, such as “{cell}”.")


def drop_names_again(sheet: Sheet) -> None:
    """Leaves out the rows that repeat the names of the columns, as long tables do on each page."""
    header = list(filter(None, sheet.header or []))
    places = [
        at
        for at, row in enumerate(sheet.rows)
        if header and row[:1] == header[:1] and list(filter(None, row)) == header
    ]
    if len(header) > 1 and places and any(cell[0].isalpha() for cell in header):  # numbers may be values
        _drop(sheet, places, header[0])


def drop_between(sheet: Sheet) -> None:
    """Leaves out the rows between those of the series that are totals or note what happened."""
    found = dict(_found(sheet))
    for place in reversed(range(len(sheet.rows))):  # words at the end are told by their missing date
        if place not in found or PROGRAM.fullmatch(found[place]) or not TWO_LETTERS.search(found[place]):
            break
        del found[place]
    found |= _events(sheet.rows)
    if not found or len(found) > len(sheet.rows) - 2:
        return
    _drop(sheet, sorted(found), found[min(found)])


def _drop(sheet: Sheet, places: list[int], cell: str) -> None:
    """Leaves out the rows at these places, and notes a cell of them."""
    named = ", ".join(str(sheet.lines[place]) for place in places[:MOST_NAMED])
    rows = f"{named}, …" if len(places) > MOST_NAMED else named
    sheet.notes.append(Note(LEFT_OUT_BETWEEN, rows=rows, cell=cell))
    for place in reversed(places):
        sheet.drop(place)


def _found(sheet: Sheet) -> Iterator[tuple[int, str]]:
    """The place of each such row, and the cell that tells."""
    months = _column_of_months(sheet.rows)
    short = _short(sheet.rows)
    dated: dict[int, bool] = {}  # a column → whether it or one before it holds dates
    for at, row in enumerate(sheet.rows):
        filled = list(filter(None, row))
        cell = filled[0] if filled else ""
        if TWO_LETTERS.search(cell):
            may_be = TOTAL.fullmatch(cell) or (len(filled) == 1 < len(row) and cell[0].isalpha())
            first = row.index(cell)
            if may_be and first not in dated:
                dated[first] = any(_are_dates(sheet.rows, place) for place in range(first + 1))
            if (may_be and dated[first]) or PROGRAM.fullmatch(cell):
                yield at, cell
                continue
        if months is not None and months < len(row) and WHOLE_YEAR.fullmatch(row[months]):
            yield at, row[months]
        elif at in short:
            yield at, row[-1]


def _events(rows: list[list[str]]) -> dict[int, str]:
    """The place of each row that says only what happened at its time, and the cell that says it.

    Such a row has a word in a column that is empty in most rows, no value in the columns that most rows fill, and
    beside its date at most a number that counts the rows.
    """
    columns = list(itertools.zip_longest(*rows, fillvalue=""))
    filled = [sum(map(bool, column)) for column in columns]
    always = [at for at, count in enumerate(filled) if count == len(rows)]
    usual = [at for at, count in enumerate(filled) if len(rows) / 2 < count < len(rows)]
    rare = [at for at, count in enumerate(filled) if 0 < count * LEAST_EMPTY <= len(rows)]
    if not (usual and rare and all(_are_dates(rows, at) or _counts(columns[at]) for at in always)):
        return {}
    words = {place: next((row[at] for at in rare if at < len(row) and row[at]), "") for place, row in enumerate(rows)}
    return {
        place: word
        for place, word in words.items()
        if TWO_LETTERS.search(word) and not any(columns[at][place] for at in usual)
    }


def _counts(column: Sequence[str]) -> bool:
    """Whether the cells of a column count the rows."""
    return all(map(str.isdecimal, column)) and all(int(b) == int(a) + 1 for a, b in itertools.pairwise(column))


def _short(rows: list[list[str]]) -> set[int]:
    """The rows that are shorter than the others because they hold a text in place of numbers, if they are few."""
    width = usual_count([len(row) for row in rows])
    found = {at for at, row in enumerate(rows) if len(row) < width and _is_noted(row)}
    return found if len(found) <= MOST_SHORT * len(rows) + 1 else set()


def _is_noted(row: list[str]) -> bool:
    """Whether a row has a date and a text, such as a dividend, but no number."""
    filled = [cell for cell in row if cell]
    others = [cell for cell in filled if not is_date(cell)]
    has_number = any(is_number(cell, ".") or is_number(cell, ",") for cell in filled)
    return 0 < len(others) < len(filled) and not has_number


def _are_dates(rows: list[list[str]], place: int) -> bool:
    """Whether most cells of a column are dates or years that begin with a digit."""
    cells = [row[place] for row in rows[: 2 * LOOKED_AT] if place < len(row) and row[place]]
    dates = sum(is_date(cell) or is_year(cell) for cell in cells if cell[0].isdecimal() and not TOTAL.fullmatch(cell))
    return dates * 2 > len(cells)


def _column_of_months(rows: list[list[str]]) -> int | None:
    """The first column that holds years with their months, and thirteenth months; None without one."""
    for place in range(len(rows[0])):
        cells = [row[place] for row in rows if place < len(row)]
        if all(map(MONTHS_OF_A_YEAR.fullmatch, cells[:2])):
            others = [cell for cell in cells if not MONTHS_OF_A_YEAR.fullmatch(cell)]
            if others and all(map(WHOLE_YEAR.fullmatch, others)):
                return place
    return None
