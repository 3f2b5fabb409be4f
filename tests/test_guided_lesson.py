"""A guided lesson says one thing at a time, in terms that the glossary explains, in both languages."""

import re

import pytest

from lstm_viz.glossary import TERMS
from lstm_viz.guided_lesson import pieces_of
from lstm_viz.i18n import translation
from lstm_viz.lessons.stateful.ui import lesson as stateful
from lstm_viz.lessons.step_through.ui import lesson as step_through
from lstm_viz.lessons.what_it_returns.ui import lesson as what_it_returns
from lstm_viz.viewer.payload import PARTS

TERM = re.compile(r"\]\((\w+)\)")
GUIDES = [page.LESSON.guide for page in (step_through, what_it_returns, stateful)]
STOPS = [(guide, number) for guide in GUIDES for number in range(1, len(guide.stops) + 1)]
in_korean = translation("ko").gettext


@pytest.mark.parametrize("stop", [stop for guide in GUIDES for stop in guide.stops], ids=lambda stop: stop.title)
def test_a_stop_is_short_and_its_terms_are_explained_in_both_languages(stop):
    words = TERM.sub("", stop.text).split()
    assert len(words) <= 60
    korean = in_korean(stop.text)
    assert korean != stop.text
    assert sorted(TERM.findall(stop.text)) == sorted(TERM.findall(korean))
    assert {*stop.lights, *TERM.findall(stop.text)} <= set(TERMS)
    assert set(stop.hides) <= set(PARTS)


@pytest.mark.parametrize(("guide", "number"), STOPS)
def test_a_stop_is_a_state_of_the_page(guide, number):
    settings, stop = guide.page.settings, guide.stops[number - 1]
    values, ignored = settings.read({"lesson": str(number)})
    assert ignored == []
    written = settings.link(values)
    assert {name: written[name] for name in stop.state} == dict(stop.state)


def test_a_text_is_cut_at_its_terms():
    assert pieces_of("The [forget gate](forget_gate) keeps.") == [
        {"text": "The ", "term": ""},
        {"text": "forget gate", "term": "forget_gate"},
        {"text": " keeps.", "term": ""},
    ]
    with pytest.raises(KeyError, match="no term 'valve'"):
        pieces_of("The [valve](valve).")
