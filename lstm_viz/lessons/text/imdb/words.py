"""The vocabulary: the word of each id, and the ids of a sentence that the visitor types."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lstm_viz.data import InputError
from lstm_viz.lessons.text.imdb.corpus import OFFSET, PADDING, RARE, START, VOCABULARY
from lstm_viz.lessons.text.imdb.files_location import FilesLocation

MOST_LETTERS = 5000
MOST_WORDS = 400
# Signs for ids without a word, as Keras's documentation writes them.
SIGNS = {PADDING: "[PAD]", START: "[START]", RARE: "[OOV]"}
# The dataset keeps only letters, digits and apostrophes of a review, in lower case.
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


@dataclass(frozen=True)
class EncodedSentence:
    """A typed sentence as the network reads it.

    Attributes:
        ids: START, then the id of each word; RARE for a word that is not in the vocabulary.
        words: The sign of START, then each word as it was typed, in lower case.
    """

    ids: tuple[int, ...]
    words: tuple[str, ...]

    @property
    def unknown(self) -> tuple[str, ...]:
        """The words that are not in the vocabulary, each once. The network reads them all as the same word."""
        pairs = zip(self.ids, self.words, strict=True)
        return tuple(dict.fromkeys(word for identity, word in pairs if identity == RARE))


@dataclass(frozen=True)
class Vocabulary:
    """The words of the ids below VOCABULARY.

    Attributes:
        ids: Word → id.
    """

    ids: Mapping[str, int]

    def decode(self, ids: Iterable[int]) -> tuple[str, ...]:
        """The word of each id; one of SIGNS for an id without a word."""
        words = {identity: word for word, identity in self.ids.items()} | SIGNS
        return tuple(words.get(int(identity), SIGNS[RARE]) for identity in ids)

    def encode(self, text: str) -> EncodedSentence:
        """The ids of a sentence.

        Raises:
            InputError: If the text has no word, or too many letters or words.
        """
        if len(text) > MOST_LETTERS:
            raise InputError(
                "The sentence has {count} characters; at most {most} are read.", count=len(text), most=MOST_LETTERS
            )
        words = [word.replace("’", "'") for word in _WORD.findall(text.lower())]
        if not words:
            raise InputError("There is no word in it. Type a sentence such as “{example}”.", example="not good at all")
        if len(words) > MOST_WORDS:
            raise InputError(
                "The sentence has {count} words; at most {most} are read.", count=len(words), most=MOST_WORDS
            )
        ids = (START, *(self.ids.get(word, RARE) for word in words))
        return EncodedSentence(ids, (SIGNS[START], *words))


def read_vocabulary(location: FilesLocation) -> Vocabulary:
    """The vocabulary of a verified word index.

    Raises:
        InputError: If the file is missing, or is not the expected one.
    """
    try:
        ranks = json.loads(location.read(location.words))
        known = {word: rank + OFFSET for word, rank in ranks.items() if OFFSET < rank + OFFSET < VOCABULARY}
    except (ValueError, AttributeError, TypeError, RecursionError) as error:
        if isinstance(error, InputError):
            raise
        raise InputError("The words could not be read: the file is not in the format of Keras's word index.") from error
    return Vocabulary(known)
