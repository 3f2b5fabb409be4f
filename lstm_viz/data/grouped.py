"""Numbers with separated thousands, such as 1 000. What may be one number or several is not accepted."""

import re
import unicodedata
from collections.abc import Sequence

from lstm_viz.problem import InputError

# Programs and books put these blanks inside a number. Nobody types them between two numbers.
NARROW = re.compile(r"(?<=\d)[\u00a0\u2009\u202f](?=\d{3}(?!\d))")
# Possessive (`++`): each group ends with its digits and there is no backtracking, so a long row of groups is read once.
FIRST_GROUP, DECIMALS = r"(?<![\w.])[+-]?[1-9]\d{0,2}", r"(?:\.\d++(?!\w))?+"
SPACED = re.compile(rf"{FIRST_GROUP}(?: \d{{3}}(?!\w))++{DECIMALS}")
SPACED_OR_COMMAS = re.compile(rf"{FIRST_GROUP}(?:(?: |, ?)\d{{3}}(?!\w))++{DECIMALS}")
# A separate number does not begin with a zero before other digits, so 000 and 050 continue the number before them.
ZERO_GROUP = re.compile(r"[ ,]0")
PARTS = re.compile(r"[\s,;、\[\]()]+")


def grouped_number(plain: str, *, parted: bool) -> re.Match[str] | None:
    """The first number of a text that may have separated thousands.

    Args:
        plain: The typed text after NFKC.
        parted: Whether something other than blanks separates the numbers. Then a blank between digits is inside a
            number.
    """
    return number_with_zero_group(plain) or (SPACED.search(plain) if parted else None)


def number_with_zero_group(plain: str) -> re.Match[str] | None:
    """The first number that certainly has separated thousands, because a group such as 050 is not a separate number."""
    return next((found for found in SPACED_OR_COMMAS.finditer(plain) if ZERO_GROUP.search(found[0])), None)


def check_series(text: str) -> None:
    """Checks that no number of a list may have separated thousands, and that no comma may be a decimal mark.

    Raises:
        InputError: If one may. The message names the text that may be one number or several, and its position.
    """
    plain = unicodedata.normalize("NFKC", text)
    _check_semicolons(plain)
    parted = bool(NARROW.search(text) or re.search("[,;、]", plain)) or _is_one_a_line(plain)
    if found := grouped_number(plain, parted=parted):
        raise InputError(
            "“{word}” at position {position} could be one number or several. Did you mean {one}? Do not "
            "type blanks or commas inside a number.",
            word=found[0],
            position=1 + sum(map(bool, PARTS.split(plain[: found.start()]))),
            one=together(found[0]),
        )


def check_rows(text: str, rows: Sequence[str]) -> None:
    """Checks that no number in rows of features may have separated thousands.

    Args:
        text: The typed text.
        rows: Its rows after NFKC. The numbers of a row may be separated by blanks alone.

    Raises:
        InputError: If one may. The message names the number and its row.
    """
    is_narrow = NARROW.search(text) is not None
    for row, line in enumerate(rows, start=1):
        if found := grouped_number(line, parted=is_narrow or bool(re.search("[,、]", line))):
            raise InputError(
                "“{word}” in row {row} could be one number or several. Did you mean {one}? Do not type blanks "
                "or commas inside a number.",
                word=found[0],
                row=row,
                one=together(found[0]),
            )


def together(number: str) -> str:
    """A number without the blanks and commas between its thousands."""
    return re.sub("[ ,]", "", number)


def _check_semicolons(plain: str) -> None:
    pieces = [piece.strip() for piece in plain.split(";") if piece.strip()]
    with_comma = [piece for piece in pieces if "," in piece.strip(",")]
    if len(pieces) > 1 and with_comma:
        raise InputError(
            "“{word}” could be one number or several, because the series has both commas and semicolons. "
            "Use a point as the decimal mark, and only commas between numbers.",
            word=with_comma[0],
        )


def _is_one_a_line(plain: str) -> bool:
    """Whether each of several lines may be one number, and some have separated thousands."""
    lines = [line.strip() for line in plain.splitlines() if line.strip()]
    spaced = [line for line in lines if SPACED.fullmatch(line)]
    return len(lines) > 1 and bool(spaced) and all(" " not in line or line in spaced for line in lines)
