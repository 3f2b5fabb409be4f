"""The sentences from which the generator learns, and what may be typed as the beginning of a text."""

import unicodedata

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_viz.data import InputError
from lstm_viz.lessons.patterns.generator.request import DEFAULT_TEXT, beginning
from lstm_viz.lessons.patterns.generator.sentences import END, every_sentence, finished, text, vocabulary


@pytest.mark.parametrize(
    ("sentence", "is_right"),
    [
        ("the old cats near the river see the dogs .", True),
        ("the old cats near the river sees the dogs .", False),
        ("the horse eats grass .", True),
        ("the horse eats fish .", False),
        ("할머니께서 마당에서 새를 보세요 .", True),
        ("할머니께서 마당에서 새를 봐요 .", False),
        ("작은 고양이가 강가에서 생선을 먹어요 .", True),
        ("작은 고양이가 강가에서 생선을 드세요 .", False),
        ("고양이가 고양이를 봐요 .", False),
    ],
)
def test_a_word_agrees_with_one_that_is_far_before_it(sentence, is_right):
    assert (tuple(sentence.split()) in every_sentence()) == is_right


@pytest.mark.parametrize("language", ["en", "ko"])
def test_a_text_is_one_sentence_after_another_in_one_language(language):
    words = text(language, 200, np.random.default_rng(1))
    assert len(words) == 200
    sentences = finished(words)
    assert len(sentences) > 20
    assert set(sentences) <= every_sentence()
    assert {word.isascii() for word in words if word != END} == {language == "en"}


def test_finished_sentences_end_with_a_full_stop_and_the_rest_is_left_out():
    assert finished(("a", "b", END, END, "c")) == [("a", "b", END), (END,)]
    assert finished(("a", "b")) == []


def test_the_vocabulary_has_each_word_once_and_begins_with_the_end_of_a_sentence():
    assert vocabulary()[0] == END
    assert len(set(vocabulary())) == len(vocabulary())
    assert set(vocabulary()) == {word for sentence in every_sentence() for word in sentence}


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("  The CAT ", "the cat"),
        ("the cat sleeps. The dog", "the cat sleeps . the dog"),
        ("할머니께서\n마당에서", "할머니께서 마당에서"),
        (unicodedata.normalize("NFD", "고양이가"), "고양이가"),
    ],
)
def test_a_beginning_is_taken_as_people_type_it(typed, words):
    assert beginning(typed) == words


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "The beginning is empty. Type words such as the cat."),
        (" , ", "The beginning is empty."),
        ("the zebra sees the zebra", "The model does not know “zebra”:"),
        ("the red fox", "The model does not know “red”, “fox”:"),
        ("the <b> cat", "“<b>”"),
        ("the " * 11, "A beginning has 1 … 10 words, not 11."),
    ],
)
def test_what_is_wrong_is_said(typed, said):
    with pytest.raises(InputError) as raised:
        beginning(typed)
    assert said in str(raised.value)


@given(st.text(max_size=40) | st.lists(st.sampled_from(vocabulary()), max_size=12).map(" ".join))
def test_whatever_is_typed_is_taken_or_told(typed):
    try:
        words = beginning(typed)
    except InputError:
        return
    assert set(words.split()) <= set(vocabulary())
    assert beginning(words) == words


def test_the_default_is_valid():
    assert beginning(DEFAULT_TEXT) == DEFAULT_TEXT
