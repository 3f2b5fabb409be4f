"""The cells of a table: which of them are numbers, and the values of these."""

import itertools
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from lstm_viz.i18n import N_
from lstm_viz.problem import InputError

LOOKED_AT = 50
LARGEST_VALUE = 1e15
MISSING = frozenset({"", "na", "n/a", "nan", "null", "none", "nil", "nat", "<na>", "missing", "결측", "없음"})
MISSING |= {"-", "--", "---", "–", "—", "?", ".", "..", "..."}
MISSING |= {"#n/a", "#na", "#n/a n/a", "#null!", "#value!", "#div/0!", "#ref!", "#num!"}
POINT_NUMBER = re.compile(r"[+-]?(?=\.?\d)(\d+|[1-9]\d{0,2}(,\d{3})+)?(\.\d*)?(e[+-]?\d+)?", re.IGNORECASE)
THOUSANDS = re.compile(r"(?<=\d) (?=\d{3}(\D|$))")
COMMA_NUMBER = re.compile(r"[+-]?(?=,?\d)(\d+|[1-9]\d{0,2}(\.\d{3})+)?(,\d*)?(e[+-]?\d+)?", re.IGNORECASE)
MARK = re.compile("[.,．，]")
PLAIN_COMMA = re.compile(r"[+-]?\d{0,30},\d{1,30}(e[+-]?\d{1,3})?", re.IGNORECASE)
OTHER_THOUSANDS = N_("Row {row}, column {column}: “{cell}” has another mark between thousands than the chosen one.")
LONGEST_MARKED = 40
MONEY = r"US\$|[$€£¥₩￦]|USD|EUR|GBP|JPY|KRW"
MARKED = re.compile(
    rf"(?P<open>\()?(?P<sign>[+−-]?) ?(?P<before>{MONEY})? ?(?P<number>[+−-]?[\d.,][\d., \u00a0\u202f]*)"
    r"(?P<after>[^\d\s.,;:()/\"'-][^\d;:()\"'-]{0,11})?(?P<close>\))?"
)
FACTORS = {
    "k": 1e3,
    "K": 1e3,
    "M": 1e6,
    "mn": 1e6,
    "B": 1e9,
    "bn": 1e9,
    "T": 1e12,
    "천": 1e3,
    "만": 1e4,
    "억": 1e8,
    "조": 1e12,
}
NO_FACTORS: Mapping[str, float] = {}
FACTORS |= {f"{word}원": FACTORS[word] for word in "천만억조"}
APOSTROPHE = "'"
TIMES = frozenset("년월일시분초주")


def without_thousands(column: list[str], mark: str) -> list[str]:
    """The cells without this mark between thousands."""
    between = re.compile(rf"(?<=\d)[{re.escape(mark)}{'’' if mark == APOSTROPHE else ''}](?=\d{{3}}(?!\d))")
    return [between.sub("", cell) for cell in column]


def has_decimal_comma(columns: list[list[str]]) -> bool:
    """Whether more numbers have a decimal comma than a decimal point, where no mark is between thousands."""
    cells = list(itertools.chain.from_iterable(columns))
    return sum(map(is_plain_comma, cells)) > sum("." in cell and is_number(cell, ".") for cell in cells)


def is_plain_comma(cell: str) -> bool:
    """Whether a cell is a number with a decimal comma and nothing between its thousands."""
    return PLAIN_COMMA.fullmatch(_bare(cell)) is not None


def check_thousands(column: list[str], lines: list[int], name: str, decimal: str) -> None:
    """Checks that no mark is between the thousands of numbers with this decimal mark.

    Raises:
        InputError: If there is one. The message names its row and column.
    """
    for cell, line in zip(column, lines, strict=True):
        if thousands_in([[cell]], decimal):
            raise InputError(OTHER_THOUSANDS, row=line, column=name, cell=cell)


def thousands_in(columns: Iterable[list[str]], decimal: str) -> str:
    """The mark between thousands in these numbers with this decimal mark; "" if there is none."""
    other = "." if decimal == "," else ","
    for cell in itertools.chain.from_iterable(columns):
        if other in cell and is_number(_bare(cell), decimal):
            return other
        if " " in cell and THOUSANDS.search(cell) and is_number(_bare(cell), decimal):
            return " "
    return ""


def decimal_mark(
    columns: list[list[str]], lines: list[int], names: tuple[str, ...], *, is_certain: bool = False
) -> str:
    """The decimal mark of a table.

    A cell such as 1,5 or 1.234.567 can be read in one way only, and most of these cells decide. A cell such as 1.234 or
    1,234 tells nothing: the mark may be before decimals or between thousands.

    Args:
        columns: The cells of each column.
        lines: The line of the file at which each row begins.
        names: The names of the columns.
        is_certain: Whether the mark is a point if no cell decides.

    Raises:
        InputError: If no cell decides and one can be read in two ways. The message names both.
    """
    for some in (slice(LOOKED_AT), slice(None)):  # all cells are looked at only if the first ones do not decide
        marked = [_bare(cell) for column in columns for cell in column[some] if MARK.search(cell)]
        votes = sum(is_number(cell, ",") - is_number(cell, ".") for cell in marked)
        if votes:
            return "," if votes > 0 else "."
    for name, column in zip(names, () if is_certain else columns, strict=not is_certain):
        for cell, line in zip(column, lines, strict=True):
            if MARK.search(cell) and is_number(cell, ".") and is_number(cell, ","):
                raise _two_readings(cell, line, name)
    return "."


def _two_readings(cell: str, line: int, name: str) -> InputError:
    mark = "," if "," in _plain(cell) else "."
    return InputError(
        "Row {row}, column {column}: “{cell}” could mean {small} or {large}. Write it as “{decimals}” "
        "or as “{thousands}”: one such number settles it for the whole file.",
        row=line,
        column=name,
        cell=cell,
        small=_plain(cell).replace(mark, "."),
        large=_plain(cell).replace(mark, ""),
        decimals=f"{_plain(cell)}0",
        thousands=f"{_plain(cell)}{'.' if mark == ',' else ','}0",
    )


def is_missing(cell: str) -> bool:
    """Whether a cell is empty, or says that its value is missing."""
    return cell.lower() in MISSING


def is_number(cell: str, decimal: str) -> bool:
    """Whether a cell is a number with this decimal mark."""
    pattern = POINT_NUMBER if decimal == "." else COMMA_NUMBER
    return pattern.fullmatch(_plain(cell)) is not None


def _plain(cell: str) -> str:
    """Makes full-width digits and other minus signs plain, and removes blanks between thousands."""
    if cell.isascii() and " " not in cell:
        return cell
    return THOUSANDS.sub("", unicodedata.normalize("NFKC", cell).replace("−", "-"))


def first_known(column: list[str]) -> list[str]:
    """The first cells that are not missing."""
    return list(itertools.islice((cell for cell in column if not is_missing(cell)), LOOKED_AT))


def holds_numbers(column: list[str], decimal: str) -> bool:
    """Whether most of the first cells that are not empty are numbers."""
    some = first_known(column)
    return bool(some) and sum(is_number(cell, decimal) for cell in some) > len(some) / 2


def numbers(column: list[str], lines: list[int], name: str, decimal: str) -> np.ndarray:
    """The numbers of a column, shape (rows,); NaN for a missing value.

    Raises:
        InputError: If a cell is not a number. The message names its row and column.
    """
    return np.array([_number(cell, line, name, decimal) for cell, line in zip(column, lines, strict=True)])


def _number(cell: str, line: int, name: str, decimal: str) -> float:
    if is_missing(cell):
        return float("nan")
    if not is_number(cell, decimal):
        raise InputError("Row {row}, column {column}: “{cell}” is not a number.", row=line, column=name, cell=cell)
    plain = _plain(cell).replace("." if decimal == "," else ",", "").replace(",", ".")
    if abs(value := float(plain)) > LARGEST_VALUE:
        raise InputError("Row {row}, column {column}: “{cell}” is too large.", row=line, column=name, cell=cell)
    return value


@dataclass(frozen=True)
class Marks:
    """What stands beside the numbers of a column.

    Attributes:
        signs: The signs, such as "$", "원" or "%", which are left out.
        factors: What stands after the numbers, such as "K", "M" or "%" → the factor by which they are multiplied.
    """

    signs: tuple[str, ...]
    factors: Mapping[str, float]


def without_marks(
    column: list[str], decimal: str, chosen: Mapping[str, float] = NO_FACTORS
) -> tuple[list[str], np.ndarray, Marks] | None:
    """The numbers of a column without what stands beside them, and their factors.

    Args:
        column: The cells.
        decimal: The decimal mark.
        chosen: What stands after numbers → the factor that a person has chosen for it.

    Returns:
        The cells as plain numbers, the factor of each, and what was left out. None if most of the first cells are not
        numbers with the same unit, a sign of money or a factor.
    """
    some = [_parts(cell, decimal) for cell in first_known(column)]
    known = [parts for parts in some if parts]
    signs = {parts[1] for parts in known if parts[1]}
    units = {parts[2] for parts in known if parts[2]} - FACTORS.keys()
    factors = {parts[2] for parts in known} & FACTORS.keys()
    if len(known) * 2 <= len(some) or len(units) + bool(factors) > 1 or units & TIMES:
        return None
    found = [None if is_missing(cell) else _parts(cell, decimal) for cell in column]
    cells = [parts[0] if parts else cell for cell, parts in zip(column, found, strict=True)]
    known_factors = {**FACTORS, **chosen}
    each = np.array([known_factors.get(parts[2], 1.0) if parts else 1.0 for parts in found])
    after = {unit: known_factors.get(unit, 1.0) for unit in sorted(units | factors)}
    return cells, each, Marks(tuple(sorted(signs | units)), after)


def _parts(cell: str, decimal: str) -> tuple[str, str, str] | None:
    """The number in a cell, the money before it and the unit after it."""
    if len(cell) > LONGEST_MARKED or not (found := MARKED.fullmatch(cell)):
        return None
    if bool(found["open"]) != bool(found["close"]):
        return None
    number = found["number"].strip()
    sign = found["sign"] if not found["open"] else "-"
    if not is_number(number, decimal) or (sign and number[0] in "+-−"):
        return None
    return sign + number, found["before"] or "", (found["after"] or "").strip()


def _bare(cell: str) -> str:
    """A cell's number without what stands beside it, whatever its decimal mark."""
    if (
        is_number(cell, ".")
        or is_number(cell, ",")
        or len(cell) > LONGEST_MARKED
        or not (found := MARKED.fullmatch(cell))
    ):
        return cell
    return found["number"].strip()
