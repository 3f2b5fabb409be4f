"""The answers of a trained model as rows of text: its input, its answers and the right answers."""

from dataclasses import dataclass

import numpy as np

from lstm_viz.lessons.patterns.score import ROUNDED, SYMBOLS, YES_OR_NO, Score, decided, score
from lstm_viz.lessons.patterns.typed import ALPHABETS, Typed

CURVES = ("one_to_many", "autoencoder")
"""Patterns whose answers are shown in a chart, because they are many numbers."""


@dataclass(frozen=True)
class Answers:
    """Three rows of the same length, with a cell for each step; for "one_to_one", a cell for each sample.

    An empty cell is "".

    Attributes:
        reads: The input of the model.
        says: The answers of the model.
        right: The right answers.
        score: The score of the answers.
    """

    reads: tuple[str, ...]
    says: tuple[str, ...]
    right: tuple[str, ...]
    score: Score


def answers_of(typed: Typed, output: np.ndarray) -> Answers:
    """Turns a model's output into rows of text.

    Args:
        typed: The input of the model.
        output: The output of the model, (samples, …).
    """
    pattern, right = typed.pattern, typed.right_answers
    reads = tuple(f"{value:g}" for value in typed.values)
    says, wanted = (
        tuple(_text(pattern, value) for value in np.ravel(each)) for each in (decided(pattern, output), right)
    )
    width = max(len(reads), len(says))
    # The answer to a whole sequence is shown below its last step.
    reads, says, wanted = (("",) * (width - len(row)) + row for row in (reads, says, wanted))
    return Answers(reads, says, wanted, score(pattern, output, right))


def _text(pattern: str, value: float) -> str:
    if pattern in ROUNDED:
        return f"{10 * value:.0f}"
    return f"{value:.0f}" if pattern in (*YES_OR_NO, *SYMBOLS) else f"{value:.3f}"


def step_labels(typed: Typed, given: np.ndarray) -> list[str]:
    """A short label for each step of the first sample: what is read there.

    Args:
        typed: The input of the model.
        given: The input of the layer, (samples, time, features).
    """
    if typed.pattern in ALPHABETS and given.shape[1:] == typed.inputs.shape[1:] and np.array_equal(given, typed.inputs):
        return [f"{value:g}" for value in typed.values]
    return labels(given)


def labels(given: np.ndarray) -> list[str]:
    """A short label for each step of the first sample: the value of a single feature, otherwise the step's number."""
    if given.shape[2] == 1:
        return [f"{value:.2g}" for value in given[0, :, 0]]
    return [str(step) for step in range(1, given.shape[1] + 1)]
