"""The steps from data to X and y, each with the line that makes it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from lstm_viz.drawings.array_block import Raw
from lstm_viz.i18n import Translate


@dataclass(frozen=True, eq=False)
class Step:
    """One step of the way.

    Attributes:
        kind: What is done; the page has words for each.
        name: The variable that it makes.
        code: The line of Python that makes it from the variables before.
        array: What is made; None where it is no array.
        shown: What is made, where it is no array, as text.
    """

    kind: str
    name: str
    code: str
    array: np.ndarray | None = None
    shown: str = ""


@dataclass(frozen=True, eq=False)
class Journey:
    """All steps, and where each number of X comes from.

    Attributes:
        steps: The last two make X and y.
        raw: The data as the person knows them.
        source: For each cell of X, as (samples, timesteps, features), the flat index of its raw cell or MADE_UP.
        samples: A title for each sample, or None.
    """

    steps: tuple[Step, ...]
    raw: Raw
    source: np.ndarray
    samples: tuple[str, ...] | None = None

    @property
    def x(self) -> np.ndarray:
        """X: (samples, timesteps, features), or (samples, timesteps) of ids."""
        return self._made("X")

    @property
    def y(self) -> np.ndarray:
        """A target for each sample."""
        return self._made("y")

    @property
    def block(self) -> np.ndarray:
        """X with three axes always."""
        return self.x.reshape(self.source.shape)

    def _made(self, name: str) -> np.ndarray:
        array = next(step.array for step in self.steps if step.name == name)
        assert array is not None  # for the type checker: X and y are arrays
        return array


def lines(texts: list[str]) -> str:
    """A literal of texts, one a line."""
    return "[\n" + "".join(f"    {text!r},\n" for text in texts) + "]"


def short(value: float) -> str:
    """The shortest decimal that is the same float32."""
    return np.format_float_positional(np.float32(value), trim="-")


def feature_names(source: str, count: int, gettext: Translate) -> tuple[str, ...]:
    """What a person calls the features of a source of numbers."""
    if source == "tanks":
        return gettext("pressure"), gettext("temperature")
    return (gettext("value"),) if count == 1 else tuple(numbered(gettext("feature {number}"), range(count)))


def numbered(template: str, numbers: Iterable[int]) -> Iterator[str]:
    """A title for each number."""
    return (template.format(number=number) for number in numbers)


def preview(array: np.ndarray) -> str:
    """The array as numpy prints it, the middle of a large one left out."""
    with np.printoptions(precision=3, suppress=True, threshold=60, edgeitems=2, linewidth=60):
        return str(array)
