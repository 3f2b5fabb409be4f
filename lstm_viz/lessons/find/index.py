"""Finds entries by the words that people type, in English and Korean. Case, punctuation and endings do not matter."""

import math
import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from lstm_viz.i18n import LANGUAGES, translation

LONGEST_QUERY = 1000
MOST_WORDS = 60
ANSWERS = 0.45
"""The share of what is asked, rare words weighted more, that an entry must hold to be shown as a result."""
_UNKNOWN = 3
NEAR = 0.15
"""The share from which a page counts as near to what is asked."""

_CHUNK = re.compile(r"[^\W_]+(?:[-–_][^\W_]+)*")
# The parts of return_sequences, many-to-many, TimeDistributed, LSTM은 and seq2seq.
_PART = re.compile(r"[가-힣]+|[0-9]+|[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[^\W\d_]")
_LEAST_ALIKE, _LEAST_ALIKE_IN_KOREAN = 0.65, 0.55
_PARTICLES = frozenset(re.findall(r"\w+", "은 는 이 가 을 를 의 에 에서 로 으로 와 과 도 만 랑 이랑 란 이란 까지 부터"))
# Words that say nothing of what is asked.
_EMPTY = frozenset(
    re.findall(
        r"\w+",
        """
        a an and are as at be by can did do does for from get gets has have how i if in into is it its me my of on or
        should so that the there this to use using was what when where which why will with you your
        것 게 나 나요 내 는지 되 뭐 뭔가요 뭐예요 무엇 무엇인가요 무엇이 방법 법 수 어떤 어떻게 왜 이유 인가요 있나요
        있는 하는 하나요 하려면 할 해야 하죠 합니까 까요 알려줘 안 되나요 돼요
        """,
    )
)


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
_TITLE, _WORDS, _TEXT, _MORE = 1.0, 0.97, 0.6, 0.4


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
        for places in self._asked(query).values():
            # A word that no entry has says as much as one that a few have.
            rare = math.log(1 + len(self.entries) / (len(places) or _UNKNOWN))
            whole += rare
            for place, weight in places.items():
                held[place] += rare * weight
        found = [(self.entries[place], share / whole) for place, share in held.items()]
        # Of two that hold as much, the one with the shorter title is more about it.
        return sorted(found, key=lambda each: (-round(each[1] * _OF_KIND[each[0].kind], 2), len(each[0].title)))

    def _asked(self, query: str) -> dict[str, dict[int, float]]:
        """The words of a query that count, each with the entries that have it."""
        text = query[:LONGEST_QUERY]
        parts = [word for word in words_of(text, joined=False) if word not in _EMPTY | _PARTICLES]
        asked = {word: self._found(word) for word in parts if len(word) > 1 or word in self._places}
        # A word that was made by joining others counts only as it is, and if an entry has it.
        whole = [word for word in words_of(text) if word not in asked and word in self._places and len(word) > 3]
        return dict(list((asked | {word: self._places[word] for word in whole}).items())[:MOST_WORDS])

    def _found(self, word: str) -> dict[int, float]:
        """The entries that have the word or one like it, each with how much it says of the entry."""
        found: dict[int, float] = {}
        candidates = set().union(*(self._by_piece.get(piece, ()) for piece in _pieces(word)))
        for other in candidates:
            if like := alike(word, other):
                for place, weight in self._places[other].items():
                    found[place] = max(found.get(place, 0), like * weight)
        return found


def _texts(entry: Entry) -> Iterable[tuple[float, str]]:
    """The texts of an entry in every language, each with how much its words say of the entry."""
    yield _WORDS, entry.words
    texts = [(_TITLE, entry.title), (_TEXT, entry.text), *((_MORE, text) for text in entry.more)]
    for language in LANGUAGES:
        gettext: Callable[[str], str] = translation(language).gettext
        yield from ((weight, gettext(text)) for weight, text in texts if text)


def words_of(text: str, *, joined: bool = True) -> list[str]:
    """The words of a text, each once, in lower case and without punctuation.

    Args:
        text: The text.
        joined: Whether a word such as "return_sequences" is also taken as a whole, besides its parts.
    """
    found: dict[str, None] = {}
    for chunk in _CHUNK.findall(unicodedata.normalize("NFKC", text)):
        parts = [part.casefold() for part in _PART.findall(chunk)]
        found |= dict.fromkeys(parts)
        if joined and len(parts) > 1:
            found["".join(parts[:-1] if parts[-1] in _PARTICLES else parts)] = None
    return list(found)


def _pieces(word: str) -> frozenset[str]:
    """The pieces by which words are compared: pairs of Korean syllables, and how another word begins."""
    if _is_korean(word):
        return frozenset(one + other for one, other in zip(f"^{word}", word, strict=False))
    return frozenset({word[:4]})


def alike(word: str, other: str) -> float:
    """How much two words are the same, from 0 to 1: a Korean particle or an English ending makes a small difference."""
    if word == other:
        return 1.0
    shorter, longer = sorted((word, other), key=len)
    if not _is_korean(word) or not _is_korean(other):
        share = 2 * _common(word, other) / (len(word) + len(other)) if len(shorter) > 3 else 0.0
        return share if share >= _LEAST_ALIKE else 0.0
    if len(shorter) == 1:
        return 0.8 if longer[0] == shorter and longer[1:] in _PARTICLES else 0.0
    if shorter in longer:
        return 0.5 + 0.5 * len(shorter) / len(longer)
    one, two = _pieces(word), _pieces(other)
    share = 2 * len(one & two) / (len(one) + len(two))
    return share if share >= _LEAST_ALIKE_IN_KOREAN else 0.0


def _common(word: str, other: str) -> int:
    """The number of letters with which both words begin."""
    pairs = zip(word, other, strict=False)
    return next((place for place, (a, b) in enumerate(pairs) if a != b), min(len(word), len(other)))


def _is_korean(word: str) -> bool:
    return "가" <= word[0] <= "힣"
