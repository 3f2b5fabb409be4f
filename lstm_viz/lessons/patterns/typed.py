"""Parses the input that a visitor types for a pattern's trained model, and computes the right answers."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from lstm_viz.ceilings import MAX_SAMPLES
from lstm_viz.data import InputError, canonical, one_hot, parse_series, parse_symbols
from lstm_viz.lessons.patterns import tasks
from lstm_viz.lessons.patterns.catalogue import GENERATOR, PATTERNS
from lstm_viz.lessons.patterns.generator.request import DEFAULT_TEXT, beginning

DEFAULT_TEXTS = {
    "one_to_one": "0.1,0.342,0.5,0.9",
    "many_to_one": "3,1,4,1,5,9",
    "many_to_many": "0,1,1,0,1,0,0,1",
    "encoder_decoder": "3,0,1,2,4",
    "one_to_many": "12",
    "stacked": "2,7,1,8,2,8,1,8",
    "bidirectional": "1,2,9,1,0,3,2,9",
    "autoencoder": "0,0.31,0.59,0.81,0.95,1,0.95,0.81,0.59,0.31",
    GENERATOR: DEFAULT_TEXT,
}
ALPHABETS = {
    "many_to_one": tasks.DIGITS,
    "many_to_many": tasks.BITS,
    "encoder_decoder": tasks.SYMBOLS,
    "stacked": tasks.DIGITS,
    "bidirectional": tasks.DIGITS,
}


@dataclass(frozen=True)
class Numbers:
    """The numbers that a pattern reads: their least and greatest count, and their bounds."""

    fewest: int
    most: int
    low: float
    high: float


NUMBERS = {
    "one_to_one": Numbers(1, MAX_SAMPLES, 0, 1),
    "one_to_many": Numbers(1, 1, 6, tasks.LONGEST_PERIOD),
    "autoencoder": Numbers(10, 10, -2, 2),
}


@dataclass(frozen=True)
class Typed:
    """A valid input of a pattern.

    Attributes:
        pattern: One of `catalogue.PATTERNS`, except the loop and the generator.
        text: The input as text in the form that a link has.
    """

    pattern: str
    text: str

    @property
    def values(self) -> np.ndarray:
        """The typed symbols, as positions in the alphabet, or the typed numbers, (count,)."""
        if self.pattern in ALPHABETS:
            return np.array(parse_symbols(self.text, alphabet_of(self.pattern)))
        return parse_series(self.text)[:, 0]

    @property
    def inputs(self) -> np.ndarray:
        """The input of the model, (samples, time, features) or (samples, features), float32."""
        values = self.values
        match self.pattern:
            case "one_to_one":
                return tasks.as_steps(values[:, None])
            case "one_to_many":
                return (values[None] / tasks.LONGEST_PERIOD).astype("float32")
            case "encoder_decoder":
                return one_hot(values[None], tasks.SYMBOLS)
            case "many_to_one" | "stacked" | "bidirectional":
                return tasks.as_steps(values[None] / 10)
            case _:
                return tasks.as_steps(values[None])

    @property
    def right_answers(self) -> np.ndarray:
        """The right answers; see `tasks.Examples`."""
        values = self.values
        match self.pattern:
            case "one_to_one":
                return tasks.logistic_map(values[:, None])
            case "many_to_one":
                return tasks.sums(values[None]) / 10
            case "many_to_many":
                return tasks.as_steps(tasks.running_parity(values[None]))
            case "encoder_decoder":
                return values[None, ::-1]
            case "one_to_many":
                return tasks.as_steps(tasks.sines(values, np.zeros(1), 16))
            case "stacked":
                return tasks.as_steps(tasks.peak_parity(values[None]))
            case "bidirectional":
                return tasks.as_steps(tasks.more_to_come(values[None]))
            case _:
                return tasks.as_steps(values[None])


def alphabet_of(pattern: str) -> Sequence[str]:
    """The symbols that a pattern reads."""
    return tuple(map(str, range(ALPHABETS[pattern])))


def canonical_input(pattern: str, text: str) -> str:
    """The input of a pattern, except the loop, in the form that a link has.

    Raises:
        InputError: If the text is not a valid input of this pattern.
    """
    return beginning(text) if pattern == GENERATOR else typed(pattern, text).text


def typed(pattern: str, text: str) -> Typed:
    """Parses an input of a pattern.

    Raises:
        InputError: If the text is not a valid input of this pattern.
    """
    if pattern in ALPHABETS:
        return _symbols(pattern, text)
    wanted, series = NUMBERS[pattern], parse_series(text)[:, 0]
    _check_count(len(series), wanted.fewest, wanted.most)
    for position, value in enumerate(series, start=1):
        if not np.float32(wanted.low) <= value <= np.float32(wanted.high):
            raise InputError(
                "The number at position {position} must be between {low:g} and {high:g}, not {value:g}.",
                position=position,
                low=wanted.low,
                high=wanted.high,
                value=float(value),
            )
    return Typed(pattern, canonical("series", text))


def _symbols(pattern: str, text: str) -> Typed:
    alphabet, steps = alphabet_of(pattern), PATTERNS[pattern].input_shape[0]
    assert steps is not None  # for the type checker: only the loop reads any length
    _check_count(len(parse_symbols(text, alphabet)), steps, steps)
    return Typed(pattern, canonical("symbols", text, alphabet))


def _check_count(count: int, fewest: int, most: int) -> None:
    if not fewest <= count <= most:
        wanted = str(fewest) if fewest == most else f"{fewest} … {most}"
        raise InputError("This model reads {wanted} values, not {count}.", wanted=wanted, count=count)
