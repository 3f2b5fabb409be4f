"""The viewer on a page: where its cursor is, and which of the browser's reports still count."""

from __future__ import annotations

import pytest

from lstm_viz.app.page import Page
from lstm_viz.app.viewer_panel import ViewerPanel
from lstm_viz.settings import Settings
from lstm_viz.viewer import Cursor
from tests.viewer.test_viewer import make_trace

PAGE = Page(Settings({}), "some_")
WORDS = ViewerPanel(PAGE, "word_", jumps=("jump", "clicks"))


@pytest.fixture
def state(monkeypatch) -> dict:
    """The session's state."""
    state = {"some_jump": 3, "some_step": 2, "some_unit": 1, "some_show": "A-B", "some_word_step": 9}
    state |= {"some_word_unit": 4}
    monkeypatch.setattr("streamlit.session_state", state)
    return state


def report(state: dict, panel: ViewerPanel, key: str) -> None:
    """The reader settled at unit 6 of step 5 of B."""
    state[panel._key] = {"cursor": {"key": key, "time": 4, "unit": 5, "show": "B"}}
    panel._follow()


def test_the_cursor_is_in_the_settings_of_the_page(state):
    assert ViewerPanel(PAGE).cursor == Cursor(1, 0, "A-B")
    assert WORDS.cursor == Cursor(8, 3, "A")


@pytest.mark.parametrize("key", ["3", "3 LSTM of the encoder"])
def test_where_the_reader_settles_is_kept(state, key):
    report(state, ViewerPanel(PAGE), key)
    assert (state["some_step"], state["some_unit"], state["some_show"]) == (5, 6, "B")


@pytest.mark.parametrize("key", ["2", "2 3", "33", "", "None"])
def test_what_was_reported_of_the_view_before_is_not(state, key):
    before = dict(state)
    report(state, ViewerPanel(PAGE), key)
    assert state == before | {"some_viewer": state["some_viewer"]}


def test_a_click_on_a_word_puts_the_cursor_elsewhere_as_a_link_does(state):
    report(state, WORDS, "3 None")
    assert (state["some_word_step"], state["some_word_unit"]) == (5, 6)
    assert "some_word_show" not in state
    state |= {"some_clicks": 1, "some_word_step": 2}
    report(state, WORDS, "3 None")
    assert state["some_word_step"] == 2


def test_the_fragment_that_follows_is_drawn_anew(state, monkeypatch):
    drawn = []
    monkeypatch.setattr("streamlit.rerun", drawn.append)
    report(state, ViewerPanel(PAGE, follower="panels"), "2")
    assert drawn == []
    report(state, ViewerPanel(PAGE, follower="panels"), "3")
    assert drawn == ["some_panels"]


def test_a_cursor_beyond_the_traces_is_moved_into_them(state):
    state |= {"some_step": 40, "some_unit": 50}
    trace = make_trace()
    assert ViewerPanel(PAGE).fit({"A": trace}) == Cursor(trace.steps - 1, trace.units - 1, "A")
    assert (state["some_step"], state["some_unit"], state["some_show"]) == (trace.steps, trace.units, "A")
