"""The cells of a table: which of them are numbers, and the values of these."""

import re
import unicodedata

import numpy as np

from lstm_viz.data.problem import InputError

LOOKED_AT = 50
LARGEST_VALUE = 1e15
MISSING = frozenset({"", "na", "n/a", "nan", "null", "none", "-", "?", "결측"})
POINT_NUMBER = re.compile(r"[+-]?(\d+|\d{1,3}(,\d{3})+)?(\.\d*)?(e[+-]?\d+)?", re.IGNORECASE)
THOUSANDS = re.compile(r"(?<=\d) (?=\d{3}(\D|$))")
COMMA_NUMBER = re.compile(r"[+-]?(\d+|\d{1,3}(\.\d{3})+)?(,\d*)?(e[+-]?\d+)?", re.IGNORECASE)


def decimal_mark(columns: list[list[str]], separator: str) -> str:
    """The decimal mark: a comma, if more cells are numbers only with a comma than only with a point."""
    if separator == ",":  # then a comma inside a number is in quotes and separates thousands
        return "."
    some = [cell for column in columns for cell in column[:LOOKED_AT]]
    comma = sum(is_number(cell, ",") and not is_number(cell, ".") for cell in some)
    point = sum(is_number(cell, ".") and not is_number(cell, ",") for cell in some)
    return "," if comma > point else "."


def is_missing(cell: str) -> bool:
    """Whether a cell is empty, or says that its value is missing."""
    return cell.lower() in MISSING


def is_number(cell: str, decimal: str) -> bool:
    """Whether a cell is a number with this decimal mark."""
    pattern = POINT_NUMBER if decimal == "." else COMMA_NUMBER
    return bool(pattern.fullmatch(_plain(cell))) and any(letter.isdigit() for letter in cell)


def _plain(cell: str) -> str:
    """Makes full-width digits and other minus signs plain, and removes blanks between thousands."""
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
