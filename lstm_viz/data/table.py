"""Reads a table of numbers that a visitor brings: a CSV file, or its text."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

from lstm_viz.data.cells import (
    LARGEST_PRODUCT,
    SIDES_APART,
    TOO_LARGE,
    check_thousands,
    decimal_mark,
    first_known,
    has_decimal_comma,
    holds_numbers,
    may_hold_numbers,
    numbers,
    thousands_in,
    without_marks,
    without_thousands,
)
from lstm_viz.data.choices import AS_FOUND, DECLARED, Choices, columns_at
from lstm_viz.data.dates import is_date
from lstm_viz.data.header import name_columns, names_of
from lstm_viz.data.measured import TIMELIKE, are_apart, default_column, filler_of
from lstm_viz.data.printed import LABELS, without_brackets, without_labels, without_prints
from lstm_viz.data.rows import (
    check_is_table,
    check_is_text,
    decoded_as,
    rows_of,
    separator_of,
    told_separator,
    with_line_feeds,
    without_comments,
    without_quotes,
)
from lstm_viz.data.sheet import LEFT_OUT_BELOW, Sheet, drop_titles, leave_out
from lstm_viz.data.stacked import Ordered, may_name_series, ordered
from lstm_viz.data.timing import Timing, timing_of
from lstm_viz.i18n import N_
from lstm_viz.problem import InputError, Note

ENCODINGS = {option.value: option.title for option in DECLARED["encoding"].options}
EAST_ASIAN = re.compile("[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]")  # in whose languages a point is before decimals
MOST_LETTERS = 20_000_000
TEXT_HAS_NONE = N_("A text has no encoding to be chosen: only a file has one.")
ENCODED = N_(
    "The file is not written in Unicode. It was read as {encoding}: if its names are wrong, choose another encoding."
)
COMMENTS = N_("Lines of comment left out above the rows: {count}.")
SIGNS = N_("Column {column}: “{signs}” was left out beside the numbers.")
MULTIPLIED = N_("Column {column}: the numbers were multiplied by the factors of the letters after them ({factors}).")
WORDS = N_("Column {column}: “{words}” stands in several cells in place of a number, and was read as a missing value.")
NEGATIVE = N_("Column {column}: numbers such as “{cell}” were read as negative.")
UNREAD = N_(
    "Column {column} was left out: its cells, such as “{cell}”, are not numbers with the decimal mark “{decimal}” and "
    "one unit."
)
NO_UNIT = N_("No number has “{unit}” after it. Found after numbers: {found}.")
FILLER = N_(
    "Column {column}: {value} is far from all other values (times: {count}). Does it stand for a missing value? It was "
    "read as a number."
)
MIXED = N_(
    "Each word in column {column} goes with values in a range of its own. If the words name several series, choose "
    "this column as the one that names the series."
)
UNSIGNED = N_(
    "Column {column} says which way an amount goes ({words}). The amounts were read as they are written: their signs "
    "do not follow this column."
)
UNKNOWN_DATES = N_(
    "The dates in column {column} (“{cell}”) are not understood, so the order of the rows is unknown: they are read as "
    "if the oldest were first."
)
NO_DATES = N_("No column holds dates, so the order of the rows is unknown: they are read as if the oldest were first.")


@dataclass(frozen=True, eq=False)
class Table:
    """The columns of numbers in a table.

    Attributes:
        columns: The names of the columns, from the header, else "column 1", …
        values: Shape (rows, columns), float64; NaN for a missing value. The oldest row is the first.
        dates: The date of each row, datetime64 in microseconds; None without a column of dates.
        lines: The line of the file at which each row begins, counted from 1, (rows,).
        left_out: The names of the columns that hold no numbers.
        separator: The separator between two cells.
        decimal: The decimal mark, "." or ",".
        default: The name of the column to forecast: the first that was measured.
        understood: What the file was taken to be: a name of a choice → its value; and the "date_example", the first
            date as the file writes it.
        offers: What the file offers for a choice: its name → values.
        notes: What was left out, changed or not understood.
    """

    columns: tuple[str, ...]
    values: np.ndarray
    dates: np.ndarray | None
    lines: np.ndarray
    left_out: tuple[str, ...]
    separator: str
    decimal: str
    default: str
    understood: Mapping[str, Any] = field(default_factory=dict)
    offers: Mapping[str, tuple[Any, ...]] = field(default_factory=dict)
    notes: tuple[Note, ...] = ()

    @property
    def times(self) -> tuple[str, ...] | None:
        """The rows' dates in ISO 8601, to the second if none has a fraction of one; None without dates."""
        if self.dates is None:
            return None
        are_whole = not (self.dates.astype("int64") % 1_000_000).any()
        return tuple(np.datetime_as_string(self.dates, unit="s" if are_whole else "us").tolist())


def read_series(content: bytes | str, chosen: Choices = AS_FOUND, **choices: object) -> Table:
    """Reads the series in a file or text, oldest row first, and says what it was taken to be.

    Args:
        content: The file, or its text.
        chosen: What is to be taken otherwise than the file tells.
        choices: The same, by the names of `Choices`.

    Raises:
        InputError: If the text is not a table. The message names the row and column of the error.
    """
    chosen = replace(chosen, **choices)  # type: ignore[arg-type]
    if isinstance(content, str):
        if chosen.encoding:
            raise InputError(TEXT_HAS_NONE)
        return _parsed(content, chosen, "text")
    check_is_text(content)
    text, encoding = decoded_as(content, chosen.encoding)
    return _parsed(text, chosen, encoding)


def read_table(content: bytes) -> Table:
    """Reads the table in a file; see `decoded` and `parse_table` for the errors."""
    return read_series(content)


def parse_table(text: str) -> Table:
    """Reads a table. The separator of its cells and the column of dates are found automatically.

    Args:
        text: One row on each line, with or without a header. Cells may be in quotes. A cell in MISSING is a missing
            value.

    Raises:
        InputError: If the text is not a table. The message names the row and column of the error.
    """
    return read_series(text)


def _parsed(text: str, choices: Choices, encoding: str) -> Table:
    if len(text) > MOST_LETTERS:
        raise InputError("The text is too long: at most {most} characters.", most=f"{MOST_LETTERS:,}")
    text = without_brackets(text)
    check_is_table(text)
    text, told = told_separator(without_quotes(with_line_feeds(text)))
    text, above, below = without_prints(text, choices.leave_out)
    text, comments = without_comments(text, choices.leave_out)
    comments = [*above, *comments]
    separator = choices.separator or told or separator_of(text)
    sheet = Sheet(None, *rows_of(text, separator), left_out=[*comments, *(row for row, _line in below)])
    sheet.notes += [Note(LEFT_OUT_BELOW, row=row, cell=line) for row, line in below]
    if cell := without_labels(sheet.rows):
        sheet.lines.insert(0, sheet.lines[0])
        sheet.notes.append(Note(LABELS, cell=cell))
    if not (choices.encoding or encoding.startswith("utf") or encoding == "text"):
        sheet.notes.append(Note(ENCODED, encoding=Note(ENCODINGS[encoding])))
    if comments:
        sheet.notes.append(Note(COMMENTS, count=len(comments)))
    if choices.leave_out is not None:
        leave_out(sheet, set(choices.leave_out), text.count("\n") + 1)
    elif separator != "\n":
        drop_titles(sheet, are_words=separator == " ")
    name_columns(sheet, separator, choices)
    return _table(sheet, separator, choices, encoding)


def _table(sheet: Sheet, separator: str, choices: Choices, encoding: str) -> Table:
    names = names_of(sheet.header, len(sheet.rows[0]), choices)
    timing = timing_of(sheet, names, choices)
    others = _others(sheet, names, timing, choices)
    decimal = _decimal(others, sheet.lines, separator, choices)
    factors: dict[str, float] = {}
    found = {name: _numbers(column, sheet, name, decimal, choices, factors) for name, column in others.items()}
    read = {name: each for name, each in found.items() if each is not None}
    if not read:
        raise _no_numbers(sheet, names)
    _check_factors(choices, factors)
    values = np.column_stack(list(read.values()))
    values[np.isin(values, list(choices.missing or ()))] = np.nan
    texts = {name: column for name, column in others.items() if name not in read}
    unsorted = Ordered(tuple(read), values, timing.dates, np.array(sheet.lines), notes=timing.notes)
    if choices.stacked:
        choices = replace(choices, stacked=tuple(names[at] for at in columns_at(names, choices.stacked)))
    series = ordered(unsorted, texts, choices)
    if choices.thousands is None:
        choices = replace(choices, thousands=thousands_in((others[name] for name in read), decimal))
    told = {"encoding": encoding, "separator": separator, "decimal": decimal, "factors": factors}
    return Table(
        columns=series.columns,
        values=series.values,
        dates=series.dates,
        lines=series.lines,
        left_out=tuple(texts),
        separator=separator,
        decimal=decimal,
        default=series.columns[default_column(series.columns, series.values)],
        understood=told | _understood(sheet, timing, series, choices),
        offers={
            "dates": names,
            "date_format": timing.formats,
            "stacked": may_name_series(unsorted, texts),
            "series": series.keys,
        },
        notes=(*sheet.notes, *series.notes, *_doubts(series, texts), *_mixed(unsorted, series, texts, choices)),
    )


def _no_numbers(sheet: Sheet, names: Sequence[str]) -> InputError:
    """The error of a table without numbers: it names a cell that may have been meant as one."""
    unread = next((note for note in sheet.notes if note.template == UNREAD), None)
    if unread:
        return InputError(UNREAD, **unread.values)
    return InputError("No column holds numbers. Found: {columns}.", columns=", ".join(names[:6]))


def _understood(sheet: Sheet, timing: Timing, series: Ordered, choices: Choices) -> dict[str, Any]:
    """What the rows, their dates and their order were taken to be."""
    return {
        "thousands": choices.thousands,
        "header": sheet.header_rows,
        "leave_out": tuple(sorted(sheet.left_out)),
        "layout": sheet.layout,
        "dates": (),
        "date_format": None,
        **timing.understood,
        "order": series.order,
        "stacked": series.stacked,
        "series": series.only or None,
        "missing": tuple(choices.missing or ()),
    }


def _others(sheet: Sheet, names: Sequence[str], timing: Timing, choices: Choices) -> dict[str, list[str]]:
    """The columns that hold no dates: name → cells, without the chosen mark between thousands."""
    columns = [list(column) for column in zip(*sheet.rows, strict=True)]
    others = {names[at]: columns[at] for at in range(len(columns)) if at not in timing.columns}
    if not choices.thousands:
        return others
    return {name: without_thousands(column, choices.thousands) for name, column in others.items()}


def _decimal(columns: Mapping[str, list[str]], lines: list[int], separator: str, choices: Choices) -> str:
    """The decimal mark; with commas between the columns, only a number in quotes can have a decimal comma."""
    if choices.decimal:
        return choices.decimal
    if choices.thousands in (",", "."):
        return "," if choices.thousands == "." else "."
    is_parted = separator == ","
    cells = [[cell for cell in column if "," in cell] for column in columns.values()] if is_parted else None
    is_certain = is_parted or any(map(EAST_ASIAN.search, columns))
    if choices.thousands is not None:
        # No comma is left that could stand between thousands.
        return "," if has_decimal_comma(cells or list(columns.values())) else "."
    return decimal_mark(cells or list(columns.values()), lines, tuple(columns), is_certain=is_certain)


def _numbers(
    column: list[str], sheet: Sheet, name: str, decimal: str, choices: Choices, factors: dict[str, float]
) -> np.ndarray | None:
    """The numbers of a column; None if it holds other things. What stands beside the numbers is noted."""
    problem = None
    if choices.thousands is not None:
        check_thousands(column, sheet.lines, name, decimal)
    if holds_numbers(column, decimal):
        try:
            return numbers(column, sheet.lines, name, decimal)
        except InputError as error:
            problem = error.released()
    if (found := without_marks(column, decimal, choices.factors or {})) is None:
        if problem is not None:
            raise problem
        if (cell := may_hold_numbers(column)) and not is_date(cell) and not TIMELIKE.fullmatch(name):
            sheet.notes.append(Note(UNREAD, column=name, cell=cell, decimal=decimal))
        return None
    cells, each, marks = found
    factors |= marks.factors
    if signs := [sign for sign in marks.signs if marks.factors.get(sign, 1) == 1]:
        sheet.notes.append(Note(SIGNS, column=name, signs=" ".join(signs)))
    if told := ", ".join(f"{unit} = {_short(each)}" for unit, each in marks.factors.items() if each != 1):
        sheet.notes.append(Note(MULTIPLIED, column=name, factors=told))
    if marks.words:
        sheet.notes.append(Note(WORDS, column=name, words=" ".join(marks.words)))
    if marks.negative:
        sheet.notes.append(Note(NEGATIVE, column=name, cell=marks.negative))
    with np.errstate(over="ignore"):  # a chosen factor may be as large as a float can be
        values = numbers(cells, sheet.lines, name, decimal) * each
    if len(large := np.flatnonzero(np.abs(values) > LARGEST_PRODUCT)):
        raise InputError(TOO_LARGE, row=sheet.lines[large[0]], column=name, cell=column[large[0]])
    return values


def _short(factor: float) -> str:
    return f"{factor:,.0f}" if factor % 1 == 0 else f"{factor:g}"


def _check_factors(choices: Choices, found: Mapping[str, float]) -> None:
    for unit in choices.factors or ():
        if unit not in found:
            raise InputError(NO_UNIT, unit=unit, found=", ".join(found) or "–")


def _mixed(unsorted: Ordered, series: Ordered, texts: Mapping[str, list[str]], choices: Choices) -> list[Note]:
    """A column that may name the series which each row belongs to, because their values are far apart."""
    if series.stacked or choices.stacked is not None:
        return []
    measured = unsorted.values[:, default_column(unsorted.columns, unsorted.values)]
    named = [name for name, words in texts.items() if are_apart(np.array(words), measured)]
    return [Note(MIXED, column=name) for name in named[:1]]


def _doubts(series: Ordered, texts: Mapping[str, list[str]]) -> list[Note]:
    """Values that may stand for missing ones, signs that stand apart, and an order that is unknown."""
    notes = []
    for name, column in zip(series.columns, series.values.T, strict=True):
        if found := filler_of(column):
            notes.append(Note(FILLER, column=name, value=f"{found[0]:g}", count=found[1]))
    for name, column in texts.items():
        words = {cell for cell in column if cell}
        if any(words == {*pair} for pair in SIDES_APART):
            notes.append(Note(UNSIGNED, column=name, words=" / ".join(sorted(words))))
    if series.dates is None:
        named = [name for name in texts if TIMELIKE.fullmatch(name)]
        named = named or [name for name, cells in texts.items() if cells[0][:1].isdecimal()]
        cells = first_known(texts[named[0]]) if named else []
        notes.append(Note(UNKNOWN_DATES, column=named[0], cell=cells[0]) if cells else Note(NO_DATES))
    return notes
