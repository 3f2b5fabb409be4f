"""The weights that tools/train_patterns.py left, and what it told of them."""

import json
from dataclasses import dataclass
from functools import cache

import numpy as np

from lstm_viz.engine.models import ASSETS
from lstm_viz.engine.weights import read_only
from lstm_viz.lessons.patterns.score import Score

WEIGHTS = ASSETS / "patterns.npz"
STORY = ASSETS / "patterns.json"


@dataclass(frozen=True)
class Story:
    """How a pattern's model answers what it never saw, as measured when it had been trained.

    Attributes:
        weights: How many numbers it has learned.
        updates: In how many steps of Adam.
        held_out: Its score.
        guessing: The mean absolute error of who always gives the mean answer; None where answers are right or wrong.
        rival: The weights and score of the model without what makes the pattern; None if there is none.
        noise: The autoencoder's score on random numbers; None for the others.
    """

    weights: int
    updates: int
    held_out: Score
    guessing: float | None
    rival: tuple[int, Score] | None
    noise: Score | None


@cache
def trained_weights(pattern: str) -> tuple[np.ndarray, ...]:
    """A pattern's weights, as `keras.Model.set_weights` takes them; read-only.

    Raises:
        KeyError: If there is no such pattern.
    """
    with np.load(WEIGHTS, allow_pickle=False) as file:
        count = sum(name.rsplit("_", 1)[0] == pattern for name in file.files)
        if not count:
            raise KeyError(f"pattern must be one of those in {WEIGHTS.name}, not {pattern!r}.")
        return tuple(read_only(file[f"{pattern}_{number}"]) for number in range(count))


@cache
def story(pattern: str) -> Story:
    """What is told of a pattern's training."""
    told = json.loads(STORY.read_text(encoding="utf-8"))["patterns"][pattern]
    rival, noise = told.get("rival"), told.get("noise")
    return Story(
        told["weights"],
        told["updates"],
        Score(**told["held_out"]),
        told["error_of_the_mean"],
        rival and (rival["weights"], Score(**rival["held_out"])),
        noise and Score(**noise),
    )
