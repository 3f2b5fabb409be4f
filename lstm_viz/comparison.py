"""Compares tensors: what the pages on Keras say about it is decided by the numbers."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

TOLERANCE = 1e-6


@dataclass(frozen=True)
class Comparison:
    """Two expressions and the difference between their values.

    Attributes:
        left: The first expression, as code: "output".
        right: The second expression, as code: "sequence[:, -1]".
        left_shape: Shape of the first value.
        right_shape: Shape of the second value.
        difference: The largest absolute difference; nan if a value holds nan, None if the shapes differ.
    """

    left: str
    right: str
    left_shape: tuple[int, ...]
    right_shape: tuple[int, ...]
    difference: float | None

    @property
    def equal(self) -> bool:
        """Whether no number differs by more than `TOLERANCE`, which allows for the rounding of float32."""
        return self.difference is not None and self.difference <= TOLERANCE


@dataclass(frozen=True)
class Claim:
    """A comparison with sentences about it: English, marked for the catalogue with `N_`, or translated.

    Attributes:
        comparison: The two expressions and their difference.
        holds: The sentence if the two are equal. It is Markdown from our own source.
        fails: The sentence if the two are not equal; "" if `holds` is the sentence in both cases.
    """

    comparison: Comparison
    holds: str
    fails: str = ""

    @property
    def equal(self) -> bool:
        """Whether the two expressions are equal."""
        return self.comparison.equal

    @property
    def sentence(self) -> str:
        """The sentence that fits the numbers."""
        return self.holds if self.equal or not self.fails else self.fails


def compare(left: str, right: str, one: ArrayLike, other: ArrayLike) -> Comparison:
    """Compares two tensors.

    Args:
        left: The first expression, as code.
        right: The second expression, as code.
        one: The value of the first expression, of any shape.
        other: The value of the second expression; shapes are not broadcast.
    """
    first, second = np.asarray(one, "float64"), np.asarray(other, "float64")
    difference = None
    if first.shape == second.shape:
        difference = float(np.abs(first - second).max(initial=0))
    return Comparison(left, right, first.shape, second.shape, difference)
