"""What the lines of a program say that were pasted with a message: which layer was unpacked, which axis was asked for.

Nothing of them is repeated: they only tell which meaning of a message applies.
"""

import html
import re
from collections.abc import Callable

from lstm_viz.keras_errors.rule import TERMINAL_COLOURS, Facts

# Several names before an equals sign, and what they are given: out, h, c = encoder(x)
NAMES = r"(?:\(?\*?\w{1,60}\)?\s{0,9},\s{0,9}\(?){1,9}\*?\w{1,60}\)?"
GIVEN = r"\s{0,9}=(?!=)\s{0,9}(.{1,400})"
BEGIN = r"(?:^[^\w\n(*]{0,20}(?:\d{1,6}[^\S\n]{1,9})?\(?|<module>\s{1,9})"
ASSIGNED = re.compile(rf"\b(\w{{1,60}}){GIVEN}")
UNPACKED = re.compile(rf"{BEGIN}{NAMES}{GIVEN}", re.MULTILINE)
A_SHAPE = re.compile(r"[\w.\[\]]{1,80}\.(?:get_)?shape\b|[\w.]{0,40}int_shape\(")
CALLED = re.compile(r"(\w{1,60})\(")
AXIS = re.compile(r"shape\[(\d)\]")
FRAMES_OF_PANDAS = re.compile(r"pandas|\bget_loc\b")


def plain_program(pasted: str) -> str:
    """The pasted text as lines of Python, without the codes of a web page or a terminal."""
    return TERMINAL_COLOURS.sub("", html.unescape(pasted))


def unpacked(m: Facts) -> str:
    """What several names were given, in small letters; with the line that made it, if it was called by a name."""
    program = plain_program(m.pasted)
    *_, value = ["", *UNPACKED.findall(program)]
    called = CALLED.match(value)
    made = [given for name, given in ASSIGNED.findall(program) if called and name == called[1]]
    return " ".join([value, *made[-1:]]).lower()


def unpacks_shape(m: Facts) -> bool:
    """Whether the sizes of a shape were unpacked."""
    return bool(A_SHAPE.match(unpacked(m)))


def returns(*words: str) -> Callable[[Facts], bool]:
    """The condition that what was unpacked names each of the words, and is no shape."""
    return lambda m: not unpacks_shape(m) and all(word in unpacked(m) for word in words)


def asked_axis(m: Facts) -> int | None:
    """The largest axis that the last line with x.shape[…] asks for."""
    lines = [line for line in plain_program(m.pasted).splitlines() if AXIS.search(line)]
    return max(map(int, AXIS.findall(lines[-1]))) if lines else None


def of_pandas(m: Facts) -> bool:
    """Whether the message was raised in pandas."""
    return bool(FRAMES_OF_PANDAS.search(m.pasted))
