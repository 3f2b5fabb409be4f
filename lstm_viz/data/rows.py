"""Reads the text of a file, and the rows of cells in it."""

import csv
import io

from lstm_viz.data.cells import LOOKED_AT
from lstm_viz.data.problem import InputError
from lstm_viz.data.spaced import BLANK, are_columns, are_filled, is_filled, rows_of_blanks

MOST_ROWS = 50_000
SEPARATORS = (";", "\t", ",", "|")
ENCODINGS = ("utf-8-sig", "cp949")


def decoded(content: bytes) -> str:
    """Decodes the text of a file: Unicode, or Korean as Windows writes it.

    Raises:
        InputError: If the file is in neither encoding.
    """
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings: tuple[str, ...] = ("utf-16",)
    else:
        encodings = ENCODINGS
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise InputError("The file is not text: save it as CSV in UTF-8, or in the Korean code page 949.")


def separator_of(text: str) -> str:
    """The separator that splits the first lines into equally many cells; if several do, the one with the most cells.

    Raises:
        InputError: If there is no line, or if blanks may separate either columns or thousands.
    """
    first = [line for line in text.splitlines()[: 4 * LOOKED_AT] if line.strip()][:LOOKED_AT]
    if not first:
        raise InputError(
            "The file is empty. Give one row for each moment, such as {example}.", example="2026-01-01,3.5"
        )
    rows = {mark: list(csv.reader(first, delimiter=mark, skipinitialspace=True)) for mark in SEPARATORS}
    counts = {mark: [len(cells) for cells in each] for mark, each in rows.items()}
    even = {mark: each[0] for mark, each in counts.items() if each[0] > 1 and len(set(each)) == 1}
    if even:
        best = max(even, key=lambda mark: even[mark])
        # In 3,5 4,5 the commas are inside the numbers, and only the blanks separate columns.
        has_text = not all(is_filled([cell.strip() for cell in cells]) for cells in rows[best][1:])
        return BLANK if has_text and are_filled(first) else best
    # No separator fits all lines. The one that fits most lines is used, so that the error message can name the first
    # line that differs; else blanks, or a single column.
    usual = {mark: max(set(each), key=each.count) for mark, each in counts.items()}
    agreed = {mark: counts[mark].count(count) for mark, count in usual.items() if count > 1}
    if agreed and not are_filled(first):
        return max(agreed, key=lambda mark: agreed[mark])
    return BLANK if are_columns(first) else "\n"


def rows_of(text: str, separator: str) -> tuple[list[list[str]], list[int]]:
    """The rows that are not empty, and the line number of each."""
    if separator in ("\n", BLANK):
        return _lines_of(text, separator)
    rows: list[list[str]] = []
    lines: list[int] = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, skipinitialspace=True)
    begin = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                rows.append([cell.strip() for cell in cells])
                lines.append(begin)
            begin = reader.line_num + 1
            if len(rows) > MOST_ROWS + 1:
                break
    except csv.Error as error:
        raise InputError("Row {row} cannot be read: is a quote left open?", row=begin) from error
    return rows, lines


def _lines_of(text: str, separator: str) -> tuple[list[list[str]], list[int]]:
    filled = [(number, line.strip()) for number, line in enumerate(text.splitlines(), start=1) if line.strip()]
    lines = [line for _, line in filled]
    return rows_of_blanks(lines) if separator == BLANK else [[line] for line in lines], [number for number, _ in filled]
