"""What a trained model answers, in rows that can be read: what it reads, what it says, what would be right."""

from dataclasses import dataclass

import numpy as np

from lstm_viz.lessons.patterns.score import ROUNDED, SYMBOLS, YES_OR_NO, Score, decided, score
from lstm_viz.lessons.patterns.typed import ALPHABETS, Typed

CURVES = ("one_to_many", "autoencoder")
"""Patterns whose answers are many numbers: a chart shows them."""


@dataclass(frozen=True)
class Answers:
    """Rows of one length, a cell for each step or, of one to one, for each sample; "" where there is nothing.

    Attributes:
        reads: What the model reads.
        says: What it answers.
        right: What would be right.
        score: How the two compare.
    """

    reads: tuple[str, ...]
    says: tuple[str, ...]
    right: tuple[str, ...]
    score: Score


def answers_of(typed: Typed, output: np.ndarray) -> Answers:
    """Reads a model's output.

    Args:
        typed: What the model read.
        output: What it gave, (samples, …).
    """
    pattern, right = typed.pattern, typed.right_answers
    reads = tuple(f"{value:g}" for value in typed.values)
    says, wanted = (
        tuple(_text(pattern, value) for value in np.ravel(each)) for each in (decided(pattern, output), right)
    )
    width = max(len(reads), len(says))
    # The answer to a whole sequence stands below its last step.
    reads, says, wanted = (("",) * (width - len(row)) + row for row in (reads, says, wanted))
    return Answers(reads, says, wanted, score(pattern, output, right))


def _text(pattern: str, value: float) -> str:
    if pattern in ROUNDED:
        return f"{10 * value:.0f}"
    return f"{value:.0f}" if pattern in (*YES_OR_NO, *SYMBOLS) else f"{value:.3f}"


def step_labels(typed: Typed, given: np.ndarray) -> list[str]:
    """What each step of the first sample reads, in a few characters.

    Args:
        typed: What was typed.
        given: What the layer reads, (samples, time, features).
    """
    if typed.pattern in ALPHABETS and given.shape[1:] == typed.inputs.shape[1:] and np.array_equal(given, typed.inputs):
        return [f"{value:g}" for value in typed.values]
    return labels(given)


def labels(given: np.ndarray) -> list[str]:
    """What each step of the first sample reads: the number, or of several features none of them, but the step's."""
    if given.shape[2] == 1:
        return [f"{value:.2g}" for value in given[0, :, 0]]
    return [str(step) for step in range(1, given.shape[1] + 1)]
