"""Each stop of the guided lessons of the Keras pages opens by its link, with numbers that Keras returned."""

import json

import pytest
from streamlit.testing.v1 import AppTest

from lstm_viz.app.guide import _page_of, load_page, numbers_of
from lstm_viz.lessons.stateful.guide import STOPS as STATEFUL
from lstm_viz.lessons.what_it_returns.guide import STOPS as RETURNS
from lstm_viz.lessons.what_it_returns.ui.guide import GUIDE as RETURNS_GUIDE
from lstm_viz.worker.errors import WorkerDied
from tests.support.app import open_page
from tests.support.returns import dies
from tests.support.worker import forget

LESSONS = {"stateful": STATEFUL, "what_it_returns": RETURNS}
EACH = [(name, number) for name, stops in LESSONS.items() for number in range(1, len(stops) + 1)]


def text_of(app: AppTest) -> dict:
    found = [json.loads(each.proto.json)[0] for each in app.get("bidi_component")]
    return next(data for data in found if "pieces" in data)


def said(app: AppTest) -> str:
    return "".join(piece["text"] for piece in text_of(app)["pieces"])


def test_a_number_of_the_text_is_written_as_in_the_figure():
    assert numbers_of({"a": 0.126, "b": -0.5, "c": -0.001}) == {"a": "0.13", "b": "−0.50", "c": "0.00"}


@pytest.mark.parametrize(("name", "number"), EACH)
def test_a_stop_opens_by_its_link(name, number, keras_here):
    app = open_page(name, lesson=str(number))
    assert text_of(app)["title"] == LESSONS[name][number - 1].title
    assert "…" not in said(app)
    assert "{" not in said(app)


@pytest.mark.parametrize(("name", "button"), [("stateful", "stateful_guide"), ("what_it_returns", "returns_guide")])
def test_the_button_of_the_page_opens_the_first_stop(name, button, keras_here):
    app = open_page(name)
    app.button(key=button).click().run()
    assert not app.exception
    assert text_of(app)["title"] == LESSONS[name][0].title


@pytest.mark.parametrize(
    ("number", "equal"), [(2, True), (3, True), (4, False), (5, True), (6, False)], ids=lambda value: str(value)
)
def test_what_a_stop_of_stateful_says_of_the_long_sequence_is_what_keras_says(number, equal, keras_here):
    app = open_page("stateful", lesson=str(number))
    badges = [each.value for each in app.markdown if "badge" in each.value]
    assert ("equal" in badges[-1], "different" in badges[-1]) == (equal, not equal)


def test_the_numbers_of_what_it_returns_are_those_of_the_tensors(keras_here):
    assert "the largest difference is 0." in said(open_page("what_it_returns", lesson="4"))
    assert "It is now (1, 4, 3)" in said(open_page("what_it_returns", lesson="5"))


def test_without_keras_the_text_is_there_and_a_sentence_says_why_its_numbers_are_not(returns_worker):
    forget()
    returns_worker.call = dies
    app = open_page("what_it_returns", lesson="3")
    assert "h = …" in said(app)
    assert WorkerDied().sentence(str) in [warning.value for warning in app.warning]
    forget()


def test_a_page_saved_without_keras_has_the_texts_and_is_not_kept(returns_worker):
    forget()
    load_page.clear()
    returns_worker.call = dies
    page = _page_of(RETURNS_GUIDE).decode()
    assert RETURNS[2].title in page
    assert '"kind":"unrolled"' not in page
    assert not load_page.knows("what_it_returns", RETURNS_GUIDE)
    forget()
    del returns_worker.call
    assert '"kind":"unrolled"' in _page_of(RETURNS_GUIDE).decode()
    assert load_page.knows("what_it_returns", RETURNS_GUIDE)
    load_page.clear()


@pytest.mark.parametrize("name", LESSONS)
def test_an_open_lesson_can_be_saved_as_a_page(name, keras_here):
    saves = [each.proto.label for each in open_page(name, lesson="2").get("download_button")]
    assert saves == ["Save as a page"]


def test_a_lesson_before_a_class_has_no_button_for_files():
    assert len(open_page("step_through", lesson="2").get("download_button")) == 1
    assert len(open_page("step_through", lesson="2", teach="True").get("download_button")) == 0


def test_a_stop_says_what_was_ignored_of_its_link_and_the_next_one_does_not():
    app = open_page("stateful", lesson="1", actions="fly")
    assert any("fly" in each.value for each in app.text)
    app.session_state["stateful_lesson"] = 2
    app.run()
    assert not any("fly" in each.value for each in app.text)
