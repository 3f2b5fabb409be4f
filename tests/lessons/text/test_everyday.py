"""Everyday reviews that nobody wrote for the training: how many the models read, and read rightly."""

import pytest

from lstm_viz.data import InputError
from lstm_viz.data.reviews import LANGUAGES, everyday
from lstm_viz.judging import judge_yes
from lstm_viz.lessons.text.model import story
from lstm_viz.lessons.text.reading import read
from lstm_viz.lessons.text.sentence import sentence


def answer(language: str, text: str) -> float | None:
    """The probability of "positive"; None if the sentence is refused."""
    try:
        return read(sentence(language, text)).answer
    except InputError:
        return None


@pytest.mark.parametrize("language", LANGUAGES)
def test_everyday_reviews_are_read_and_mostly_read_rightly(language):
    reviews = [(positive, text) for positive, text in everyday(language) if positive is not None]
    answers = [answer(language, text) for _, text in reviews]
    right = [p is not None and judge_yes(p, positive) for p, (positive, _) in zip(answers, reviews, strict=True)]
    assert len(reviews) >= 60
    assert answers.count(None) <= 0.05 * len(reviews)
    assert right.count(True) >= 0.85 * len(reviews)
    told = story(language)["everyday"]
    assert (told["reviews"], told["no_known_word"]) == (len(reviews), answers.count(None))
    assert told["lstm"] == right.count(True)


@pytest.mark.parametrize("text", ["안 쿠쿠했다", "쿠쿠하지 않다", "전혀 쿠쿠하지 않았다"])
def test_a_negation_of_a_word_that_is_not_known_is_undecided(text):
    assert judge_yes(answer("ko", text), True) is None


@pytest.mark.parametrize(
    ("language", "text"), [("ko", "영화는 쿠쿠했다"), ("en", "the film was blurpy"), ("en", "not blurpy")]
)
def test_a_word_that_is_not_known_leaves_the_answer_open(language, text):
    assert 0.4 < answer(language, text) < 0.6


@pytest.mark.parametrize(
    ("one", "other"), [("안 좋다", "좋지 않다"), ("안좋다", "좋지않다"), ("안 지루해요", "지루하지 않아요")]
)
def test_a_negation_counts_before_and_after_its_word(one, other):
    assert (answer("ko", one) > 0.5) == (answer("ko", other) > 0.5) == ("지루" in one)
