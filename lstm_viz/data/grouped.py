"""Numbers with their thousands apart, such as 1 000: what may be one number or several is read as neither."""

import re
import unicodedata
from collections.abc import Sequence

from lstm_viz.data.problem import InputError

# Nobody types these blanks between two numbers: programs and books set them inside of one.
NARROW = re.compile(r"(?<=\d)[\u00a0\u2009\u202f](?=\d{3}(?!\d))")
# Each group ends where its digits do, and is never given back (`++`): so a long row of groups is read once.
FIRST_GROUP, DECIMALS = r"(?<![\w.])[+-]?[1-9]\d{0,2}", r"(?:\.\d++(?!\w))?+"
SPACED = re.compile(rf"{FIRST_GROUP}(?: \d{{3}}(?!\w))++{DECIMALS}")
SPACED_OR_COMMAS = re.compile(rf"{FIRST_GROUP}(?:(?: |, ?)\d{{3}}(?!\w))++{DECIMALS}")
# A number by itself does not begin with a zero before other digits: 000 and 050 continue another one.
ZERO_GROUP = re.compile(r"[ ,]0")
PARTS = re.compile(r"[\s,;、\[\]()]+")


def grouped_number(plain: str, *, parted: bool) -> re.Match[str] | None:
    """The first number of a text whose thousands may be set apart.

    Args:
        plain: What was typed, as NFKC has it.
        parted: Whether something else than blanks stands between its numbers: then a blank between digits is inside of
            one.
    """
    return number_with_zero_group(plain) or (SPACED.search(plain) if parted else None)


def number_with_zero_group(plain: str) -> re.Match[str] | None:
    """The first number whose thousands are set apart without a doubt: a group such as 050 is no number by itself."""
    return next((found for found in SPACED_OR_COMMAS.finditer(plain) if ZERO_GROUP.search(found[0])), None)


def check_series(text: str) -> None:
    """Refuses a list of numbers in which one may have its thousands apart, or a comma may be a decimal mark.

    Raises:
        InputError: With what may be one number or several, and where it is.
    """
    plain = unicodedata.normalize("NFKC", text)
    _check_semicolons(plain)
    parted = bool(NARROW.search(text) or re.search("[,;、]", plain)) or _is_one_a_line(plain)
    if found := grouped_number(plain, parted=parted):
        raise InputError(
            "“{word}” at position {position} may be one number or several. Did you mean {one}? Type neither blanks nor "
            "commas inside a number.",
            word=found[0],
            position=1 + sum(map(bool, PARTS.split(plain[: found.start()]))),
            one=together(found[0]),
        )


def check_rows(text: str, rows: Sequence[str]) -> None:
    """Refuses rows of features in which a number may have its thousands apart.

    Args:
        text: What was typed.
        rows: Its rows, as NFKC has them. Numbers in a row may have blanks alone between them.

    Raises:
        InputError: With that number and its row.
    """
    is_narrow = NARROW.search(text) is not None
    for row, line in enumerate(rows, start=1):
        if found := grouped_number(line, parted=is_narrow or bool(re.search("[,、]", line))):
            raise InputError(
                "“{word}” in row {row} may be one number or several. Did you mean {one}? Type neither blanks nor "
                "commas inside a number.",
                word=found[0],
                row=row,
                one=together(found[0]),
            )


def together(number: str) -> str:
    """A number without what parts its thousands."""
    return re.sub("[ ,]", "", number)


def _check_semicolons(plain: str) -> None:
    pieces = [piece.strip() for piece in plain.split(";") if piece.strip()]
    with_comma = [piece for piece in pieces if "," in piece.strip(",")]
    if len(pieces) > 1 and with_comma:
        raise InputError(
            "“{word}” may be one number or several: the series has commas and semicolons. Type points as decimal "
            "marks, and commas alone between numbers.",
            word=with_comma[0],
        )


def _is_one_a_line(plain: str) -> bool:
    """Whether each of several lines may be one number, and some have their thousands apart."""
    lines = [line.strip() for line in plain.splitlines() if line.strip()]
    spaced = [line for line in lines if SPACED.fullmatch(line)]
    return len(lines) > 1 and bool(spaced) and all(" " not in line or line in spaced for line in lines)
