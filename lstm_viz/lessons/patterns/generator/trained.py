"""The results of the text generator's training, which tools/train_generator.py has written."""

import json
from dataclasses import dataclass
from functools import cache

from lstm_viz.engine.models import ASSETS

WEIGHTS = ASSETS / "generator.npz"
STORY = ASSETS / "generator.json"


@dataclass(frozen=True)
class Story:
    """The results of the training, as measured after it.

    Attributes:
        weights: The number of parameters.
        updates: The number of weight updates by Adam.
        sentences: Temperature → the number of sentences that the model generated at it.
        right: Temperature → the fraction of them that the grammar makes, 0 … 1.
    """

    weights: int
    updates: int
    sentences: dict[float, int]
    right: dict[float, float]


@cache
def story() -> Story:
    """The results of the training."""
    told = json.loads(STORY.read_text(encoding="utf-8"))
    each = {one["temperature"]: one for one in told["grammatical"]}
    sentences = {temperature: one["sentences"] for temperature, one in each.items()}
    return Story(told["weights"], told["updates"], sentences, {at: one["right"] for at, one in each.items()})
