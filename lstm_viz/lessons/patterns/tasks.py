"""The tasks of the trained models of the page Patterns: their examples, with right answers computed by numpy."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from lstm_viz.data import one_hot

SEED = 1
BITS, DIGITS, SYMBOLS = 2, 10, 5
GROWTH = 3.8
SHORTEST_PERIOD, LONGEST_PERIOD = 8, 24
KNOWN, CONTINUED = 24, 30  # steps of a sine with which the loop is tested

Array = np.ndarray


@dataclass(frozen=True)
class Examples:
    """The inputs of a task with their right answers, and the number of them that are for training.

    Attributes:
        inputs: The inputs, (samples, timesteps, features) or (samples, features).
        answers: The right answers: numbers, or for symbols their positions in the alphabet.
        trained: The number of samples for training, which come first; the others are held-out.
    """

    inputs: Array
    answers: Array
    trained: int

    @property
    def for_training(self) -> tuple[Array, Array]:
        """The inputs and answers for training."""
        return self.inputs[: self.trained], self.answers[: self.trained]

    @property
    def held_out(self) -> tuple[Array, Array]:
        """The inputs and answers that are not used in training."""
        return self.inputs[self.trained :], self.answers[self.trained :]


def logistic_map(values: Array) -> Array:
    """The next value of the logistic map, x → 3.8 x (1 − x): chaotic, but it depends only on the previous value.

    Source: May (1976).
    """
    return GROWTH * values * (1 - values)


def sums(digits: Array) -> Array:
    """The sum of each row, (samples, 1)."""
    return digits.sum(axis=1, keepdims=True)


def running_parity(bits: Array) -> Array:
    """1 where the number of ones so far is odd: (samples, time)."""
    return bits.cumsum(axis=1) % 2


def peak_parity(digits: Array) -> Array:
    """1 where the number of peaks so far is odd: (samples, time).

    A peak is a digit larger than the one before and the one after, so it is known one step later.
    """
    middle = digits[:, 1:-1]
    peaks = np.zeros_like(digits)
    peaks[:, 2:] = (middle > digits[:, :-2]) & (middle > digits[:, 2:])
    return running_parity(peaks)


def more_to_come(digits: Array) -> Array:
    """1 where the digits after the step add up to more than the digits before it: (samples, time)."""
    before = digits.cumsum(axis=1) - digits
    after = digits.sum(axis=1, keepdims=True) - before - digits
    return (after > before).astype(int)


def sines(periods: Array, phases: Array, steps: int) -> Array:
    """Sines, (samples, steps), float32.

    Args:
        periods: The periods in steps, (samples,).
        phases: The points of the periods at which the sines start, in steps, (samples,).
        steps: The number of values.
    """
    return np.sin(2 * np.pi * (np.arange(steps) + phases[:, None]) / periods[:, None]).astype("float32")


def words(base: int, length: int, count: int) -> Array:
    """Random rows of symbols 0 … base − 1, all different, (count, length)."""
    codes = np.random.default_rng(SEED).choice(base**length, count, replace=False)
    return codes[:, None] // base ** np.arange(length)[::-1] % base


def different(low: float, high: float, count: int) -> Array:
    """Random numbers between two bounds, (count,), all different, also as float32."""
    return low + (high - low) * np.random.default_rng(SEED).choice(10**6, count, replace=False) / 10**6


def as_steps(values: Array) -> Array:
    """Numbers of (samples, time) as sequences of one feature, (samples, time, 1), float32."""
    return values[..., None].astype("float32")


def next_value_examples() -> Examples:
    """Single values of the logistic map, each a sample of one step."""
    values = different(0, 1, 2000)[:, None]
    return Examples(as_steps(values), logistic_map(values), 1600)


def sum_examples() -> Examples:
    """Six digits and their sum, both divided by ten."""
    digits = words(DIGITS, 6, 5000)
    return Examples(as_steps(digits / 10), sums(digits) / 10, 4000)


def parity_examples() -> Examples:
    """All rows of eight bits, and for each step whether the number of ones so far is odd."""
    bits = words(BITS, 8, 256)
    return Examples(as_steps(bits), as_steps(running_parity(bits)), 192)


def reversal_examples() -> Examples:
    """All rows of five symbols from an alphabet of five, and the same rows in reverse."""
    symbols = words(SYMBOLS, 5, 3125)
    return Examples(one_hot(symbols, SYMBOLS), symbols[:, ::-1], 2500)


def wave_examples() -> Examples:
    """Periods, as fractions of the longest one, and sixteen steps of a sine of each period."""
    periods = different(6, LONGEST_PERIOD, 2500)
    shares = (periods[:, None] / LONGEST_PERIOD).astype("float32")
    return Examples(shares, as_steps(sines(periods, np.zeros_like(periods), 16)), 2000)


def peak_examples() -> Examples:
    """Eight digits, divided by ten, and for each step whether the number of peaks so far is odd."""
    digits = words(DIGITS, 8, 5000)
    return Examples(as_steps(digits / 10), as_steps(peak_parity(digits)), 4000)


def future_examples() -> Examples:
    """Eight digits, divided by ten, and for each step whether later digits add up to more than earlier ones."""
    digits = words(DIGITS, 8, 5000)
    return Examples(as_steps(digits / 10), as_steps(more_to_come(digits)), 4000)


def reproduction_examples() -> Examples:
    """Ten steps of sines with different periods, phases and amplitudes; the answer is the input itself."""
    draw = np.random.default_rng(SEED)
    waves = as_steps(draw.uniform(0.3, 1, (3000, 1)) * random_sines(draw, 3000, 10, shortest=6))
    return Examples(waves, waves, 2500)


def random_sines(draw: np.random.Generator, samples: int, steps: int, *, shortest: float = SHORTEST_PERIOD) -> Array:
    """Sines with random periods from `shortest` to LONGEST_PERIOD and random phases, (samples, steps)."""
    periods = draw.uniform(shortest, LONGEST_PERIOD, samples)
    return sines(periods, draw.uniform(0, 1, samples) * periods, steps)


def continuation_examples() -> Examples:
    """The first KNOWN steps of sines, and the CONTINUED steps after them. Training draws its own sines."""
    drawn = random_sines(np.random.default_rng(SEED), 40, KNOWN + CONTINUED)
    return Examples(as_steps(drawn[:, :KNOWN]), as_steps(drawn[:, KNOWN:]), 0)


EXAMPLES: dict[str, Callable[[], Examples]] = {
    "one_to_one": next_value_examples,
    "many_to_one": sum_examples,
    "many_to_many": parity_examples,
    "encoder_decoder": reversal_examples,
    "one_to_many": wave_examples,
    "feed_back": continuation_examples,
    "stacked": peak_examples,
    "bidirectional": future_examples,
    "autoencoder": reproduction_examples,
}
