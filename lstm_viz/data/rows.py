"""A file's text, and the rows of cells in it."""

import csv
import io

from lstm_viz.data.cells import LOOKED_AT
from lstm_viz.data.problem import InputError

MOST_ROWS = 50_000
SEPARATORS = (";", "\t", ",", "|")
ENCODINGS = ("utf-8-sig", "cp949")


def decoded(content: bytes) -> str:
    """The text of a file: Unicode, or Korean as Windows writes it.

    Raises:
        InputError: If it is neither.
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
    """The one that parts the first lines into the same number of cells, the most of them."""
    first = [line for line in text.splitlines()[: 4 * LOOKED_AT] if line.strip()][:LOOKED_AT]
    if not first:
        raise InputError(
            "The file is empty. Give one row for each moment, such as {example}.", example="2026-01-01,3.5"
        )
    counts = {mark: [len(cells) for cells in csv.reader(first, delimiter=mark)] for mark in SEPARATORS}
    even = {mark: each[0] for mark, each in counts.items() if each[0] > 1 and len(set(each)) == 1}
    if even:
        return max(even, key=lambda mark: even[mark])
    # Ragged: the mark most lines agree on, so that the odd one out can be named; else a single column.
    usual = {mark: max(set(each), key=each.count) for mark, each in counts.items()}
    agreed = {mark: counts[mark].count(count) for mark, count in usual.items() if count > 1}
    return max(agreed, key=lambda mark: agreed[mark]) if agreed else "\n"


def rows_of(text: str, separator: str) -> tuple[list[list[str]], list[int]]:
    """The rows that are not empty, and the line of each."""
    if separator == "\n":
        alone = [(number, [line.strip()]) for number, line in enumerate(text.splitlines(), start=1) if line.strip()]
        return [cells for _, cells in alone], [number for number, _ in alone]
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
