"""A sentence that the visitor types, and the comparison of two sentences."""

from dataclasses import dataclass, replace

import numpy as np

from lstm_viz.data import InputError
from lstm_viz.data.reviews import example, split
from lstm_viz.lessons.text.encode import UNKNOWN, ids_of
from lstm_viz.lessons.text.model import review_model


@dataclass(frozen=True)
class Sentence:
    """A sentence that a model can read.

    Attributes:
        language: One of data.reviews.LANGUAGES.
        words: The words of the sentence, of which the model knows at least one.
    """

    language: str
    words: tuple[str, ...]

    @property
    def ids(self) -> np.ndarray:
        """The number of each word, shape (time,), int32."""
        return ids_of(self.words, review_model(self.language).words)

    @property
    def known(self) -> tuple[bool, ...]:
        """Whether each word is in the vocabulary."""
        return tuple(bool(number != UNKNOWN) for number in self.ids)

    def with_word(self, position: int, word: str) -> "Sentence":
        """The sentence with another word at a position, counted from 0."""
        return replace(self, words=(*self.words[:position], word, *self.words[position + 1 :]))


def sentence(language: str, text: str) -> Sentence:
    """The sentence of a typed text.

    Raises:
        InputError: If the text has no word or is too long, or if the model knows none of its words.
    """
    found = Sentence(language, tuple(split(language, text)))
    if not any(found.known):
        raise InputError(
            "None of these words is in the vocabulary of {count} words, so there is nothing to read. "
            "Type a sentence such as {example}.",
            count=len(review_model(language).words),
            example=example(language),
        )
    return found


def parting(a: Sentence, b: Sentence) -> int | None:
    """The first position, counted from 0, at which two sentences differ; None if they are equal.

    It can be the position after the last word of the shorter sentence.
    """
    pairs = zip(a.words, b.words, strict=False)
    shared = min(len(a.words), len(b.words))
    first = next((at for at, (one, other) in enumerate(pairs) if one != other), shared)
    return None if a.words == b.words else first


EXAMPLES = {
    "en": (
        "the plot was bad at first but in the end wonderful",
        "the plot was wonderful at first but in the end bad",
    ),
    "ko": ("줄거리가 처음에는 지루했지만 나중에는 훌륭했다", "줄거리가 처음에는 훌륭했지만 나중에는 지루했다"),
}
"""Language → the two default sentences, which have the same words in a different order."""
