"""Tables as programs print them: what stands around the rows, brackets around numbers, and names before them."""

import re
from collections.abc import Collection

from lstm_viz.data.cells import LOOKED_AT, is_number
from lstm_viz.data.dates import is_clock
from lstm_viz.i18n import N_
from lstm_viz.problem import InputError

BARS = "│┃║┆┊"  # of polars, DuckDB and others
BARS_AS_PLAIN, BARS_AS_BLANKS = (str.maketrans(BARS, sign * len(BARS)) for sign in "| ")
DRAWN = re.compile(r"\s*[┌┐└┘├┤┬┴┼╭╮╰╯╒╕╘╛╞╡╪╤╧╔╗╚╝╠╣╦╩╬┏┓┗┛┡┩┣┫┠┨┯┷╇╈─━═╌]+\s*")
RULE = re.compile(r"[ |+:]*+(?:-{5,}+[ |+:]*+)+")
SHORTEST_RULE = 20
MARKDOWN = re.compile(r" *\|(?: *:?-{3,}+:? *\|)+ *")
BOLD = re.compile(r"(?<=\|) *\*{1,2}([^*|\n]{1,80})\*{1,2} *(?=\|)")
FIRST = 1000  # letters
AROUND = re.compile(
    r"<[a-z]{2,12}>(?:\s{1,40}<[a-z]{2,12}>){0,40}|# A tibble: .{1,40}"  # R
    r"|(?:(?:Freq|Name|Length): [^,]{1,80}, ){0,3}dtype: \w{1,40}|\[\d{1,9} rows x \d{1,9} columns\]"  # pandas
    r"|shape: \(\d{1,9}, \d{1,9}\)|\d{1,9}×\d{1,9} DataFrame"  # polars and Julia
    r"|(?:(?:Date|DateTime|String|Bool)\s{1,40}){0,40}(?:Float|Int)\d\d\??(?:\s{1,40}(?:Float|Int)\d\d\??){0,40}"
)
CUT = re.compile(  # pandas and R
    r"\.{2,3}(?:\s+\.{2,3})+|# (?:ℹ|i|…|\.{3})(?: with)? [\d,]{1,12} more rows?.{0,200}| ?\[ reached .{0,200}\]"
)
ALONE = re.compile(r" {2,40}\.{3} *")  # where pandas prints a Series in part
LAST = 3  # lines in which a program says what it has printed
ELLIPSIS = "..."
END_OF_HEADER = re.compile(r"[-*#\s]*end[ _-](?:of[ _-])?header[-*#\s]*|\[data\]", re.IGNORECASE)
OF_R = re.compile(r"\s*\[\d+\](?: +[\d.eE+-]+)+\s*(?:\n|$)")
IN_BRACKETS = re.compile(r"(?:array\()?(\[[\[\]\s\d.,eE+-]*\])\)?")
INNER = re.compile(r"\[([^\[\]]*)\]")
BETWEEN = re.compile(r"[\s,]+")
LABELLED = re.compile(r"(?P<label>[^\W\d][^:=]{0,30}?) ?[:=] ?(?P<value>[+-]?\.?\d[^=]{0,30}|nan)", re.IGNORECASE)
PRINTED_AT = re.compile(r"(?P<clock>\d[\d:. ]{4,30}) ?-> ?(?P<rest>.*)")  # the serial monitor of Arduino
NOT_ALL = N_(
    "Row {row}: “{cell}” stands for rows that were not printed. Give all rows, for example the CSV file that the "
    "program can write."
)
LABELS = N_("Each cell names what it holds, such as “{cell}”: these names were put above the columns.")


def without_prints(text: str, leave_out: Collection[int] | None = None) -> tuple[str, list[int], list[tuple[int, str]]]:
    """The text with empty lines in place of what a program prints above and below a table.

    Args:
        text: The text from `with_line_feeds`.
        leave_out: The only lines that may be left out, counted from 1; None for all.

    Returns:
        The text, the numbers of the lines left out above the rows, and those below with their texts.

    Raises:
        InputError: If it says that rows were not printed.
    """
    lines = _without_rules(_without_boxes(text)).split("\n")
    above = max((at for at, line in enumerate(lines[: 4 * LOOKED_AT]) if END_OF_HEADER.fullmatch(line)), default=-1)
    if len([line for line in lines[above + 1 :] if line.strip()]) < 2:
        above = -1
    for at, line in enumerate(lines if leave_out is None else ()):
        if line[:1] in ".# " and (CUT.fullmatch(line.strip()) or ALONE.fullmatch(line)):
            raise InputError(NOT_ALL, row=at + 1, cell=line.strip())
    last = max(above + 1, len(lines) - LAST)
    around = {*range(above + 1, min(above + 1 + LAST, len(lines))), *range(last, len(lines))}
    places = sorted({*range(above + 1), *(at for at in around if AROUND.fullmatch(lines[at].strip()))})
    places = [at for at in places if lines[at].strip() and (leave_out is None or at + 1 in leave_out)]
    below = [(at + 1, lines[at].strip()) for at in places if at >= last]
    for at in places:
        lines[at] = ""
    return "\n".join(lines), [at + 1 for at in places if at < last], below


def _without_boxes(text: str) -> str:
    """The text with plain bars between its columns, without the lines that are drawn around them."""
    if not any(bar in text[:FIRST] for bar in BARS):
        return text
    lines = text.split("\n")
    some = [line.strip() for line in lines[:LOOKED_AT] if line.strip()]
    are_around = any(line[0] in BARS and line[-1] in BARS for line in some)
    plain = BARS_AS_PLAIN if are_around else BARS_AS_BLANKS
    return "\n".join("" if DRAWN.fullmatch(line) else line.translate(plain) for line in lines)


def _without_rules(text: str) -> str:
    """The text without the lines that are drawn with hyphens, and without Markdown's marks of bold cells."""
    if "---" not in text:
        return text
    lines = text.split("\n")
    if any(map(MARKDOWN.fullmatch, lines[: 4 * LOOKED_AT])):
        lines = [BOLD.sub(r"\1", line) for line in lines]
    return "\n".join("" if len(line) >= SHORTEST_RULE and RULE.fullmatch(line) else line for line in lines)


def without_brackets(text: str) -> str:
    """The text with one row on each line, if it is an array of numbers as Python, NumPy and R print it.

    Raises:
        InputError: If it was printed in part.
    """
    if OF_R.match(text):
        lines = [line for line in text.split("\n") if line.strip()]
        if all(OF_R.fullmatch(line) for line in lines):
            return "\n".join(cell for line in lines for cell in line.split("]")[1].split())
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
