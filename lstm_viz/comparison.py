"""Whether two tensors are equal: what the Keras pages say of Keras, decided by the numbers."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

TOLERANCE = 1e-6


@dataclass(frozen=True)
class Comparison:
    """Two expressions with what became of their difference.

    Attributes:
        left: The one, as code: "output".
        right: The other, as code: "sequence[:, -1]".
        left_shape: Shape of the one.
        right_shape: Shape of the other.
        difference: The largest absolute difference; nan if one holds no number there, None if the shapes differ.
    """

    left: str
    right: str
    left_shape: tuple[int, ...]
    right_shape: tuple[int, ...]
    difference: float | None

    @property
    def equal(self) -> bool:
        """Whether no number differs by more than `TOLERANCE`, what float32 leaves of equality."""
        return self.difference is not None and self.difference <= TOLERANCE


@dataclass(frozen=True)
class Claim:
    """A comparison with what it means. Its sentences are English, marked for the catalogue with `N_`, or translated.

    Attributes:
        comparison: What the numbers say.
        holds: What is said if the two are equal. It is Markdown of ours.
        fails: What is said if they are not; "" if the same is said.
    """

    comparison: Comparison
    holds: str
    fails: str = ""

    @property
    def equal(self) -> bool:
        """Whether the two are equal."""
        return self.comparison.equal

    @property
    def sentence(self) -> str:
        """What is said."""
        return self.holds if self.equal or not self.fails else self.fails


def compare(left: str, right: str, one: ArrayLike, other: ArrayLike) -> Comparison:
    """Compares two tensors.

    Args:
        left: What the first is called, as code.
        right: What the second is called, as code.
        one: The first, of any shape.
        other: The second; shapes are not broadcast.
    """
    first, second = np.asarray(one, "float64"), np.asarray(other, "float64")
    difference = None
    if first.shape == second.shape:
        difference = float(np.abs(first - second).max(initial=0))
    return Comparison(left, right, first.shape, second.shape, difference)
