"""A guided lesson says one thing at a time, in terms that the glossary explains, in both languages."""

import re

import pytest

from lstm_viz.glossary import TERMS
from lstm_viz.guided_lesson import pieces_of
from lstm_viz.i18n import translation
from lstm_viz.lessons.step_through.guide import STOPS
from lstm_viz.lessons.step_through.settings import SETTINGS
from lstm_viz.viewer.payload import PARTS

TERM = re.compile(r"\]\((\w+)\)")
in_korean = translation("ko").gettext


@pytest.mark.parametrize("stop", STOPS, ids=lambda stop: stop.title)
def test_a_stop_is_short_and_its_terms_are_explained_in_both_languages(stop):
    words = TERM.sub("", stop.text).split()
    assert len(words) <= 60
    korean = in_korean(stop.text)
    assert korean != stop.text
    assert sorted(TERM.findall(stop.text)) == sorted(TERM.findall(korean))
    assert {stop.lights, *TERM.findall(stop.text)} - {""} <= set(TERMS)
    assert set(stop.hides) <= set(PARTS)


@pytest.mark.parametrize("number", range(1, len(STOPS) + 1))
def test_a_stop_is_a_state_of_the_page(number):
    values, ignored = SETTINGS.read({"lesson": str(number)})
    assert ignored == []
    written = SETTINGS.link(values)
    assert {name: written[name] for name in STOPS[number - 1].state} == dict(STOPS[number - 1].state)


def test_a_text_is_cut_at_its_terms():
    assert pieces_of("The [forget gate](forget_gate) keeps.") == [
        {"text": "The ", "term": ""},
        {"text": "forget gate", "term": "forget_gate"},
        {"text": " keeps.", "term": ""},
    ]
    with pytest.raises(KeyError, match="no term 'gate'"):
        pieces_of("The [gate](gate).")
