"""The page Text as a link: what it holds, and what of a wrong one is kept."""

import pytest

from lstm_viz.data.reviews import LANGUAGES
from lstm_viz.lessons.text.model import review_model
from lstm_viz.lessons.text.sentence import EXAMPLES
from lstm_viz.lessons.text.settings import MAX_UNITS, SETTINGS


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_link_does_not_name_is_the_languages_own(language):
    values, ignored = SETTINGS.read({"reviews": language})
    assert (values["a"], values["b"]) == EXAMPLES[language]
    assert not ignored
    assert review_model(language).weights.units == MAX_UNITS


def test_one_sentence_comes_alone():
    values, ignored = SETTINGS.read({"a": "never boring"})
    assert (values["a"], values["b"], ignored) == ("never boring", "", [])


def test_a_link_gives_back_what_was_written():
    given = {
        "reviews": "ko",
        "a": "나쁘지 않다",
        "b": "정말 좋다",
        "panel": "padding",
        "step": "2",
        "mask_zero": "False",
    }
    values, ignored = SETTINGS.read(given)
    assert not ignored
    again, _ = SETTINGS.read(SETTINGS.link(values))
    assert again == values


def test_sentences_in_the_wrong_language_are_replaced_and_it_is_said():
    values, ignored = SETTINGS.read({"reviews": "ko", "a": "never boring", "b": "never boring", "becomes": "not"})
    assert (values["a"], values["b"], values["becomes"]) == (EXAMPLES["ko"][0], "", "")
    assert len(ignored) == 3
