"""Splits a sentence into the words that a model knows.

English words are in lower case; "isn't" is read as "is not", "did" as "do", "liked" as "like"; punctuation is dropped.
Korean words are separated by blanks. The particle of a noun and the ending of a predicate, if the grammar has them, are
separate words: 영화는 is 영화 + -는, 지루하지 is 지루하 + -지, 지루했지만 is 지루하 + -았지만. Endings that differ only
in politeness are the same word.
"""

import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from lstm_viz.data.reviews.english import DISLIKED, ENGLISH, LIKED
from lstm_viz.data.reviews.grammar import Grammar
from lstm_viz.data.reviews.korean import FIRST, KOREAN, SECOND
from lstm_viz.data.reviews.korean_forms import predicate
from lstm_viz.problem import InputError

GRAMMARS: Mapping[str, Grammar] = MappingProxyType({"en": ENGLISH, "ko": KOREAN})
LANGUAGES = tuple(GRAMMARS)
MAX_CHARACTERS = 400
MAX_WORDS = 40

ENGLISH_FORMS = {
    "can't": "can not", "cannot": "can not", "won't": "will not", "it's": "it is", "that's": "that is",
    "did": "do", "does": "do", "didn't": "do not", "doesn't": "do not", "are": "is", "were": "was",
    "aren't": "is not", "weren't": "was not", "films": "film", "movies": "movie", "regretted": "regret",
    **{verb + ("d" if verb.endswith("e") else "ed"): verb for verb in (*LIKED, *DISLIKED)},
}  # fmt: skip
# An ending as it may be written → the word for it in the vocabulary.
FROM_STEM = {"다": "-다", "네요": "-다", "지": "-지", "다고": "-다고", "라고": "-다고", "지만": "-았지만"}
FROM_PAST = {
    "다": "-았다", "어요": "-았다", "습니다": "-았다", "네요": "-았다", "다고": "-다고", "다는": "-았다는",
    "지만": "-았지만", "는데": "-았지만", "으나": "-았지만",
}  # fmt: skip
PARTICLES = {"는": "-는", "은": "-는", "도": "-는", "가": "-가", "이": "-가", "였다": "-였다", "였어요": "-였다"}
PREDICATES_OF_GRAMMAR = ("않", "아니", "없")


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
    written = [word for part in text.split() for word in _words(unicodedata.normalize("NFC", part))]
    words = [piece for word in written for piece in _pieces(language, word)]
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
    """Every word that the grammar of a language can write, sorted."""
    return tuple(sorted({word for text in GRAMMARS[language].every_word() for word in split(language, text)}))


def _words(part: str) -> list[str]:
    """Words in lower case, and symbols such as emoji as separate words; punctuation and markup are dropped."""
    return re.findall(r"[^\W_]+(?:'[^\W_]+)*|[\u2600-\u27bf\U0001f000-\U0001faff]", part.lower().replace("’", "'"))


def _pieces(language: str, word: str) -> tuple[str, ...]:
    if language == "ko":
        return _korean_forms().get(word, (word,))
    apart = ENGLISH_FORMS.get(word, re.sub("n't$", " not", word))
    return tuple(apart.split())


@cache
def _korean_forms() -> Mapping[str, tuple[str, ...]]:
    """Word as it is written → the words of the vocabulary that it consists of."""
    positive, negative = KOREAN.words["adjective"]
    forms: dict[str, tuple[str, ...]] = {}
    for stem in (*positive, *negative, *PREDICATES_OF_GRAMMAR):
        made = predicate(stem)
        forms |= {made.stem + ending: (stem, piece) for ending, piece in FROM_STEM.items()}
        forms |= {made.past + ending: (stem, piece) for ending, piece in FROM_PAST.items()}
        forms[made.before_noun] = (stem, "-ㄴ")
    for noun in {words.split()[-1] for words in (*FIRST, *SECOND)}:
        forms |= {noun + particle: (noun, piece) for particle, piece in PARTICLES.items()}
    return MappingProxyType(forms)
