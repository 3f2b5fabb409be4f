"""The trained weights that tools/train_patterns.py has written, and the results of their training."""

import json
from dataclasses import dataclass
from functools import cache

import numpy as np

from lstm_viz.engine.models import ASSETS, list_of_arrays
from lstm_viz.lessons.patterns.catalogue import GENERATOR
from lstm_viz.lessons.patterns.generator import trained as generator
from lstm_viz.lessons.patterns.score import Score

WEIGHTS = ASSETS / "patterns.npz"
STORY = ASSETS / "patterns.json"


@dataclass(frozen=True)
class Story:
    """The results of a pattern's training, as measured after it.

    Attributes:
        weights: The number of parameters.
        updates: The number of weight updates by Adam.
        held_out: The score on held-out data.
        guessing: The mean absolute error if every answer is the mean answer; None if answers are right or wrong.
        rival: The number of parameters and the score of the model of `catalogue.RIVALS`; None if there is none.
        noise: The score of the autoencoder on random numbers; None for other patterns.
    """

    weights: int
    updates: int
    held_out: Score
    guessing: float | None
    rival: tuple[int, Score] | None
    noise: Score | None


@cache
def trained_weights(pattern: str) -> tuple[np.ndarray, ...]:
    """The weights of a pattern's model, read-only, in the order of `keras.Model.set_weights`.

    Raises:
        KeyError: If there is no such pattern.
    """
    return list_of_arrays(generator.WEIGHTS if pattern == GENERATOR else WEIGHTS, pattern)


@cache
def story(pattern: str) -> Story:
    """The results of the training of a pattern, except the generator's; see `generator.trained`."""
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
