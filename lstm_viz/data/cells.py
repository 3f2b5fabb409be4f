"""The cells of a table: which of them are numbers, and the values of these."""

import re
import unicodedata

import numpy as np

from lstm_viz.problem import InputError

LOOKED_AT = 50
LARGEST_VALUE = 1e15
MISSING = frozenset({"", "na", "n/a", "nan", "null", "none", "-", "?", "결측"})
POINT_NUMBER = re.compile(r"[+-]?(?=\.?\d)(\d+|[1-9]\d{0,2}(,\d{3})+)?(\.\d*)?(e[+-]?\d+)?", re.IGNORECASE)
THOUSANDS = re.compile(r"(?<=\d) (?=\d{3}(\D|$))")
COMMA_NUMBER = re.compile(r"[+-]?(?=,?\d)(\d+|[1-9]\d{0,2}(\.\d{3})+)?(,\d*)?(e[+-]?\d+)?", re.IGNORECASE)
MARK = re.compile("[.,．，]")


def decimal_mark(columns: list[list[str]], lines: list[int], names: tuple[str, ...]) -> str:
    """The decimal mark of a table whose columns are not separated by commas.

    A cell such as 1,5 or 1.234.567 can be read in one way only, and most of these cells decide. A cell such as 1.234 or
    1,234 tells nothing: the mark may be before decimals or between thousands.

    Raises:
        InputError: If no cell decides and one can be read in two ways. The message names both.
    """
    for some in (slice(LOOKED_AT), slice(None)):  # all cells are looked at only if the first ones do not decide
        marked = [cell for column in columns for cell in column[some] if MARK.search(cell)]
        votes = sum(is_number(cell, ",") - is_number(cell, ".") for cell in marked)
        if votes:
            return "," if votes > 0 else "."
    for name, column in zip(names, columns, strict=True):
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


def holds_numbers(column: list[str], decimal: str) -> bool:
    """Whether most of the first cells that are not empty are numbers."""
    some = [cell for cell in column if not is_missing(cell)][:LOOKED_AT]
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
