"""Tensors that keep the code that makes them, so that a comparison and its code always agree."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from lstm_viz import comparison
from lstm_viz.comparison import Comparison


class Named(int):
    """An integer that has a name in code, so that a slice is written `units:`."""

    name: str

    def __new__(cls, name: str, value: int) -> "Named":
        """Makes the integer `value` with the name `name`."""
        number = super().__new__(cls, value)
        number.name = name
        return number

    def __repr__(self):
        return self.name


@dataclass(frozen=True, eq=False)
class Expression:
    """A tensor as code and as numbers.

    Attributes:
        code: The Python expression of the array, with the names of the page.
        array: The value of the expression.
    """

    code: str
    array: np.ndarray

    def __getitem__(self, key: Any) -> "Expression":
        """A part of the tensor, selected by integers and slices as in numpy."""
        keys = key if isinstance(key, tuple) else (key,)
        return Expression(f"{self.code}[{', '.join(map(_key, keys))}]", self.array[key])

    def __add__(self, other: "Expression") -> "Expression":
        return Expression(f"{self.code} + {other.code}", self.array + other.array)

    def __mul__(self, other: "Expression") -> "Expression":
        return Expression(f"{self.code} * {other.code}", self.array * other.array)

    def __truediv__(self, number: int) -> "Expression":
        return Expression(f"({self.code}) / {number}", self.array / np.float32(number))


def concatenated(one: Expression, other: Expression) -> Expression:
    """Concatenates two tensors along the last axis."""
    array = np.concatenate([one.array, other.array], axis=-1)
    return Expression(f"np.concatenate([{one.code}, {other.code}], axis=-1)", array)


def compare(left: Expression, right: Expression) -> Comparison:
    """Compares two expressions; see `lstm_viz.comparison`."""
    return comparison.compare(left.code, right.code, left.array, right.array)


def _key(key: int | slice | Any) -> str:
    if not isinstance(key, slice):
        return repr(key)
    start, stop = ("" if bound is None else repr(bound) for bound in (key.start, key.stop))
    return f"{start}:{stop}" if key.step is None else f"{start}:{stop}:{key.step!r}"
