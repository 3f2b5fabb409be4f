"""What tools/train_reviews.py teaches with, and that it makes the same weights again."""

import numpy as np
import pytest

from lstm_viz.data.reviews import GRAMMARS, LANGUAGES, training_reviews, vocabulary
from lstm_viz.lessons.text.encode import UNKNOWN

pytest.importorskip("keras")
from tools import train_reviews


def telling(language: str) -> set[str]:
    return {word for pair in GRAMMARS[language].words.values() for words in pair for word in words}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_beginning_says_nothing_yet(language):
    found = train_reviews.beginnings(language, training_reviews(language))
    assert len(found) > 1000
    assert not telling(language) & {word for words in found for word in words}


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_silent_words_are_made_unknown(language):
    ids = train_reviews.numbers(language, train_reviews.words_of(language, training_reviews(language)))
    changed = train_reviews.with_unknown(language, ids)
    assert set(changed[changed != ids]) == {UNKNOWN}
    lost = {vocabulary(language)[number - 2] for number in np.unique(ids[changed != ids])}
    assert lost
    assert not lost & (telling(language) | {"not", "never", "but", "although", "않", "아니", "안", "-았지만", "비록"})


def test_the_same_weights_are_made_again(monkeypatch):
    few, undecided = training_reviews("en")[:160], train_reviews.beginnings("en", training_reviews("en"))[:32]
    monkeypatch.setattr(train_reviews, "training_reviews", lambda language: few)
    monkeypatch.setattr(train_reviews, "beginnings", lambda *_: undecided)
    for name in ("EPOCHS", "BAG_EPOCHS"):
        monkeypatch.setattr(train_reviews, name, 1)
    first, second = (train_reviews.trained("en") for _ in range(2))
    for one, other in zip(first, second, strict=True):
        for a, b in zip(one.get_weights(), other.get_weights(), strict=True):
            np.testing.assert_array_equal(a, b)
