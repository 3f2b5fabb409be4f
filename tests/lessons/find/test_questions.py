"""Every question's link opens the state that it names."""

import pytest

from lstm_viz.imports import load
from lstm_viz.lessons.find.index import Entry
from lstm_viz.lessons.find.questions import QUESTIONS
from lstm_viz.lessons.find.ui.entries import PAGES
from tests.links.promise import opened, promise


def test_there_are_questions_about_every_page():
    assert len(QUESTIONS) >= 60
    assert {entry.page for entry in QUESTIONS} == set(PAGES)
    assert len({entry.title for entry in QUESTIONS}) == len(QUESTIONS)


def test_an_answer_is_short():
    assert [entry.title for entry in QUESTIONS if len(entry.text.split()) > 32] == []


@pytest.mark.parametrize("name", PAGES)
def test_a_question_opens_the_state_that_answers_it(name, keras_here, request):
    if name == "text":
        request.getfixturevalue("imdb_filled")  # else a question downloads the reviews
    page = load(f"lstm_viz.lessons.{name}.ui.page").PAGE
    wrong = {}
    for asked in _by_state(name):
        link = asked[0].link
        query = {"lang": "en", **link}
        app = opened("" if name == "step_through" else name, query)
        shown = promise(app, name, query)
        # The address holds what the page shows: a setting that it could not show would be another by now.
        other = {setting: shown["link"].get(setting) for setting in link if setting in page.settings}
        problems = [*(error.value for error in app.exception), *shown["ignored"], *shown["problems"]]
        if problems or other != dict(link):
            wrong |= dict.fromkeys((entry.title for entry in asked), (problems, other))
    assert wrong == {}


def _by_state(page: str) -> list[list[Entry]]:
    """The questions about a page: together those that open the same state, so that it is opened once."""
    states: dict[frozenset[tuple[str, str]], list[Entry]] = {}
    for entry in QUESTIONS:
        if entry.page == page:
            states.setdefault(frozenset(entry.link.items()), []).append(entry)
    return list(states.values())
