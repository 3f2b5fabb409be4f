"""What tools/train_reviews.py teaches with, and that it makes the same weights again."""

import itertools
import re

import numpy as np
import pytest

from lstm_viz.data.reviews import GRAMMARS, LANGUAGES, everyday, sayings, split, vocabulary
from lstm_viz.lessons.text.encode import UNKNOWN
from tests.support.eagerly import eagerly
from tests.support.text import trained_on

pytest.importorskip("keras")
from tools import train_reviews


def telling(language: str) -> set[str]:
    listed = {*itertools.chain(*itertools.chain(*GRAMMARS[language].words.values()))}
    return listed | {split(language, word)[0] for word in listed}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_beginning_says_nothing_yet(language):
    found = train_reviews.beginnings(language, trained_on(language))
    assert len(found) > 1000
    assert not telling(language) & {word for words in found for word in words}


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_silent_words_are_made_unknown(language):
    ids = train_reviews.numbers(language, train_reviews.words_of(language, trained_on(language)))
    changed = train_reviews.with_unknown(language, ids)
    assert set(changed[changed != ids]) == {UNKNOWN}
    lost = {vocabulary(language)[number - 2] for number in np.unique(ids[changed != ids])}
    assert lost
    assert not lost & (telling(language) | {"not", "never", "but", "although", "않", "아니", "안", "-지만", "비록"})


@pytest.mark.parametrize("language", LANGUAGES)
def test_of_everyday_reviews_every_word_but_those_that_turn_others_round_may_be_made_unknown(language):
    ids, targets = train_reviews.said(language)
    said = len(sayings(language))
    assert len(ids) == len(targets) == train_reviews.SAID * said
    assert set(targets[:said, 0]) == {0.0, 0.5, 1.0}
    whole = np.concatenate([ids[:said]] * train_reviews.SAID)
    lost = whole[ids != whole]
    assert not (ids[:said] != whole[:said]).any()
    assert 0.12 < len(lost) / (whole[said:] > UNKNOWN).sum() < 0.25
    kept = {word for word in train_reviews.TURNING_WORDS[language] if word in vocabulary(language)}
    assert kept
    assert not kept & {vocabulary(language)[number - 2] for number in np.unique(lost)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_stands_for_an_unknown_word_is_unknown(language):
    """In each review that says nothing, but for those with a word such as "average"."""
    texts = [*GRAMMARS[language].undecided_texts([train_reviews.UNKNOWN_WORDS[language]])]
    assert [text for text in texts if set(split(language, text)) <= set(vocabulary(language))] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_test_sentence_is_in_the_training(language):
    def plain(text: str) -> str:
        return re.sub(r"\W", "", text).lower()

    assert not {plain(text) for _, text in everyday(language)} & {plain(text) for _, text in sayings(language)}


def test_the_same_weights_are_made_again(monkeypatch):
    few, undecided = trained_on("en")[:60], train_reviews.beginnings("en", trained_on("en"))[:4]
    monkeypatch.setattr(train_reviews, "LENGTH", 12)
    ids, targets = train_reviews.said("en")
    fewer = {"training_reviews": few, "beginnings": undecided, "chatter": undecided, "said": (ids[:20], targets[:20])}
    fewer["undecided"] = undecided
    for name, made in fewer.items():
        monkeypatch.setattr(train_reviews, name, lambda *_, made=made: made)
    for name in ("EPOCHS", "BAG_EPOCHS"):
        monkeypatch.setattr(train_reviews, name, 1)
    with eagerly():
        first, second = (train_reviews.trained("en") for _ in range(2))
    for one, other in zip(first, second, strict=True):
        for a, b in zip(one.get_weights(), other.get_weights(), strict=True):
            np.testing.assert_array_equal(a, b)
