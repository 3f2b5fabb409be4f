"""How deeply a script is nested, counted before Python reads it: its parser calls itself at every level."""

import re

from lstm_viz.data import InputError

MOST_LEVELS = 100
# A string that has no end, ends with its line or with the text.
STRINGS = (r"'''(?:[^'\\]|\\.|'(?!''))*+(?:''')?", r"'(?:[^'\\\n]|\\.)*+'?")
STRING = "|".join((*STRINGS, *(each.replace("'", '"') for each in STRINGS)))
# What holds another part of the script: 1 + 1 + 1 is a sum inside a sum.
INNER = re.compile(r"[-+~*/%@&|^<>.]|\b(?:not|if|await)\b")
PART = re.compile(
    rf"(?P<skipped>\\.|#[^\n]*+)|(?P<string>(?P<format>\b(?:f|fr|rf))?+(?:{STRING}))|(?P<inner>{INNER.pattern})"
    r"|(?P<open>[(\[{])|(?P<close>[)\]}])|(?P<apart>[,;\n])|(?P<lasting>\b(?:elif|lambda)\b)",
    re.DOTALL | re.IGNORECASE,
)


def check_depth(text: str) -> None:
    """Checks that a script is not nested too deeply. The time it takes is in proportion to the length.

    Each bracket, operator, attribute, call and branch counts as a level inside the one before it. The count begins
    again after a comma, and after a line that ends outside of brackets; what `elif` and `lambda` begin, goes on.

    Raises:
        InputError: If a part has more than MOST_LEVELS levels. The message names its line.
    """
    counts, lasting, begin = [0], 0, 0
    for part in PART.finditer(text):
        kind, inside = part.lastgroup, 0
        if counts == [0]:
            begin = part.start()
        if kind in ("open", "inner"):
            counts[-1] += 1
        if kind == "open":
            counts.append(0)
        elif kind == "close" and len(counts) > 1:
            counts.pop()
        elif kind == "apart" and (part[0] != "\n" or len(counts) == 1):
            counts[-1] = 0
        elif kind == "lasting":
            lasting += 1
        elif part["format"]:
            inside = len(INNER.findall(part[0]))  # in the braces of an f-string
        if sum(counts) + lasting + inside > MOST_LEVELS:
            raise InputError(
                "What begins in line {line} is nested more than {most} levels deep. Is each bracket closed?",
                line=text.count("\n", 0, begin) + 1,
                most=MOST_LEVELS,
            )
