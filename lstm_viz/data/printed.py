"""Tables as programs print them: what stands around the rows, brackets around numbers, and names before them."""

import re
from collections.abc import Collection

from lstm_viz.data.cells import LOOKED_AT, is_number
from lstm_viz.data.dates import is_clock
from lstm_viz.i18n import N_
from lstm_viz.problem import InputError

BELOW = re.compile(  # pandas: Freq: D, Name: close, Length: 7, dtype: float64
    r"(?:(?:Freq|Name|Length): [^,]{1,80}, )*dtype: \w{1,40}|\[\d+ rows x \d+ columns\]|# A tibble: .{1,40}"
)
CUT = re.compile(  # pandas and R
    r"\.{2,3}(?:\s+\.{2,3})+|# (?:ℹ|i|…|\.{3})(?: with)? [\d,]{1,12} more rows?.{0,200}| ?\[ reached .{0,200}\]"
)
ALONE = re.compile(r" {2,40}\.{3} *")  # where pandas prints a Series in part
LAST = 3  # lines in which a program says what it has printed
ELLIPSIS = "..."
END_OF_HEADER = re.compile(r"[-*#\s]*end[ _-](?:of[ _-])?header[-*#\s]*|\[data\]", re.IGNORECASE)
IN_BRACKETS = re.compile(r"(?:array\()?(\[[\[\]\s\d.,eE+-]*\])\)?")
INNER = re.compile(r"\[([^\[\]]*)\]")
BETWEEN = re.compile(r"[\s,]+")
LABELLED = re.compile(r"(?P<label>[^\W\d][^:=]{0,30}?) ?[:=] ?(?P<value>[+-]?\.?\d[^:=]{0,20}|nan)", re.IGNORECASE)
PRINTED_AT = re.compile(r"(?P<clock>\d[\d:. ]{4,30}) ?-> ?(?P<rest>.*)")  # the serial monitor of Arduino
NOT_ALL = N_(
    "Row {row}: “{cell}” stands for rows that were not printed. Give all rows, for example the CSV file that the "
    "program can write."
)
LABELS = N_("Each cell names what it holds, such as “{cell}”: these names were put above the columns.")


def without_prints(text: str, leave_out: Collection[int] | None = None) -> tuple[str, dict[int, str]]:
    """The text with empty lines in place of what a program prints above and below a table, and these lines.

    Args:
        text: The text from `with_line_feeds`.
        leave_out: The only lines that may be left out, counted from 1; None for all.

    Returns:
        The text, and the number of each of these lines → the line.

    Raises:
        InputError: If it says that rows were not printed.
    """
    lines = text.split("\n")
    above = max((at for at, line in enumerate(lines[: 4 * LOOKED_AT]) if END_OF_HEADER.fullmatch(line)), default=-1)
    if len([line for line in lines[above + 1 :] if line.strip()]) < 2:
        above = -1
    for at, line in enumerate(lines if leave_out is None else ()):
        is_cut = line[:1] in ".# " and (CUT.fullmatch(line.strip()) or ALONE.fullmatch(line))
        if is_cut:
            raise InputError(NOT_ALL, row=at + 1, cell=line.strip())
    ends = (at for at in (0, *range(max(1, len(lines) - LAST), len(lines))) if BELOW.fullmatch(lines[at].strip()))
    places = sorted({*range(above + 1), *ends})
    found = {at + 1: lines[at] for at in places if lines[at].strip() and (leave_out is None or at + 1 in leave_out)}
    for number in found:
        lines[number - 1] = ""
    return "\n".join(lines), found


def without_brackets(text: str) -> str:
    """The text with one row on each line, if it is an array of numbers as Python and NumPy print it.

    Raises:
        InputError: If it was printed in part.
    """
    if not text.lstrip()[:6].startswith(("[", "array(")) or not (found := IN_BRACKETS.fullmatch(text.strip())):
        return text
    if ELLIPSIS in found[1]:
        raise InputError(NOT_ALL, row=text[: text.index(ELLIPSIS)].count("\n") + 1, cell=ELLIPSIS)
    inner = [BETWEEN.sub(" ", each).strip() for each in INNER.findall(found[1])]
    rows = [each.split() for each in inner if each]
    if len(rows) == 1:
        rows = [[cell] for cell in rows[0]]
    return "\n".join("\t".join(row) for row in rows) if rows else text


def without_labels(rows: list[list[str]]) -> str:
    """Puts the names that stand in each cell before its number above the columns.

    Args:
        rows: The rows of cells. They are changed: the first is then that of the names.

    Returns:
        The first cell that held a name; "" if none did.
    """
    clocks = [PRINTED_AT.fullmatch(row[0]) for row in rows]
    if all(found and is_clock(found["clock"].strip()) for found in clocks[:LOOKED_AT]):
        for row, found in zip(rows, clocks, strict=True):
            row[:1] = [found["clock"].strip(), found["rest"]] if found else row[:1]
    labels = [_label([row[at] for row in rows[:LOOKED_AT] if at < len(row)]) for at in range(len(rows[0]))]
    if len(rows) < 2 or not any(labels) or len({len(row) for row in rows[:LOOKED_AT]}) > 1:
        return ""
    first = next(cell for cell, label in zip(rows[0], labels, strict=True) if label)
    for row in rows:
        for at, label in enumerate(labels[: len(row)]):
            if label and (cell := LABELLED.fullmatch(row[at])) and cell["label"] == label:
                row[at] = cell["value"]
    rows.insert(0, [label or ("time" if at == 0 else "") for at, label in enumerate(labels)])
    return first


def _label(cells: list[str]) -> str:
    """The name with which all cells of a column begin; "" if they have none."""
    found = [LABELLED.fullmatch(cell) for cell in cells]
    names = {each["label"] if each else "" for each in found}
    return names.pop() if len(names) == 1 and not any(is_number(cell, ".") for cell in cells) else ""
