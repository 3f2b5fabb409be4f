"""Takes Korean words apart into stems, endings, nouns and particles that a model knows."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from lstm_viz.data.reviews import korean
from lstm_viz.data.reviews.korean_forms import BIEUP, MIEUM, NIEUN, RIEUL, predicate, with_final
from lstm_viz.data.reviews.sayings import stems

ENDINGS = Path(__file__).with_name("endings_ko.tsv")
PRESENT, BEFORE_NOUN = "-다", "-(으)ㄴ"
FINALS = {"ㄴ": NIEUN, "ㄹ": RIEUL, "ㅁ": MIEUM, "ㅂ": BIEUP}
"""The consonants with which some endings close a form that ends in a vowel."""
ONE_SYLLABLE = {
    "봄": "보", "됨": "되", "감": "가", "함": "하", "옴": "오", "돼": "되", "해": "하", "봐": "보", "잠": "자",
    "임": "이", "큼": "크",
}  # fmt: skip
"""The words of one syllable that are read as a predicate → its stem. Others are too often another word."""
WITHOUT_BLANK = ("안", "못", "잘", "더", "꼭", "넘", "참", "또", "다", "왜", "좀", "개", "핵")
"""Words of one syllable that may stand before or between others without a blank."""
LONGEST_FORM = 12
LAUGHTER = "ㅋㅎㅠㅜ"


class _Base(NamedTuple):
    stem: str
    endings: Mapping[str, str]


def pieces(written: Sequence[str]) -> list[str]:
    """The words of the vocabulary that typed words consist of. A word that nothing is known of stays as it is."""
    found: list[str] = []
    left = [part for word in written for part in _without_laughter(word)]
    while left:
        together = _known("".join(left[:2])) if len(left) > 1 else ()
        if together and together[0].startswith(left[0]) and together[0] not in left[:2]:
            found += together  # 재미 있었다
            left = left[2:]
        else:
            word = left.pop(0)
            found += _known(word) or _without_blanks(word) or _unknown_noun(word)
    return found


def _without_laughter(word: str) -> list[str]:
    """좋아요ㅋㅋㅋㅋ → 좋아요, ㅋㅋ. However long it is, it is one word."""
    parts = re.findall(r"[ㅋㅎ]+|[ㅠㅜ]+|[^ㅋㅎㅠㅜ]+", word)
    return [part[0] * 2 if part[0] in LAUGHTER else part for part in parts]


@lru_cache(maxsize=5000)  # visitors type any word
def _known(word: str) -> tuple[str, ...]:
    """The pieces of a form of a predicate or a noun; empty if it is neither."""
    if word in ONE_SYLLABLE:
        return ONE_SYLLABLE[word], PRESENT
    if word in _nouns():
        return (word,)
    if len(word) > 1:
        for bases in (_predicates(), _nouns()):
            for at in range(len(word), 0, -1):
                for base in bases.get(word[:at], ()):
                    if (piece := base.endings.get(word[at:])) is not None:
                        return (base.stem, piece) if piece else (base.stem,)
    return ()


def _without_blanks(word: str) -> tuple[str, ...]:
    """The pieces of words that are written as one (안좋다, 좋지않다), as few as possible; empty if there are none."""
    best: list[tuple[str, ...] | None] = [()]  # for each end, the words up to it
    for end in range(1, len(word) + 1):
        found = [
            (*before, word[start:end])
            for start in range(max(0, end - LONGEST_FORM), end)
            if (before := best[start]) is not None and _may_be_joined(word[start:end])
        ]
        best.append(min(found, key=len, default=None))
    return tuple(piece for part in best[-1] or () for piece in (_known(part) or (part,)))


def _may_be_joined(part: str) -> bool:
    if len(part) == 1:
        return part in WITHOUT_BLANK or part in ONE_SYLLABLE
    return part in _plain_words() or bool(_known(part))


def _unknown_noun(word: str) -> tuple[str, ...]:
    """A word that nothing is known of, without the particle that it seems to have."""
    for particle in ("은", "는", "이", "가", "을", "를", "도", "의"):
        noun = word.removesuffix(particle)
        if noun != word and len(noun) > 1:
            return noun, _endings("noun")[particle]
    return (word,)


@cache
def _plain_words() -> frozenset[str]:
    """Adverbs and other words without endings."""
    patterns = (pattern.text for pattern in korean.PATTERNS)
    texts = (*korean.HARDLY, *korean.KOREAN.choices["very"], *korean.NEUTRAL, *korean.OPENINGS, *patterns)
    return frozenset(word for word in " ".join(texts).split() if "{" not in word)


@cache
def _endings(after: str) -> Mapping[str, str]:
    """An ending as it is written → its word in the vocabulary, from `endings_ko.tsv`.

    Args:
        after: What the endings stand after: a form of a predicate, the final consonant that closes it, a noun; or
            "copula" for the forms of 이다 after a noun. "|" in the file stands for no ending.
    """
    table: dict[str, str] = {}
    for line in ENDINGS.read_text(encoding="utf-8").splitlines():
        name, piece, written = line.split("\t")
        if name == after:
            table |= {ending.replace("|", ""): piece for ending in written.split()}
    if after == "stem":
        table |= {"겠" + ending: PRESENT for ending in _endings("past")}
    return table


@cache
def _predicates() -> Mapping[str, list[_Base]]:
    """What stands before an ending → the stem that it belongs to, and the endings."""
    positive, negative = korean.KOREAN.words["adjective"]
    undecided = [word.split()[-1] for word in korean.UNDECIDED]
    bases: dict[str, list[_Base]] = {}
    for stem in dict.fromkeys((*positive, *negative, *korean.AUXILIARIES, *undecided, *stems())):
        for form, endings in _bases_of(stem):
            bases.setdefault(form, []).append(_Base(stem, endings))
    return bases


def _bases_of(stem: str) -> Iterator[tuple[str, Mapping[str, str]]]:
    made = predicate(stem)
    yield from (
        (made.stem, _endings("stem")),
        (made.open_stem, _endings("open stem")),
        (made.infinitive, _endings("infinitive")),
        (made.past, _endings("past")),
    )
    yield made.before_noun, {"": BEFORE_NOUN}
    if stem.endswith("이") or stem == "아니":
        yield stem, dict.fromkeys(("에요", "예요", "야"), PRESENT)
    for consonant, final in FINALS.items():
        yield with_final(made.open_stem, final), _endings(consonant)


@cache
def _nouns() -> Mapping[str, list[_Base]]:
    judging = {*korean.ADMIRED, *korean.BLAMED}
    merits = {*korean.THINGS, *korean.FLAWS, *korean.MERITS}
    things = {words.split()[-1].lower() for words in (*korean.FIRST, *korean.SECOND)}
    doing = {form + ending: piece for form, table in _bases_of("하") for ending, piece in table.items()}
    bases: dict[str, list[_Base]] = {}
    for noun in (*judging, *merits, *things):
        as_predicate = doing if noun in judging | merits else {}
        bases[noun] = [_Base(noun, _endings("noun")), _Base(noun, _endings("copula")), _Base(noun, as_predicate)]
    return bases
