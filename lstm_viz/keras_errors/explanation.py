"""The explanation of an error, and the patterns that read its message."""

import re
from dataclasses import dataclass

Shape = tuple[int | None, ...]

# Only numbers of a message are shown. Numbers that are too long for the size of an array are not read.
# Possessive (`}+`, `?+`): there is no backtracking, because a pasted message may be hostile.
SIZE = r"(?:-1|\d{1,12}+(?!\d)|None|newaxis|\?)"
SIZES = rf"(?:\s?{SIZE}(?:[,\s]{{1,3}}+{SIZE}){{0,40}}+[,\s]{{0,3}}+)"


@dataclass(frozen=True)
class Explanation:
    """What an error means.

    Attributes:
        meaning: What Keras expected, what it got, and why.
        cure: What to change.
        code: Lines of Python that make the change; "" if words are enough. If there are several ways, one on each line.
    """

    meaning: str
    cure: str
    code: str = ""


def sizes(text: str) -> Shape:
    """The sizes in a text of a message: "(None, 5)" gives (None, 5). An open size, -1 or ?, is None."""
    return tuple(int(size) if size.isdigit() else None for size in re.findall(r"-1|\d+|None|newaxis|\?", text))


def shape_text(shape: Shape) -> str:
    """A shape as Python writes it: (120, 5), (3,), (None, 5)."""
    return str(tuple(shape))
