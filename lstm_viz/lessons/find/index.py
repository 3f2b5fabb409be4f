"""Finds entries by the words that people type, in English and Korean. Case, punctuation and endings do not matter."""

import math
import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from lstm_viz.i18n import LANGUAGES, translation
from lstm_viz.lessons.find.korean import stem_of
from lstm_viz.lessons.find.words import EMPTY, EMPTY_STEMS, LIGHT, LONE_STEMS, PARTICLES, SAME

LONGEST_QUERY = 1000
MOST_WORDS = 60
_MOST_KEPT = 10_000
_SAY_NOTHING = EMPTY | PARTICLES
ANSWERS = 0.51
"""The share of what is asked, rare words weighted more, that an entry must hold to be shown as a result."""
_RARE = 6
"""So many are added to the number of entries that have a word: below that, a word is rare by chance."""
_SHORT, _FURTHER = 14.0, 0.6
"""What a question of about four words says. What a longer one says beyond that counts less, since it tells a story."""
NEAR, NEAR_PAGE = 0.35, 0.15
"""The shares from which an entry, and a page, count as near to what is asked."""

_CHUNK = re.compile(r"[^\W_]+(?:[-–_][^\W_]+)*")
# The parts of return_sequences, many-to-many, TimeDistributed, LSTM은, LSTMs and seq2seq.
_PART = re.compile(r"[가-힣]+|[0-9]+|[A-Z]{2,}(?=s(?![a-z]))|[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[^\W\d_]")
# People leave out the hyphens of many-to-many.
_TO = re.compile(r"\b(one|many)[\s-]+to[\s-]+(?=(one|many)\b)", re.IGNORECASE)
_LEAST_ALIKE, _LEAST_ALIKE_IN_KOREAN, _LEAST_IN_COMMON = 0.65, 0.55, 4
_VERB = re.compile("[가-힣]{1,20}(?:요|니까|니다|려면|는데|는지|지만|어서|아서|해서)|[가-힣]{2,20}면")
_ENDS, _MOST_PARTICLES = sorted(PARTICLES, key=len, reverse=True), 2
_LIGHT_SHARE = 0.2
_LIKE_A_MISSPELLING, _LEAST_MISSPELT = 0.8, 6
_LIKE_A_FORM, _LEAST_WITH_S = 0.9, 3


@dataclass(frozen=True)
class Entry:
    """Something that can be found. Its texts are English, marked for the catalogue with `N_`.

    Attributes:
        kind: "question", "term", "try" or "page".
        title: What is shown as its name.
        text: What is said of it.
        page: The page that shows it; "" if none does.
        link: The settings that the link to the page names.
        words: Other words for it, in any language, as people type them. They are not shown.
        more: Texts of the page that are less about it.
    """

    kind: str
    title: str
    text: str
    page: str = ""
    link: Mapping[str, str] = field(default_factory=dict)
    words: str = ""
    more: Sequence[str] = ()


# How much a result of a kind counts: of two that fit alike, the one that says more comes first.
_OF_KIND = {"question": 1.0, "term": 0.95, "try": 0.85, "page": 0.8}
_NEIGHBOURS = 0.15
"""How much it counts if all words stand beside each other as they were typed."""
_ABOUT = 0.1
"""How much it counts if all words of the title are asked for."""
_MOST_COMPARED = 240
"""So many words of a question are compared in these two ways, each with an entry; those come first that hold most."""
_TITLE, _WORDS, _TEXT, _MORE = 1.0, 0.93, 0.6, 0.4


class Index:
    """Entries and their words. Made once for all visitors.

    Args:
        entries: What can be found.
    """

    def __init__(self, entries: Iterable[Entry]):
        self.entries = tuple(entries)
        # Word → the position of each entry that has it, and how much the word says of the entry.
        self._places: dict[str, dict[int, float]] = defaultdict(dict)
        for place, entry in enumerate(self.entries):
            for weight, text in _texts(entry):
                for word in words_of(text):
                    self._places[word][place] = max(weight, self._places[word].get(place, 0))
        self._pairs = tuple(_pairs_of(text for _weight, text in _texts(entry)) for entry in self.entries)
        self._titles = tuple(_titles(entry) for entry in self.entries)
        self._by_piece: dict[str, set[str]] = defaultdict(set)
        for word in self._places:
            for piece in _pieces(word):
                self._by_piece[piece].add(word)

    def search(self, query: str) -> list[tuple[Entry, float]]:
        """The entries that share a word with the query, the best first.

        Args:
            query: What somebody typed.

        Returns:
            Each entry with the share of the query that it holds, from 0 to 1.
        """
        held: dict[int, float] = defaultdict(float)
        whole = 0.0
        asked = self._asked(query)
        for word, places in asked.items():
            says = self._says(word, len(places))
            whole += says
            for place, weight in places.items():
                held[place] += says * weight
        whole = min(whole, _SHORT + _FURTHER * max(0.0, whole - _SHORT))
        shares = {place: min(1.0, part / whole) for place, part in held.items()}
        ranks = {place: share * _OF_KIND[self.entries[place].kind] for place, share in shares.items()}
        pairs = _pairs_of([query[:LONGEST_QUERY]])
        for place in sorted(ranks, key=ranks.__getitem__, reverse=True)[: _MOST_COMPARED // max(1, len(asked))]:
            ranks[place] += _NEIGHBOURS * len(pairs & self._pairs[place]) / max(1, len(pairs))
            ranks[place] += _ABOUT * max(_share_in(asked, title) for title in self._titles[place])
        # Of two that fit alike, the one with the shorter title is more about it.
        found = sorted(ranks, key=lambda place: (-round(ranks[place], 2), len(self.entries[place].title)))
        return [(self.entries[place], shares[place]) for place in found]

    def _says(self, word: str, count: int) -> float:
        """How much a word that so many entries have says of what is asked: the rarer, the more."""
        rare = math.log(1 + len(self.entries) / (count + _RARE))
        is_light = word in LIGHT or word.isdigit() or (len(word) == 1 and word.isascii())
        return rare * _LIGHT_SHARE if is_light else rare

    def _asked(self, query: str) -> dict[str, dict[int, float]]:
        """The words of a query that count, each with the entries that have it."""
        text = _TO.sub(r"\1-to-", query[:LONGEST_QUERY])
        parts = words_of(text, joined=False)
        # "What am I supposed to see here?" has nothing but empty words: then they count.
        parts_that_say = [word for word in parts if not _is_empty(word)] or parts
        found = {word: self._found(word) for word in parts_that_say if len(word) > 1 or word in self._places}
        # A verb that no entry has, such as 나와요, says how something is asked, and not of what.
        asked = {word: places for word, places in found.items() if places or not _VERB.fullmatch(word)}
        # A word that was made by joining others counts only as it is, and if an entry has it.
        whole = [word for word in words_of(text) if word not in parts and word in self._places and len(word) > 3]
        return dict(list((asked | {word: self._places[word] for word in whole}).items())[:MOST_WORDS])

    def _found(self, word: str) -> dict[int, float]:
        """The entries that have the word or one like it, each with how much it says of the entry."""
        found: dict[int, float] = {}
        candidates = set().union(*(self._by_piece.get(piece, ()) for piece in _pieces(word)))
        if same := SAME.get(_bare(word)):
            found |= self._found(same)
        for other in candidates:
            like = alike(word, other)
            if not like and word not in self._places and _is_misspelt(word, other):
                like = _LIKE_A_MISSPELLING
            if like:
                for place, weight in self._places[other].items():
                    found[place] = max(found.get(place, 0), like * weight)
        return found


def _is_empty(word: str) -> bool:
    """Whether a word says nothing of what is asked. The noun of a verb may do so: 쓰기, but not 써요."""
    if word in _SAY_NOTHING or _bare(word) in _SAY_NOTHING:
        return True
    return not word.endswith("기") and stem_of(word) in EMPTY_STEMS


def _texts(entry: Entry) -> Iterable[tuple[float, str]]:
    """The texts of an entry in every language, each with how much its words say of the entry."""
    yield (_TITLE if entry.kind == "term" else _WORDS), entry.words
    texts = [(_TITLE, entry.title), (_TEXT, entry.text), *((_MORE, text) for text in entry.more)]
    for language in LANGUAGES:
        gettext: Callable[[str], str] = translation(language).gettext
        yield from ((weight, gettext(text)) for weight, text in texts if text)


def _titles(entry: Entry) -> list[list[str]]:
    """For each language, the words of the title that say something."""
    titles = dict.fromkeys(translation(language).gettext(entry.title) for language in LANGUAGES)
    return [[word for word in words_of(title, joined=False) if not _is_empty(word)] for title in titles]


def _share_in(asked: Iterable[str], title: Sequence[str]) -> float:
    """The share of the words of a title that are among those that are asked for."""
    return sum(any(alike(word, other) for other in asked) for word in title) / max(1, len(title))


def _pairs_of(texts: Iterable[str]) -> frozenset[tuple[str, str]]:
    """The words that are neighbours in one of the texts."""
    return frozenset(pair for text in texts for pair in pairwise(part for parts in _chunks(text) for part in parts))


def words_of(text: str, *, joined: bool = True) -> list[str]:
    """The words of a text, each once, in lower case and without punctuation.

    Args:
        text: The text.
        joined: Whether a word such as "return_sequences" is also taken as a whole, besides its parts.
    """
    found: dict[str, None] = {}
    for parts in _chunks(text):
        found |= dict.fromkeys(parts)
        if joined and len(parts) > 1:
            found["".join(parts[:-1] if parts[-1] in PARTICLES else parts)] = None
    return list(found)


def _chunks(text: str) -> Iterator[list[str]]:
    """The words of a text that blanks and signs divide, each as its parts, in lower case."""
    for chunk in _CHUNK.findall(unicodedata.normalize("NFKC", text)):
        yield [part.casefold() for part in _PART.findall(chunk)]


@lru_cache(_MOST_KEPT)
def _pieces(word: str) -> frozenset[str]:
    """The pieces by which words are compared: pairs of Korean syllables, and how another word begins and ends."""
    if _is_korean(word):
        stem = {f"~{_verb(word)}"} if _verb(word) else set()
        return frozenset({one + other for one, other in zip(f"^{word}", word, strict=False)} | stem)
    return frozenset({word[:4], f"-{word[-3:]}", *([word[:3]] if len(word) < 5 else [])})


def alike(word: str, other: str) -> float:
    """How much two words are the same, from 0 to 1: a Korean particle or an English ending makes a small difference."""
    if word == other:
        return 1.0
    if _is_korean(word) and _is_korean(other) and _verb(word) and _verb(word) == _verb(other):
        return _LIKE_A_FORM
    word, other = _bare(word), _bare(other)
    shorter, longer = sorted((word, other), key=len)
    if len(shorter) == _LEAST_WITH_S and longer == f"{shorter}s":
        return _LIKE_A_FORM
    if not _is_korean(word) or not _is_korean(other):
        common = _common(word, other)
        share = 2 * common / (len(word) + len(other))
        return share if common >= _LEAST_IN_COMMON and share >= _LEAST_ALIKE else 0.0
    if len(shorter) == 1:
        return 0.8 if longer[0] == shorter and longer[1:] in PARTICLES else 0.0
    if longer.startswith(shorter) or longer.endswith(shorter):
        return 0.5 + 0.5 * len(shorter) / len(longer)
    one, two = _pieces(word), _pieces(other)
    share = 2 * len(one & two) / (len(one) + len(two))
    return share if share >= _LEAST_ALIKE_IN_KOREAN else 0.0


@lru_cache(_MOST_KEPT)
def _bare(word: str) -> str:
    """A Korean word without its particles. Two syllables stay, since 차이 and 길이 have none."""
    for _ in range(_MOST_PARTICLES):
        end = next((end for end in _ENDS if word.endswith(end) and len(word) > len(end) + 1), "")
        word = word.removesuffix(end)
    return word


@lru_cache(_MOST_KEPT)
def _verb(word: str) -> str:
    """The stem of a Korean verb, if it says enough: one syllable does so if it ends in a consonant, as 넣 and 읽."""
    stem = stem_of(word)
    return stem if len(stem) > 1 or (stem and stem in LONE_STEMS) else ""


def _is_misspelt(word: str, other: str) -> bool:
    """Whether one letter is missing, too many or another, or two neighbours have changed places."""
    if min(len(word), len(other)) < _LEAST_MISSPELT or abs(len(word) - len(other)) > 1:
        return False
    start = _common(word, other)
    one, two = word[start:], other[start:]
    return one[1:] in (two, two[1:]) or one == two[1:] or one[1::-1] + one[2:] == two


def _common(word: str, other: str) -> int:
    """The number of letters with which both words begin."""
    pairs = zip(word, other, strict=False)
    return next((place for place, (a, b) in enumerate(pairs) if a != b), min(len(word), len(other)))


def _is_korean(word: str) -> bool:
    return "가" <= word[0] <= "힣"
