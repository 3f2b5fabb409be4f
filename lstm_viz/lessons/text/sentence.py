"""One's own sentence, and two side by side."""

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
        words: At least one of them known to the model.
    """

    language: str
    words: tuple[str, ...]

    @property
    def ids(self) -> np.ndarray:
        """The number of each word, (time,), int32."""
        return ids_of(self.words, review_model(self.language).words)

    @property
    def known(self) -> tuple[bool, ...]:
        """Whether each word is in the vocabulary."""
        return tuple(bool(number != UNKNOWN) for number in self.ids)

    def with_word(self, position: int, word: str) -> "Sentence":
        """The same with another word at a position, counted from 0."""
        return replace(self, words=(*self.words[:position], word, *self.words[position + 1 :]))


def sentence(language: str, text: str) -> Sentence:
    """A sentence, from what was typed.

    Raises:
        InputError: If there is no word, too much, or nothing that the model knows.
    """
    words, vocabulary = split(language, text), review_model(language).words
    if not set(words) & set(vocabulary):
        raise InputError(
            "None of these words is in the vocabulary of {count} words, so there is nothing to read. "
            "Type a sentence such as {example}.",
            count=len(vocabulary),
            example=example(language),
        )
    return Sentence(language, tuple(words))


def parting(a: Sentence, b: Sentence) -> int | None:
    """The first position, counted from 0, at which two sentences do not have the same word; None if they are equal.

    It may be just behind the shorter one's last word.
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
"""What the page begins with: twice the same words, in another order."""
