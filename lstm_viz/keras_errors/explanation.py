"""An error in plain words, and what its message is read with."""

import re
from dataclasses import dataclass

Shape = tuple[int | None, ...]

# Of a message nothing but numbers gets into what is shown; longer ones than any array's stay unread.
# Possessive (`}+`, `?+`): a message that is pasted may be hostile, and nothing is read in two ways.
SIZE = r"(?:\d{1,12}+(?!\d)|None|\?)"
SIZES = rf"({SIZE}(?:[,\s]{{1,40}}+{SIZE}){{0,40}}+[,\s]{{0,40}}+)"
SHAPE, BRACKETS = rf"\({SIZES}\)", rf"\[{SIZES}\]"


@dataclass(frozen=True)
class Explanation:
    """What an error means.

    Attributes:
        meaning: What Keras expected, what it got, and why.
        cure: What to change.
        code: Lines of Python that change it; "" where words say it all. Where it is several ways, one a line.
    """

    meaning: str
    cure: str
    code: str = ""


def sizes(text: str) -> Shape:
    """The sizes that a message names: "(None, 5)" gives (None, 5)."""
    return tuple(int(size) if size.isdigit() else None for size in re.findall(r"\d+|None|\?", text))


def shape_text(shape: Shape) -> str:
    """A shape as Python writes it: (120, 5), (3,), (None, 5)."""
    return str(tuple(shape))
