"""Short film reviews, made by a grammar that knows their sentiment, for which the order of the words matters."""

from functools import cache

from lstm_viz.data.reviews.grammar import KINDS, Combination, Grammar, Review
from lstm_viz.data.reviews.sayings import everyday, sayings
from lstm_viz.data.reviews.tokens import (
    GRAMMARS,
    LANGUAGES,
    MAX_CHARACTERS,
    MAX_WORDS,
    example,
    split,
    vocabulary,
)

_MOST = dict.fromkeys(KINDS, 800) | {"plain": 3000, "intensifier": 1200, "two_clauses": 2000}
TRAINING = {"en": _MOST | {"negation": 2000}, "ko": _MOST}
"""Language → the number of training reviews of each kind. Most reviews say directly what they mean, as people do."""
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
    "everyday",
    "example",
    "held_out_reviews",
    "sayings",
    "split",
    "training_reviews",
    "vocabulary",
]


def training_reviews(language: str) -> list[Review]:
    """The reviews on which the models are trained; always the same."""
    return GRAMMARS[language].reviews("training", TRAINING[language])


@cache
def held_out_reviews(language: str) -> tuple[Review, ...]:
    """The reviews on which the models are tested. In each, one combination of word and pattern is not in training."""
    return tuple(GRAMMARS[language].reviews("held_out", HELD_OUT))
