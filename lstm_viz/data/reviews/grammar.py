"""A grammar of short reviews: patterns with slots for words, from which the sentiment of each review follows.

Combinations of a word and a place in a pattern are held out of the training: see `is_held_out`.
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
    "two_clauses",
)
"""The kinds of patterns, and of the reviews that are made from them."""

SINGLE = tuple(kind for kind in KINDS if "contrast" not in kind and kind != "two_clauses")
"""The kinds of the clauses that a review of two clauses has."""

ONE_IN = 5
WITH_OPENING, WITH_END = 0.35, 0.2
SEEDS: Mapping[Split, int] = {"training": 1, "held_out": 2}


@dataclass(frozen=True)
class Pattern:
    """A sentence that says something good or bad, with slots for its words.

    Attributes:
        kind: One of KINDS.
        text: Words, and slots in braces: {main}, {other}, and names of the grammar's choices.
        main: 1 if the pattern keeps the sentiment of the word in {main}, -1 if it reverses it. The result is the
            sentiment of the review.
        other: The same for the word in {other}, whose sentiment does not decide the review; 0 without {other}.
        words: The class of words that it takes, a name of the grammar's `words`.
    """

    kind: str
    text: str
    main: int
    other: int = 0
    words: str = "adjective"


@dataclass(frozen=True)
class Combination:
    """A word at a place in a pattern: `pattern` is the pattern's text, `place` is "main" or "other"."""

    pattern: str
    place: str
    word: str


@dataclass(frozen=True)
class Review:
    """A review of one sentence.

    Attributes:
        text: The text of the review.
        kind: One of KINDS.
        positive: Whether the review is positive, by the rules of the grammar.
        combinations: The words at the places of its pattern.
    """

    text: str
    kind: str
    positive: bool
    combinations: tuple[Combination, ...]


Ways = list[tuple[Pattern, dict[str, list[str]]]]


@dataclass(frozen=True)
class Grammar:
    """Everything that the reviews of a language are made of.

    Attributes:
        patterns: At least one for each of KINDS.
        words: Class → (the positive words, the negative words).
        choices: Slot → texts that can fill it, which are neither good nor bad.
        undecided: Adjectives that are neither good nor bad.
        neutral: Words that say nothing good or bad when only such words are together.
        openings: Texts that can come before a review.
        ends: Texts that can come after a review.
        before_end: The text between a review and its end.
        joints: What can join two clauses → whether they then have the same sentiment. Otherwise the second decides.
        join: Makes one text of a clause, a joint and another clause.
        write: Makes the text of a review from the text of a pattern and the texts for its slots.
    """

    patterns: tuple[Pattern, ...]
    words: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]
    choices: Mapping[str, tuple[str, ...]]
    undecided: tuple[str, ...]
    neutral: tuple[str, ...]
    openings: tuple[str, ...]
    ends: tuple[str, ...]
    before_end: str
    joints: Mapping[str, bool]
    join: Callable[[str, str, str], str]
    write: Callable[[str, Mapping[str, str]], str]

    def is_held_out(self, pattern: Pattern, place: str, number: int) -> bool:
        """Whether a word is held out at this place of a pattern; `number` is its index among words of its sentiment.

        One word in five is held out, and others for each pattern and place: a word is learned in four of five patterns.
        """
        return (number + 2 * self.patterns.index(pattern) + (place == "other")) % ONE_IN == 0

    def candidates(self, pattern: Pattern, place: str, positive: bool, split: Split) -> list[str]:
        """The words that a split can have at a place of a pattern. Held-out reviews have a held-out word in {main}."""
        words = enumerate(self.words[pattern.words][not positive])
        if split == "held_out" and place == "other":
            return [word for _, word in words]
        return [word for number, word in words if self.is_held_out(pattern, place, number) == (split == "held_out")]

    def held_out_combinations(self) -> set[Combination]:
        """All combinations that no training review has."""
        found = set()
        for pattern, polarity in itertools.product(self.patterns, (0, 1)):
            for place in ("main", "other") if pattern.other else ("main",):
                for number, word in enumerate(self.words[pattern.words][polarity]):
                    if self.is_held_out(pattern, place, number):
                        found.add(Combination(pattern.text, place, word))
        return found

    def reviews(self, split: Split, per_kind: Mapping[str, int]) -> list[Review]:
        """Different reviews of each kind, half of them positive, in random order; always the same.

        Args:
            split: "training": no review has a held-out combination. "held_out": each has at least one, that of {main}.
            per_kind: Kind → number of reviews, which is even.
        """
        draw = np.random.default_rng(SEEDS[split])
        ways = {each: self._ways(*each, split) for each in itertools.product(KINDS, (True, False))}
        found: dict[str, Review] = {}
        for kind, positive in ways:
            new = (review for review in self._drawn(draw, ways, kind, positive) if review.text not in found)
            for review in itertools.islice(new, per_kind[kind] // 2):
                found[review.text] = review
        made = list(found.values())
        return [made[at] for at in draw.permutation(len(made))]

    def every_word(self) -> Iterator[str]:
        """Yields texts that together have every word that the grammar can write."""
        yield from self._clauses()
        yield from itertools.chain(*self.choices.values())
        yield from (*self.openings, *self.ends, *self.neutral)
        clauses = [*self.undecided_texts(self.undecided)]
        yield from (self.join(clause, joint, clause) for joint in self.joints for clause in clauses)

    def _clauses(self) -> Iterator[str]:
        """Yields clauses that together have every pattern, and every word that says something good or bad."""
        slots = {slot: texts[0] for slot, texts in self.choices.items()}
        shown: set[str] = set()
        for pattern in self.patterns:
            good, bad = self.words[pattern.words]
            pairs = [*itertools.zip_longest(good, bad)] if pattern.words not in shown else [(good[0], bad[0])]
            shown.add(pattern.words)
            for one, other in pairs:
                main, opposite = one or good[0], other or bad[0]
                yield self.write(pattern.text, {**slots, "main": main, "other": opposite})
                yield self.write(pattern.text, {**slots, "main": opposite, "other": main})

    def undecided_texts(self, words: Sequence[str]) -> Iterator[str]:
        """Yields reviews that say nothing good or bad, with one of these words where an adjective would say it."""
        patterns = [each for each in self.patterns if not each.other and each.words in ("adjective", "short")]
        for number, (pattern, word) in enumerate(itertools.product(patterns, words)):
            chosen = {slot: options[number % len(options)] for slot, options in self.choices.items()}
            yield self.write(pattern.text, {**chosen, "main": word})

    def silent_words(self, split: Callable[[str], Sequence[str]]) -> set[str]:
        """The words without a sentiment: those of things, openings and ends that no clause needs.

        Args:
            split: Splits a text into words.
        """
        things = [each for slot in ("thing", "first", "second", "what") for each in self.choices[slot]]
        spoken = {word for text in (*things, *self.openings, *self.ends) for word in split(text)}
        return spoken - {word for clause in self._clauses() for word in split(clause)}

    def _ways(self, kind: str, positive: bool, split: Split) -> Ways:
        """The patterns of a kind, each with the words for its places that give a review of this sentiment."""
        found = []
        for pattern in self.patterns:
            if pattern.kind == kind:
                words = {"main": self.candidates(pattern, "main", positive == (pattern.main > 0), split)}
                if pattern.other:
                    words["other"] = self.candidates(pattern, "other", positive != (pattern.other > 0), split)
                found.append((pattern, words))
        return found

    def _drawn(
        self, draw: np.random.Generator, ways: Mapping[tuple[str, bool], Ways], kind: str, positive: bool
    ) -> Iterator[Review]:
        while True:
            if kind == "two_clauses":
                joint = _one_of(draw, list(self.joints))
                signs = (positive == self.joints[joint], positive)
                first, second = (self._clause(draw, ways[_one_of(draw, SINGLE), sign]) for sign in signs)
                text, combinations = self.join(first[0], joint, second[0]), first[1] + second[1]
            else:
                text, combinations = self._clause(draw, ways[kind, positive])
            opening = _one_of(draw, self.openings) if draw.random() < WITH_OPENING else ""
            end = self.before_end + _one_of(draw, self.ends) if draw.random() < WITH_END else ""
            yield Review(" ".join(filter(None, (opening, text))) + end, kind, positive, combinations)

    def _clause(self, draw: np.random.Generator, ways: Ways) -> tuple[str, tuple[Combination, ...]]:
        pattern, words = _one_of(draw, ways)
        filled = {place: _one_of(draw, options) for place, options in words.items()}
        chosen = {slot: _one_of(draw, texts) for slot, texts in self.choices.items()}
        combinations = tuple(Combination(pattern.text, place, word) for place, word in filled.items())
        return self.write(pattern.text, {**chosen, **filled}), combinations


def _one_of(draw: np.random.Generator, options: Sequence[Option]) -> Option:
    return options[int(draw.integers(len(options)))]
