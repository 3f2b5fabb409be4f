"""The score of a model's answers."""

from dataclasses import dataclass

import numpy as np

from lstm_viz.judging import judge, judge_yes

# Patterns whose answers are right or wrong. The answers of other patterns are numbers, which have an error.
ROUNDED = ("many_to_one",)
YES_OR_NO = ("many_to_many", "stacked", "bidirectional")
SYMBOLS = ("encoder_decoder",)


@dataclass(frozen=True)
class Score:
    """The score of a model on a number of samples.

    Attributes:
        samples: The number of samples.
        right: The accuracy, 0 … 1; None if the answers are numbers.
        all_right: The fraction of samples for which all answers are right, 0 … 1; None if the answers are numbers.
        error: The mean absolute error if the answers are numbers, otherwise None.
    """

    samples: int
    right: float | None
    all_right: float | None
    error: float | None


def decided(pattern: str, output: np.ndarray) -> np.ndarray:
    """The answers in a model's output: the number itself, 0 or 1, or the position of the most probable symbol.

    Args:
        pattern: One of `catalogue.PATTERNS`.
        output: The output of the model, of any shape; for symbols the last axis holds their probabilities.
    """
    if pattern in SYMBOLS:
        return output.argmax(axis=-1)
    if pattern in YES_OR_NO:
        return (output > 0.5).astype("float32")
    return np.rint(10 * output) / 10 if pattern in ROUNDED else output


def judged(output: np.ndarray, answer: float) -> bool | None:
    """Whether an answer of yes or no, or a symbol, is right; None if it is undecided, see `judging`.

    Args:
        output: Shape (1,), the probability of yes; or (symbols,), the probability of each.
        answer: 0 or 1; or the position of the right symbol.
    """
    return judge(output, int(answer)) if len(output) > 1 else judge_yes(float(output[0]), bool(answer))


def score(pattern: str, output: np.ndarray, answers: np.ndarray) -> Score:
    """Compares a model's output with the right answers.

    Args:
        pattern: One of `catalogue.PATTERNS`.
        output: The output of the model, (samples, …).
        answers: The right answers; see `tasks.Examples`.
    """
    given = decided(pattern, output)
    if given.shape != answers.shape:
        raise ValueError(f"output must stand for answers of shape {answers.shape}, not {given.shape}.")
    if pattern not in (*ROUNDED, *YES_OR_NO, *SYMBOLS):
        return Score(len(answers), None, None, float(np.abs(given - answers).mean()))
    right = np.isclose(given, answers, atol=1e-3).reshape(len(answers), -1)
    return Score(len(answers), float(right.mean()), float(right.all(axis=1).mean()), None)
