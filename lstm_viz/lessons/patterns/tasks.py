"""What the trained models of the page Patterns learned: the examples, and the right answers by plain numpy."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from lstm_viz.data import one_hot

SEED = 1
BITS, DIGITS, SYMBOLS = 2, 10, 5
GROWTH = 3.8
SHORTEST_PERIOD, LONGEST_PERIOD = 8, 24
KNOWN, CONTINUED = 24, 30  # steps of a sine that the model is judged by

Array = np.ndarray


@dataclass(frozen=True)
class Examples:
    """Inputs of a task with their right answers, and how many of them are for training.

    Attributes:
        inputs: What the model reads, (samples, timesteps, features) or (samples, features).
        answers: What it should give: numbers, or for `symbols` the right position among them.
        trained: The model was trained on the first so many; the rest it never saw.
    """

    inputs: Array
    answers: Array
    trained: int

    @property
    def for_training(self) -> tuple[Array, Array]:
        """Inputs and answers to learn from."""
        return self.inputs[: self.trained], self.answers[: self.trained]

    @property
    def held_out(self) -> tuple[Array, Array]:
        """Inputs and answers that are kept from the training; none of them is among those."""
        return self.inputs[self.trained :], self.answers[self.trained :]


def logistic_map(values: Array) -> Array:
    """The value after each: x → 3.8 x (1 − x), chaotic, and yet each value follows from the one before it alone.

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
    """1 where what is still to come adds up to more than what has been: (samples, time)."""
    before = digits.cumsum(axis=1) - digits
    after = digits.sum(axis=1, keepdims=True) - before - digits
    return (after > before).astype(int)


def sines(periods: Array, phases: Array, steps: int) -> Array:
    """Sines, (samples, steps), float32.

    Args:
        periods: In steps, (samples,).
        phases: In steps, (samples,): which point of its period comes first.
        steps: How many values.
    """
    return np.sin(2 * np.pi * (np.arange(steps) + phases[:, None]) / periods[:, None]).astype("float32")


def words(base: int, length: int, count: int, seed: int = SEED) -> Array:
    """Different rows of symbols 0 … base − 1 in random order, (count, length)."""
    codes = np.random.default_rng(seed).choice(base**length, count, replace=False)
    return codes[:, None] // base ** np.arange(length)[::-1] % base


def different(low: float, high: float, count: int, seed: int = SEED) -> Array:
    """Different numbers between two bounds in random order, (count,); they differ as float32, too."""
    return low + (high - low) * np.random.default_rng(seed).choice(10**6, count, replace=False) / 10**6


def as_steps(values: Array) -> Array:
    """Numbers (samples, time) as a sequence of one feature, (samples, time, 1), float32."""
    return values[..., None].astype("float32")


def next_value_examples() -> Examples:
    """Single values of the logistic map, each a sample of one step."""
    values = different(0, 1, 2000)[:, None]
    return Examples(as_steps(values), logistic_map(values), 1600)


def sum_examples() -> Examples:
    """Six digits, in tenths, and their sum, in tenths."""
    digits = words(DIGITS, 6, 5000)
    return Examples(as_steps(digits / 10), sums(digits) / 10, 4000)


def parity_examples() -> Examples:
    """All rows of eight bits, and at each step whether the ones so far are odd."""
    bits = words(BITS, 8, 256)
    return Examples(as_steps(bits), as_steps(running_parity(bits)), 192)


def reversal_examples() -> Examples:
    """All rows of five of five symbols, and the same from the last to the first."""
    symbols = words(SYMBOLS, 5, 3125)
    return Examples(one_hot(symbols, SYMBOLS), symbols[:, ::-1], 2500)


def wave_examples() -> Examples:
    """A period, as a share of the longest, and sixteen steps of its sine."""
    periods = different(6, LONGEST_PERIOD, 2500)
    shares = (periods[:, None] / LONGEST_PERIOD).astype("float32")
    return Examples(shares, as_steps(sines(periods, np.zeros_like(periods), 16)), 2000)


def peak_examples() -> Examples:
    """Eight digits, in tenths, and at each step whether the peaks so far are odd."""
    digits = words(DIGITS, 8, 5000)
    return Examples(as_steps(digits / 10), as_steps(peak_parity(digits)), 4000)


def future_examples() -> Examples:
    """Eight digits, in tenths, and at each step whether more is to come than has been."""
    digits = words(DIGITS, 8, 5000)
    return Examples(as_steps(digits / 10), as_steps(more_to_come(digits)), 4000)


def reproduction_examples() -> Examples:
    """Ten steps of sines of many periods, phases and heights, each to be given back."""
    draw = np.random.default_rng(SEED)
    waves = as_steps(draw.uniform(0.3, 1, (3000, 1)) * random_sines(draw, 3000, 10, shortest=6))
    return Examples(waves, waves, 2500)


def random_sines(draw: np.random.Generator, samples: int, steps: int, *, shortest: float = SHORTEST_PERIOD) -> Array:
    """Sines of any period from the shortest to LONGEST_PERIOD and of any phase, (samples, steps)."""
    periods = draw.uniform(shortest, LONGEST_PERIOD, samples)
    return sines(periods, draw.uniform(0, 1, samples) * periods, steps)


def continuation_examples() -> Examples:
    """Sines to be continued, each with what follows each value; none is for training, which draws its own."""
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
