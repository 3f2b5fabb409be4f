"""Splits a sentence into the words that a model knows.

English words are in lower case; "isn't" is read as "is not", "did" as "do", "liked" as "like"; punctuation is dropped.
Korean words are separated by blanks. The particle of a noun and the ending of a predicate, if the grammar has them, are
separate words: 영화는 is 영화 + -은/는, 지루하지 is 지루하 + -지, 지루했지만 is 지루하 + -지만. Endings that differ
only in politeness are the same word.
"""

import itertools
import re
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType

from lstm_viz.data.reviews import english, english_forms, korean_words
from lstm_viz.data.reviews.grammar import Grammar
from lstm_viz.data.reviews.korean import KOREAN
from lstm_viz.data.reviews.sayings import sayings
from lstm_viz.problem import InputError

GRAMMARS: Mapping[str, Grammar] = MappingProxyType({"en": english.ENGLISH, "ko": KOREAN})
LANGUAGES = tuple(GRAMMARS)
MAX_CHARACTERS = 400
MAX_WORDS = 40


def split(language: str, text: str) -> list[str]:
    """The words of a sentence, in the form that the vocabulary uses.

    Args:
        language: One of LANGUAGES.
        text: The typed sentence.

    Raises:
        InputError: If the sentence has no word, or is too long.
    """
    if len(text) > MAX_CHARACTERS:
        raise InputError(
            "A sentence of {count} characters is too long: at most {most}.", count=len(text), most=MAX_CHARACTERS
        )
    written = _words(unicodedata.normalize("NFC", text))
    words = korean_words.pieces(written) if language == "ko" else [each for word in written for each in _english(word)]
    if not words:
        raise InputError("There is no word to read. Type a sentence such as {example}.", example=example(language))
    if len(words) > MAX_WORDS:
        raise InputError("A sentence of {count} words is too long: at most {most}.", count=len(words), most=MAX_WORDS)
    return words


def example(language: str) -> str:
    """A short sentence that every model of the language can read."""
    return {"en": "“not good at all”", "ko": "“전혀 재미있지 않다”"}[language]


@cache
def vocabulary(language: str) -> tuple[str, ...]:
    """Every word that the grammar of a language can write, and every word of its sayings, sorted."""
    texts = (*GRAMMARS[language].every_word(), *(text for _, text in sayings(language)))
    return tuple(sorted({word for text in texts for word in split(language, text)}))


def _words(text: str) -> list[str]:
    """Words in lower case, and symbols such as emoji as separate words; punctuation and markup are dropped."""
    return re.findall(r"[^\W_]+(?:'[^\W_]+)*|[\u2600-\u27bf\U0001f000-\U0001faff]", text.lower().replace("’", "'"))


def _english(word: str) -> list[str]:
    return [_base(each) for each in english_forms.apart(word).split()]


@lru_cache(maxsize=5000)  # visitors type any word
def _base(word: str) -> str:
    listed, written = _english_words()
    return word if word in listed else english_forms.base(word, written)


@cache
def _english_words() -> tuple[frozenset[str], frozenset[str]]:
    """The words of the grammar's own lists, which stay as they are; and all words of the grammar and the sayings."""
    grammar = english.ENGLISH
    lists = (*itertools.chain(*grammar.words.values()), *grammar.choices.values(), grammar.neutral, grammar.undecided)
    listed = " ".join(itertools.chain(*lists))
    texts = (*grammar.every_word(), *(text for _, text in sayings("en")))
    apart = (english_forms.apart(word) for text in texts for word in _words(text))
    return frozenset(listed.split()), frozenset(" ".join(apart).split())
