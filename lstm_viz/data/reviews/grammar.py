"""A grammar of short reviews: patterns with slots for words, out of which it computes each review's sentiment itself.

What is held out of the training are combinations of a word and a place in a pattern: see `is_held_out`.
"""

import itertools
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeVar

import numpy as np

Option = TypeVar("Option")
Split = Literal["training", "held_out"]
KINDS = (
    "plain",
    "intensifier",
    "negation",
    "strong_negation",
    "double_negation",
    "contrast",
    "negated_contrast",
)
"""What a review is put together by."""

ONE_IN = 5
WITH_OPENING, WITH_END = 0.35, 0.2
SEEDS: Mapping[Split, int] = {"training": 1, "held_out": 2}


@dataclass(frozen=True)
class Pattern:
    """A way to say something good or bad.

    Attributes:
        kind: One of KINDS.
        text: Words and slots in braces: {main}, {other}, and names of the grammar's choices.
        main: What the pattern makes of the word in {main}: 1 as it is, -1 turned round. This is the review's sentiment.
        other: The same of {other}, a word whose sentiment is to be overruled; 0 where the pattern has none.
        words: Which words it takes, a name of the grammar's `words`.
    """

    kind: str
    text: str
    main: int
    other: int = 0
    words: str = "adjective"


@dataclass(frozen=True)
class Combination:
    """A word at a place in a pattern; the pattern by its text, the place "main" or "other"."""

    pattern: str
    place: str
    word: str


@dataclass(frozen=True)
class Review:
    """One sentence.

    Attributes:
        text: As it is written.
        kind: One of KINDS.
        positive: Whether it is, by the grammar.
        combinations: Which words stand where in its pattern.
    """

    text: str
    kind: str
    positive: bool
    combinations: tuple[Combination, ...]


@dataclass(frozen=True)
class Grammar:
    """All that reviews of a language are made of.

    Attributes:
        patterns: At least one for each of KINDS.
        words: Class → (the positive words, the negative words).
        choices: Slot → what may stand there; it says nothing good or bad.
        openings: What may stand before a review.
        ends: What may stand after it.
        before_end: What stands between the two.
        write: Makes the text from a pattern's text and what stands in its slots.
    """

    patterns: tuple[Pattern, ...]
    words: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]
    choices: Mapping[str, tuple[str, ...]]
    openings: tuple[str, ...]
    ends: tuple[str, ...]
    before_end: str
    write: Callable[[str, Mapping[str, str]], str]

    def is_held_out(self, pattern: Pattern, place: str, number: int) -> bool:
        """Whether a word, by its number among those of its sentiment, is kept from this place in the training.

        It is one in five, and for each pattern and place others; so each word is learned in four of five patterns.
        """
        return (number + 2 * self.patterns.index(pattern) + (place == "other")) % ONE_IN == 0

    def candidates(self, pattern: Pattern, place: str, positive: bool, split: Split) -> list[str]:
        """The words that may stand in a place of a pattern, in a split: the held-out ones have that in {main} alone."""
        words = enumerate(self.words[pattern.words][not positive])
        if split == "held_out" and place == "other":
            return [word for _, word in words]
        return [word for number, word in words if self.is_held_out(pattern, place, number) == (split == "held_out")]

    def held_out_combinations(self) -> set[Combination]:
        """All that the training never sees."""
        found = set()
        for pattern, polarity in itertools.product(self.patterns, (0, 1)):
            for place in ("main", "other") if pattern.other else ("main",):
                for number, word in enumerate(self.words[pattern.words][polarity]):
                    if self.is_held_out(pattern, place, number):
                        found.add(Combination(pattern.text, place, word))
        return found

    def reviews(self, split: Split, per_kind: Mapping[str, int]) -> list[Review]:
        """Different reviews of each kind, half of them positive, in an order drawn with them; always the same ones.

        Args:
            split: "training": without any held-out combination. "held_out": with one at least, that of {main}.
            per_kind: Kind → how many, an even number.
        """
        draw = np.random.default_rng(SEEDS[split])
        found: dict[str, Review] = {}
        for kind, positive in itertools.product(KINDS, (True, False)):
            new = (review for review in self._drawn(draw, kind, positive, split) if review.text not in found)
            for review in itertools.islice(new, per_kind[kind] // 2):
                found[review.text] = review
        return [list(found.values())[at] for at in draw.permutation(len(found))]

    def every_word(self) -> Iterator[str]:
        """Texts that between them hold every word the grammar can write."""
        longest = max(len(each) for pair in self.words.values() for each in pair)
        for pattern, number, polarity in itertools.product(self.patterns, range(longest), (0, 1)):
            words = self.words[pattern.words]
            chosen = {slot: options[number % len(options)] for slot, options in self.choices.items()}
            main, other = (words[side][number % len(words[side])] for side in (polarity, 1 - polarity))
            yield self.write(pattern.text, {**chosen, "main": main, "other": other})
        yield from (*self.openings, *self.ends)

    def silent_words(self, split: Callable[[str], Sequence[str]]) -> set[str]:
        """The words that say nothing of a film's worth: those of things, openings and ends that no pattern has.

        Args:
            split: Gives the words of a text.
        """
        things = [each for slot in ("thing", "first", "second", "what") for each in self.choices[slot]]
        spoken = {word for text in (*things, *self.openings, *self.ends) for word in split(text)}
        return spoken - {word for pattern in self.patterns for word in pattern.text.split()}

    def _drawn(self, draw: np.random.Generator, kind: str, positive: bool, split: Split) -> Iterator[Review]:
        ways = [self._words_for(pattern, positive, split) for pattern in self.patterns if pattern.kind == kind]
        while True:
            pattern, words = _one_of(draw, ways)
            filled = {place: _one_of(draw, options) for place, options in words.items()}
            combinations = tuple(Combination(pattern.text, place, word) for place, word in filled.items())
            chosen = {slot: _one_of(draw, options) for slot, options in self.choices.items()}
            parts = [
                _one_of(draw, self.openings) if draw.random() < WITH_OPENING else "",
                self.write(pattern.text, {**chosen, **filled}),
            ]
            end = self.before_end + _one_of(draw, self.ends) if draw.random() < WITH_END else ""
            yield Review(" ".join(filter(None, parts)) + end, kind, positive, combinations)

    def _words_for(self, pattern: Pattern, positive: bool, split: Split) -> tuple[Pattern, dict[str, list[str]]]:
        """A pattern with the words for its places that give a review of this sentiment."""
        words = {"main": self.candidates(pattern, "main", positive == (pattern.main > 0), split)}
        if pattern.other:
            words["other"] = self.candidates(pattern, "other", positive != (pattern.other > 0), split)
        return pattern, words


def _one_of(draw: np.random.Generator, options: Sequence[Option]) -> Option:
    return options[int(draw.integers(len(options)))]
