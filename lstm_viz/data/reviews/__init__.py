"""Short reviews of films, made up by a grammar that knows their sentiment: where the order of the words decides."""

from functools import cache

from lstm_viz.data.reviews.grammar import KINDS, Combination, Grammar, Review
from lstm_viz.data.reviews.tokens import (
    GRAMMARS,
    LANGUAGES,
    MAX_CHARACTERS,
    MAX_WORDS,
    example,
    split,
    vocabulary,
)

TRAINING = dict.fromkeys(KINDS, 600) | {"plain": 1200, "intensifier": 1200}
"""How many reviews of each kind there are to learn from: most say straight out what they mean, as people do."""
HELD_OUT = dict.fromkeys(KINDS, 100)

__all__ = [
    "GRAMMARS",
    "HELD_OUT",
    "KINDS",
    "LANGUAGES",
    "MAX_CHARACTERS",
    "MAX_WORDS",
    "TRAINING",
    "Combination",
    "Grammar",
    "Review",
    "example",
    "held_out_reviews",
    "split",
    "training_reviews",
    "vocabulary",
]


def training_reviews(language: str) -> list[Review]:
    """What the models learn from, always the same."""
    return GRAMMARS[language].reviews("training", TRAINING)


@cache
def held_out_reviews(language: str) -> tuple[Review, ...]:
    """What they are asked about: each holds a combination of word and pattern that no training review has."""
    return tuple(GRAMMARS[language].reviews("held_out", HELD_OUT))
