"""What a visitor asks of the text generator: a beginning, a number of words, a temperature and a seed."""

import unicodedata
from dataclasses import dataclass

from lstm_viz.data import InputError, split_words
from lstm_viz.lessons.patterns.generator.sentences import END, vocabulary

DEFAULT_TEXT = "the cat"
MAX_BEGINNING, MAX_GENERATED = 10, 16  # so many steps are sent to the browser in less than 100 kB
TEMPERATURES = {"0": 0.0, "0.5": 0.5, "1": 1.0, "1.5": 1.5, "2": 2.0, "3": 3.0}
"""The temperatures by their names in a link."""


@dataclass(frozen=True)
class Request:
    """A text to be continued.

    Attributes:
        text: The beginning, its words with blanks between them.
        generated: The number of words to generate.
        temperature: See `sampling.with_temperature`.
        seed: The seed from which the words are drawn.
    """

    text: str
    generated: int
    temperature: float
    seed: int

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the beginning."""
        return tuple(self.text.split())

    @property
    def ids(self) -> tuple[int, ...]:
        """The ids of the words of the beginning."""
        return tuple(map(vocabulary().index, self.words))


def beginning(text: str) -> str:
    """The words of a typed beginning, with blanks between them.

    Raises:
        InputError: If there are no words or too many, or if the model does not know one of them.
    """
    words = split_words(unicodedata.normalize("NFKC", text).lower().replace(END, f" {END} "))
    if not words:
        raise InputError("The beginning is empty. Type words such as {example}.", example=DEFAULT_TEXT)
    unknown = list(dict.fromkeys(word for word in words if word not in vocabulary()))
    if unknown:
        raise InputError(
            "The model does not know {words}: no sentence that it was trained on has such a word. It knows "
            "{count} words, which are listed below the field.",
            words=", ".join(f"“{word}”" for word in unknown),
            count=len(vocabulary()),
        )
    if len(words) > MAX_BEGINNING:
        raise InputError("A beginning has 1 … {most} words, not {count}.", most=MAX_BEGINNING, count=len(words))
    return " ".join(words)
