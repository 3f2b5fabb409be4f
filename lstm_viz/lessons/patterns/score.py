"""How well a trained model answers what it never saw."""

from dataclasses import dataclass

import numpy as np

# Whose answers are right or wrong; the others' are numbers, more or less near.
ROUNDED = ("many_to_one",)
YES_OR_NO = ("many_to_many", "stacked", "bidirectional")
SYMBOLS = ("encoder_decoder",)


@dataclass(frozen=True)
class Score:
    """What came of a number of samples.

    Attributes:
        samples: How many.
        right: The share of right answers, 0 … 1; None where an answer is a number that is more or less near.
        all_right: The share of samples of which every answer is right, 0 … 1; None likewise.
        error: The mean absolute error where the answers are numbers; else None.
    """

    samples: int
    right: float | None
    all_right: float | None
    error: float | None


def decided(pattern: str, output: np.ndarray) -> np.ndarray:
    """The answers that a model's output stands for: the number, 0 or 1, or the position of the likeliest symbol.

    Args:
        pattern: One of `catalogue.PATTERNS`.
        output: What the model gave, of any shape; for symbols the last axis holds their probabilities.
    """
    if pattern in SYMBOLS:
        return output.argmax(axis=-1)
    if pattern in YES_OR_NO:
        return (output > 0.5).astype("float32")
    return np.rint(10 * output) / 10 if pattern in ROUNDED else output


def score(pattern: str, output: np.ndarray, answers: np.ndarray) -> Score:
    """Compares a model's output with the right answers.

    Args:
        pattern: One of `catalogue.PATTERNS`.
        output: What the model gave, (samples, …).
        answers: As `tasks.Examples` has them.
    """
    given = decided(pattern, output)
    if given.shape != answers.shape:
        raise ValueError(f"output must stand for answers of shape {answers.shape}, not {given.shape}.")
    if pattern not in (*ROUNDED, *YES_OR_NO, *SYMBOLS):
        return Score(len(answers), None, None, float(np.abs(given - answers).mean()))
    right = np.isclose(given, answers, atol=1e-3).reshape(len(answers), -1)
    return Score(len(answers), float(right.mean()), float(right.all(axis=1).mean()), None)
