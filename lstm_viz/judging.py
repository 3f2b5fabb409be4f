"""When an answer is right: the one rule for every tick, so that a coin's toss gets none."""

import math

import numpy as np

# The answer leads the next one by this much, or it is a toss between the two: 50.9 % against 49.1 %.
LEAD = 0.1
# How often guessing may do as well as what "is better than guessing".
LUCK = 0.01


def judge(probabilities: np.ndarray, target: int) -> bool | None:
    """Whether the most probable symbol is the right one.

    Args:
        probabilities: Shape (symbols,); they add up to 1.
        target: The position of the right symbol.

    Returns:
        None if the most probable symbol does not lead the next by LEAD: then it is undecided.
    """
    second, first = np.sort(np.append(probabilities, 0))[-2:]  # an only symbol leads nothing
    return bool(probabilities.argmax() == target) if first - second >= LEAD else None


def judge_yes(probability: float, target: bool) -> bool | None:
    """The same for a question of yes or no, given the probability of yes."""
    return judge(np.array([1 - probability, probability]), int(target))


def beats_guessing(right: int, answers: int, *, chance: float = 0.5) -> bool:
    """Whether so many right answers are more than luck: guessing gets as many with a probability below LUCK.

    Args:
        right: The number of right answers.
        answers: The number of answers.
        chance: The probability that a guess is right.

    Source: the upper tail of the binomial distribution.
    """
    tail = (math.comb(answers, k) * chance**k * (1 - chance) ** (answers - k) for k in range(right, answers + 1))
    return math.fsum(tail) < LUCK
