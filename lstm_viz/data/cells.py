"""The cells of a table: which of them are numbers, and the values of these."""

import itertools
import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from lstm_viz.i18n import N_
from lstm_viz.problem import InputError

LOOKED_AT = 50
LARGEST_VALUE = 1e15
MISSING = frozenset({"", "na", "n/a", "nan", "null", "none", "nil", "nat", "<na>", "missing", "결측", "없음"})
MISSING |= {"n.a.", "n.d.", "nd", "n/d", "no data", "nodata", "M", "MM", "inf", "-inf", "자료없음", "점검중", "미측정"}
MISSING |= {"#n/a n/a", "#DIV/0!", "unknown", "unavailable", "휴장", "휴무", "휴일", "결측치", "미관측"}
MISSING |= {"ice", "eqp", "bkw", "ssn", "mnt", "dis", "rat"}  # of the USGS: ice, equipment, backwater, …
MISSING |= {"-nan", "+nan", "-nan(ind)"}  # as C prints them
MISSING |= {"bad", "bad input", "i/o timeout", "no result", "pt created", "shutdown", "not connected"}  # of historians
SIGNS_ALONE = frozenset("-－–—.…·･?*:_/~=")
FLAGGED = re.compile(r": ?[a-z]{1,3}")  # Eurostat writes why a value is missing after its mark
OF_EXCEL = re.compile(r"#(?:N/?[ADV]|[^\W\d_]{2,9}[!?])")  # an error in any language, such as #N/A or #WERT!
POINT_NUMBER = re.compile(  # the second is 1,234,567, the third, as in India, 12,34,567, and 1.5D+01 is of Fortran
    r"[+-]?(?=\.?\d)(\d+|[1-9]\d{0,2}(,\d{3})+|[1-9]\d?(,\d\d)+,\d{3})?(\.\d*)?(e[+-]?\d+|d[+-]\d+)?", re.IGNORECASE
)
FORTRAN = re.compile("[dD]")
THOUSANDS = re.compile(r"(?<=\d)[ '](?=\d{3}(\D|$))")
COMMA_NUMBER = re.compile(  # +0045,1 is none: a zero before other digits and a comma is a code
    r"[+-]?(?=,?\d)(\d+(?!,)|0|[1-9]\d*|[1-9]\d{0,2}(\.\d{3})+)?(,\d*)?(e[+-]?\d+)?", re.IGNORECASE
)
PLAIN = str.maketrans("０１２３４５６７８９．，＋－−–’\u00a0\u2009\u202f", "0123456789.,+---'   ")
PLAIN |= str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹٫٬", "01234567890123456789.,")  # of Arabic and Persian
HAS_DIGIT = re.compile(r"\d")
MARK = re.compile("[.,．，٫٬]")
PLAIN_COMMA = re.compile(r"[+-]?\d{0,30},\d{1,30}(e[+-]?\d{1,3})?", re.IGNORECASE)
OTHER_THOUSANDS = N_("Row {row}, column {column}: “{cell}” does not use the chosen thousands separator.")
TOO_LARGE = N_("Row {row}, column {column}: “{cell}” is too large.")
LONGEST_MARKED = 40
MONEY = (
    r"[A-Z]{0,3}[$€£¥₩￦₹₽₺฿₫₴₱₪]|USD|EUR|GBP|JPY|KRW|CHF|CNY|RMB|INR|CAD|AUD|SEK|NOK|DKK|PLN|CZK|HUF|BRL|HKD|TWD|SGD"
    r"|Rs\.?|원|달러|엔|円|元"
)
MARKED = re.compile(
    rf"(?:(?P<outside>{MONEY}) ?(?=\())?(?P<open>\()?(?P<sign>[+−–-]?) ?(?P<before>(?!\d)(?:{MONEY}|[<>≤≥~%]))? ?"
    r"(?P<number>[+−–-]?[\d.,][\d.,٫٬ '’\u00a0\u202f]*)(?P<late>[−-](?=\)?$))?"
    r"(?P<after>(?!\[\w{1,3}\])[^\d\s.,;:()/\"'-][^\d;:()\"'-]{0,11})?(?P<close>\))?"
    r" ?(?P<note>(?:\[\w{1,3}\]|\([perPER]\)){1,3})?"  # the mark of a footnote, or of what is provisional
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
FACTORS |= {"백만": 1e6, "십억": 1e9, "Mio": 1e6, "Mio.": 1e6, "mln": 1e6, "Mrd": 1e9, "Mrd.": 1e9, "mrd": 1e9}
FACTORS |= {"千": 1e3, "万": 1e4, "萬": 1e4, "百万": 1e6, "亿": 1e8, "億": 1e8, "兆": 1e12}
FACTORS |= {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "Tsd": 1e3, "Tsd.": 1e3}
FACTORS |= {"тыс.": 1e3, "млн": 1e6, "млрд": 1e9}
FACTORS |= {"lakh": 1e5, "crore": 1e7}
LARGEST_PRODUCT = LARGEST_VALUE * max(FACTORS.values())
NO_FACTORS: Mapping[str, float] = {}
FACTOR = re.compile(rf"({'|'.join(map(re.escape, sorted(FACTORS, key=len, reverse=True)))}) ?({MONEY})?")
SOME_MONEY = re.compile(MONEY)
WHOLE_MONEY = re.compile(r"[₩￦¥]|원|엔|円|KRW|JPY")  # it has no decimals
BESIDE = re.compile(r"[^\d.,' +-]+")
LOOSE = re.compile(r"[^\w\s]{0,2} ?[+-]?\d[\d.,' ]{0,30}\D{0,12}")  # a number with something beside it
APOSTROPHE = "'"
SAME_MARKS = {APOSTROPHE: "'’", " ": " \u00a0\u2009\u202f"}
TIMES = frozenset("년월일시분초주")
UP, DOWN = "▲△↑", "▼▽↓"
"""What stands before a change that is a rise, and before one that is a fall."""
TRIANGLES = "▲△"  # of which one is a minus in Japan
SIDES = (("Cr", "Dr"), ("CR", "DR"), ("Cr.", "Dr."), ("H", "S"), ("Haben", "Soll"))
"""What banks write after an amount that is there, and after one that is owed."""
SIDES_APART: tuple[tuple[str, str], ...] = (
    *SIDES,
    *(
        ("Credit", "Debit"),
        ("CREDIT", "DEBIT"),
        ("credit", "debit"),
        ("C", "D"),
        ("CRDT", "DBIT"),
        ("Income", "Expense"),
    ),
    *(("Bij", "Af"), ("Crédit", "Débit"), ("입금", "출금"), ("대변", "차변"), ("收入", "支出")),
)
"""The same words in a column of their own."""
MINUS = frozenset("-−–")


def without_thousands(column: list[str], mark: str) -> list[str]:
    """The cells without this mark between thousands."""
    between = re.compile(rf"(?<=\d)[{SAME_MARKS.get(mark, re.escape(mark))}](?=(?:\d\d,){{0,6}}\d{{3}}(?!\d))")
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
        if other in cell and other in (bare := _bare(cell)) and is_number(bare, decimal):
            return other
        if cell.isascii() and " " not in cell and APOSTROPHE not in cell:
            continue
        if (found := THOUSANDS.search(cell.translate(PLAIN))) and is_number(_bare(cell), decimal):
            return found[0]
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
            if MARK.search(cell) and is_number(bare := _bare(cell), ".") and is_number(bare, ","):
                if any(map(WHOLE_MONEY.search, column[:LOOKED_AT])):
                    return "," if "." in bare else "."
                raise _two_readings(bare, line, name)
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
    """Whether a cell is empty, holds only signs such as -- or ***, or says that its value is missing."""
    if cell[:1].isdecimal():
        return False
    is_word = cell in MISSING or cell.lower() in MISSING or OF_EXCEL.fullmatch(cell) is not None
    return is_word or SIGNS_ALONE.issuperset(cell) or (cell[0] == ":" and FLAGGED.fullmatch(cell) is not None)


def is_number(cell: str, decimal: str) -> bool:
    """Whether a cell is a number with this decimal mark."""
    pattern = POINT_NUMBER if decimal == "." else COMMA_NUMBER
    return pattern.fullmatch(_plain(cell)) is not None


def _plain(cell: str) -> str:
    """Makes full-width digits and other minus signs plain, and removes blanks between thousands."""
    if cell.isascii() and " " not in cell and APOSTROPHE not in cell:
        return cell
    return THOUSANDS.sub("", cell.translate(PLAIN))


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
    if abs(value := float(FORTRAN.sub("e", plain))) > LARGEST_VALUE:
        raise InputError(TOO_LARGE, row=line, column=name, cell=cell)
    return value


@dataclass(frozen=True)
class Marks:
    """What stands beside the numbers of a column.

    Attributes:
        signs: The signs, such as "$", "원" or "%", which are left out.
        factors: What stands after the numbers, such as "K", "M" or "%" → the factor by which they are multiplied.
        words: Words that stand in several cells in place of a number, and are taken for missing values.
        negative: A cell such as (5) or 5-, which was taken for a negative number; "" if there is none.
    """

    signs: tuple[str, ...]
    factors: Mapping[str, float]
    words: tuple[str, ...] = ()
    negative: str = ""


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
    plain = _without_arrows(column)
    some = [_parts(cell, decimal) for cell in first_known(plain)]
    if sum(map(bool, some)) * 2 <= len(some):
        return None
    found = _with_sides([None if is_missing(cell) else _parts(cell, decimal) for cell in plain])
    known = [parts for parts in found if parts]
    units = [parts[2] for parts in known if parts[2] and parts[2] not in FACTORS]
    factors = {parts[2] for parts in known} & FACTORS.keys()
    others = [unit for unit in units if not (factors and SOME_MONEY.fullmatch(unit))]
    if not _is_one_unit(others, len(known)) or (others and factors):
        return None
    words = _repeated_words(cell for cell, parts in zip(column, found, strict=True) if not parts)
    cells = [parts[0] if parts else "" if cell in words else cell for cell, parts in zip(column, found, strict=True)]
    known_factors = {**FACTORS, **chosen}
    each = np.array([known_factors.get(parts[2], 1.0) if parts else 1.0 for parts in found])
    after = {unit: known_factors.get(unit, 1.0) for unit in sorted(factors.union(units))}
    signs = {parts[1] for parts in known if parts[1]}.union(units)
    negative = (
        cell
        for cell, parts in zip(column, found, strict=True)
        if parts and parts[0][0] == "-" and MINUS.isdisjoint(cell[:-1])
    )
    return cells, each, Marks(tuple(sorted(signs)), after, tuple(sorted(words)), next(negative, ""))


def _without_arrows(column: list[str]) -> list[str]:
    """The cells with signs in place of arrows, if one of them points down or is a minus."""
    down = "".join(sign for sign in DOWN if any(cell[:1] == sign for cell in column)) or _triangle(column)
    if not down:
        return column
    return [
        f"-{cell[1:].strip()}" if cell and cell[0] in down else cell[1:].strip() if cell and cell[0] in UP else cell
        for cell in column
    ]


def _triangle(column: list[str]) -> str:
    """The triangle that is a minus: the only one, among numbers without a sign, which are then the rises."""
    found = {cell[0] for cell in column if cell and cell[0] in UP}
    others = [cell for cell in column if cell and cell[0] not in UP and not is_missing(cell)]
    has_rises = any(any(digit in cell for digit in "123456789") for cell in others)
    has_signs = any(cell[0] in "+-−–" for cell in others)
    return found.pop() if len(found) == 1 and found < set(TRIANGLES) and has_rises and not has_signs else ""


def _with_sides(found: list[tuple[str, str, str] | None]) -> list[tuple[str, str, str] | None]:
    """The parts of the cells, with a minus where a bank writes that an amount is owed."""
    words = {parts[2] for parts in found if parts and any(digit in parts[0] for digit in "123456789")}
    sides = next((pair for pair in SIDES if words == {*pair} or words == {pair[1]} == {f"D{pair[1][1:]}"}), None)
    if sides is None:
        return found
    return [
        parts and (f"-{parts[0].lstrip('+-')}" if parts[2] == sides[1] else parts[0], parts[1], "") for parts in found
    ]


def _is_one_unit(units: list[str], count: int) -> bool:
    """Whether most of so many cells have the same unit, or a few have flags of one or two letters."""
    are_flags = len(units) * 2 < count and all(len(unit) <= 2 for unit in units)
    return are_flags or (len(set(units)) == 1 and len(units) * 2 >= count and units[0] not in TIMES)


def _repeated_words(cells: Iterable[str]) -> Collection[str]:
    """Words without a digit that stand in several cells."""
    counts = Counter(cell for cell in cells if not HAS_DIGIT.search(cell) and not is_missing(cell))
    return {word for word, count in counts.items() if count > 1}


def may_hold_numbers(column: list[str]) -> str:
    """A cell that tells why a column of numbers with something beside them is not read; "" for another column."""
    some = first_known(column)
    if not some or not all(len(cell) <= LONGEST_MARKED and LOOSE.fullmatch(cell) for cell in some):
        return ""
    return next((cell for cell in some if BESIDE.findall(cell) != BESIDE.findall(some[0])), some[0])


def _parts(cell: str, decimal: str) -> tuple[str, str, str] | None:
    """The number in a cell, the money before it and the unit after it."""
    if len(cell) > LONGEST_MARKED or not (found := MARKED.fullmatch(cell)):
        return None
    if bool(found["open"]) != bool(found["close"]):
        return None
    number = found["number"].strip()
    sign = "-" if found["open"] or found["late"] else found["sign"]
    if not is_number(number, decimal) or (sign and number[0] in "+-−–"):
        return None
    unit, money = (found["after"] or "").strip(), found["outside"] or found["before"] or ""
    if unit and (factor := FACTOR.fullmatch(unit)):
        unit, money = factor[1], money or factor[2] or ""
    return sign + number, f"{money} {found['note'] or ''}".strip(), unit


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
