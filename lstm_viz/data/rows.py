"""Reads the text of a file, and the rows of cells in it."""

import csv
import itertools
import re
from collections.abc import Collection, Iterator, Sequence

from lstm_viz.data.cells import LOOKED_AT, is_number
from lstm_viz.data.encodings import likely
from lstm_viz.data.spaced import BLANK, ONE_OR_SEVERAL, are_columns, are_filled, cells_of, is_filled, joined_dates
from lstm_viz.i18n import N_
from lstm_viz.problem import InputError

MOST_ROWS = 50_000
MOST_CELLS = 1_000_000
LONGEST_LINE = 131_072  # the csv module takes no longer cell
SEPARATORS = (";", "\t", ",", "|")
COMMENT = re.compile(r"[#!](?! ?[,;|\t])|//")
MARKS = " \t#!/"
SEPARATOR_LINE = re.compile(r"\"?sep=([;,|\t])\"?", re.IGNORECASE)
WORKBOOK = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
NO_TABLE = re.compile(
    r"(?:<(?:!doctype|html|head|body|table|\?xml)\b|(?P<latex>\\(?:begin|documentclass)\b)|(?P<json>\{(?!\|)|\[\s*+[\[{\"]))",
    re.IGNORECASE,
)
LINE = re.compile(r"[^\n]*\n|[^\n]+")
QUOTED_LINE = re.compile(r'^"([^"\n]*)"$', re.MULTILINE)
QUOTED = re.compile(r'^"([^"]*)"$')
EMPTY = N_("There is no data. Give one row for each time, such as {example}.")
OPEN_QUOTE = N_("Row {row} cannot be read. Is a quotation mark left open?")
NOT_ENCODED = N_("The file is not written in {encoding}: its byte {position} has no meaning there.")
EXAMPLE = "2026-01-01,3.5"
TOO_MANY_ROWS = N_("There are too many rows: at most {most}.")
TOO_MANY_CELLS = N_("There are too many cells: at most {most}. Leave out columns or rows.")
END = "end"


def decoded(content: bytes) -> str:
    """The text of a file; see `decoded_as`."""
    return decoded_as(content)[0]


def decoded_as(content: bytes, chosen: str | None = None) -> tuple[str, str]:
    """The text of a file, and its encoding: Unicode, or one of `encodings.ENCODINGS`.

    Args:
        content: The file.
        chosen: The encoding that a person has chosen; None if the file itself shall tell.

    Raises:
        InputError: If the file is in none of these encodings, or not in the chosen one.
    """
    if chosen:
        try:
            return content.decode("utf-8-sig" if chosen == "utf-8" else chosen), chosen
        except UnicodeDecodeError as error:
            raise InputError(NOT_ENCODED, encoding=chosen, position=error.start + 1) from error
    has_mark = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ("utf-16",) if has_mark else _encodings(content):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text, encoding.removesuffix("-sig")
    raise InputError("The file is not text: save it as CSV in UTF-8, or in the Korean code page 949.")


def _encodings(content: bytes) -> Iterator[str]:
    yield "utf-8-sig"
    yield from likely(content)


def check_is_text(content: bytes) -> None:
    """Checks that a file is no workbook.

    Raises:
        InputError: If it is one.
    """
    if content.startswith(WORKBOOK):
        raise InputError("The file is an Excel workbook or a ZIP archive: save its table as CSV.")


def check_is_table(text: str) -> None:
    """Checks that a text is neither a web page, nor LaTeX, nor JSON.

    Raises:
        InputError: If it is one.
    """
    if found := NO_TABLE.match(text.lstrip()):
        kind = "JSON" if found["json"] else "LaTeX" if found["latex"] else "HTML, XML"
        raise InputError("The text is written as {kind}, not as a table: save the table as CSV.", kind=kind)


def with_line_feeds(text: str) -> str:
    """The text with a line feed between its lines, whatever wrote it, and none at its end."""
    return text.replace("\r\n", "\n").replace("\r", "\n").rstrip("\n")


def told_separator(text: str) -> tuple[str, str | None]:
    """The text without a first line such as sep=; which a spreadsheet writes, and the separator that it tells."""
    first, _, _rest = text.partition("\n")
    found = SEPARATOR_LINE.fullmatch(first.strip("\ufeff \r")) if len(first) < len("sep=;") + 5 else None
    return (text[len(first) :], found[1]) if found else (text, None)


def without_quotes(text: str) -> str:
    """The text without quotes around its lines, if each line is in quotes as a whole, as if it was one cell."""
    lines = [line for line in text.split("\n", LOOKED_AT)[:LOOKED_AT] if line.strip()]
    found = [QUOTED.fullmatch(line) for line in lines]
    are_rows = all(line and any(mark in line[1] for mark in SEPARATORS) for line in found)
    return (
        QUOTED_LINE.sub(r"\1", text)
        if are_rows and not all(is_number(line.strip('"'), ",") for line in lines)
        else text
    )


def without_comments(text: str, leave_out: Collection[int] | None = None) -> tuple[str, list[int]]:
    """The text with empty lines in place of the comments above its rows, and the numbers of these lines.

    The last comment stays without its mark if it holds the names of the columns, as numpy writes them.

    Args:
        text: The text from `with_line_feeds`.
        leave_out: The only lines that may be left out, counted from 1; None for all comments.
    """
    lines = text.split("\n", 4 * LOOKED_AT)
    empty = next((at for at, line in enumerate(lines) if line.strip() and not COMMENT.match(line.lstrip())), 0)
    comments = [at for at in range(empty) if lines[at].strip()]
    if not comments:
        return text, []
    last = lines[comments[-1]].lstrip(MARKS).strip()
    below = lines[empty]
    is_header = any(below.count(mark) == last.count(mark) > 0 for mark in SEPARATORS)
    is_header |= len(below.split()) == len(last.split()) > 1 and not any(mark in below for mark in SEPARATORS)
    is_header = is_header and is_filled_line(below)
    is_header = is_header and comments[-1] + 1 not in (leave_out or ())
    is_second = is_header and len(comments) > 1 and _is_like(lines[comments[-2]], last)
    if is_second:  # the units are below the names
        last = lines[comments[-2]].lstrip(MARKS).strip()
        comments[-2:] = comments[:-3:-1]
    left_out = comments[: len(comments) - is_header]
    if leave_out is not None:
        left_out = [at for at in comments if at + 1 in leave_out]
    for at in left_out:
        lines[at] = ""
    if is_header:
        lines[comments[-1]] = last
    return "\n".join(lines), [at + 1 for at in left_out]


def _is_like(line: str, header: str) -> bool:
    """Whether a line of comment has as many cells as the names of the columns that follow it, and no numbers."""
    words = line.lstrip(MARKS).split()
    return len(words) == len(header.split()) > 2 and all(map(str.isalpha, words))


def is_filled_line(line: str) -> bool:
    """Whether the first cell of a line begins with a digit or a sign, as a number or a date does."""
    return line.lstrip("\"' +-.")[:1].isdecimal()


def separator_of(text: str) -> str:
    """The separator that splits the first lines into equally many cells; if several do, the one with the most cells.

    Args:
        text: The text from `with_line_feeds`.

    Raises:
        InputError: If there is no line, if one is too long, or if a blank or a comma may separate either columns or
            thousands.
    """
    first = [line.strip("\n") for line in itertools.islice(_lines(text), 4 * LOOKED_AT) if line.strip()][:LOOKED_AT]
    if not first:
        raise InputError(EMPTY, example=EXAMPLE)
    rows = {mark: _cells(first, mark) for mark in SEPARATORS}
    counts = {mark: [len(cells) for cells in each] for mark, each in rows.items()}
    even = {mark: each[0] for mark, each in counts.items() if each[0] > 1 and len(set(each)) == 1}
    if even:
        # In 3,5;4,25 the commas are inside the numbers; and a cell with a quote in it was not parted as it should be.
        parted = [mark for mark in even if mark != "," and _have_commas(rows[mark])]
        whole = [mark for mark in even if not any('"' in cell for cells in rows[mark] for cell in cells)]
        best = max(parted or whole or even, key=lambda mark: even[mark])
        if all(is_number(line, ".") and "," in line for line in first):
            raise InputError(ONE_OR_SEVERAL, word=first[0].strip())
        # In 3,5 4,5 the commas are inside the numbers, and only the blanks separate columns.
        has_text = not all(is_filled([cell.strip() for cell in cells]) for cells in rows[best][1:])
        return BLANK if has_text and are_filled(first) else best
    # No separator fits all lines. The one that fits most lines is used, so that the error message can name the first
    # line that differs; else blanks, or a single column.
    usual = {mark: usual_count(each) for mark, each in counts.items()}
    agreed = {mark: counts[mark].count(count) for mark, count in usual.items() if count > 1}
    # A comma between names separates columns, so it does between numbers, too.
    is_one_column = all(is_number(line, ",") for line in (first if "," in first[0] else first[1:]))
    if agreed and not are_filled(first) and not is_one_column:
        return max(agreed, key=lambda mark: agreed[mark])
    return BLANK if are_columns(first) else "\n"


def usual_count(counts: Sequence[int]) -> int:
    """The number of cells in most rows that follow each other; 1 only if no two such rows have more."""
    runs = [(len(list(run)), count) for count, run in itertools.groupby(counts) if count > 1]
    longest, usual = max(runs, default=(0, 1))
    return usual if longest > 1 else max(set(counts), key=counts.count)


def _have_commas(rows: list[list[str]]) -> bool:
    """Whether all cells are filled, and most have a decimal comma."""
    cells = [cell.strip() for row in rows for cell in row]
    return is_filled(cells) and sum("," in cell for cell in cells) * 2 > len(cells)


def _cells(lines: list[str], separator: str) -> list[list[str]]:
    """The cells of some lines; one empty row if a quote is left open."""
    try:
        return list(csv.reader(lines, delimiter=separator, skipinitialspace=True))
    except csv.Error:
        return [[]]


def rows_of(text: str, separator: str) -> tuple[list[list[str]], list[int]]:
    """The rows that are not empty, and the line number of each.

    Args:
        text: The text from `with_line_feeds`.
        separator: The separator from `separator_of`.

    Raises:
        InputError: If there are no rows or too many, or if one cannot be read.
    """
    rows: list[list[str]] = []
    lines: list[int] = []
    count = 0
    for line, cells in _of_csv(text, separator) if separator in SEPARATORS else _of_lines(text, separator):
        if any(cells):
            rows.append(cells)
            lines.append(line)
            count += len(cells)
        if len(rows) > MOST_ROWS + 1:  # one may be the header
            raise InputError(TOO_MANY_ROWS, most=f"{MOST_ROWS:,}")
        if count > MOST_CELLS:
            raise InputError(
                "There are too many cells: at most {most}. Leave out columns or rows.", most=f"{MOST_CELLS:,}"
            )
    if not rows:
        raise InputError(EMPTY, example=EXAMPLE)
    return joined_dates(rows) if separator == BLANK else rows, lines


def _of_csv(text: str, separator: str) -> Iterator[tuple[int, list[str]]]:
    """Each row, after the number of its first line."""
    # A quote that is left open takes in all that follows, so the last row is then not the line that is added here.
    source = itertools.chain(_lines(text), [END])
    reader = csv.reader(source, delimiter=separator, skipinitialspace=True)
    begin, last = 1, text.count("\n") + (not text.endswith("\n"))
    try:
        for cells in reader:
            if reader.line_num <= last:
                yield begin, [cell.strip() for cell in cells]
            elif cells != [END]:
                raise InputError(OPEN_QUOTE, row=begin)
            begin = reader.line_num + 1
    except csv.Error as error:
        raise InputError(OPEN_QUOTE, row=begin) from error


def _of_lines(text: str, separator: str) -> Iterator[tuple[int, list[str]]]:
    """Each row, after its number."""
    for number, line in enumerate(_lines(text), start=1):
        yield number, cells_of(line) if separator == BLANK else [QUOTED.sub(r"\1", line.strip())]


def _lines(text: str) -> Iterator[str]:
    """Each line, with its line feed."""
    for number, found in enumerate(LINE.finditer(text), start=1):
        if len(found[0]) > LONGEST_LINE:
            raise InputError(
                "Row {row} has more than {most} characters. Is each row on its own line?",
                row=number,
                most=f"{LONGEST_LINE:,}",
            )
        yield found[0]
