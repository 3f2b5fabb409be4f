"""Predict first, on a page of its own: what is hidden, when it is asked again, what is said."""

import pytest
from streamlit.testing.v1 import AppTest

from lstm_viz.app.predict_first import Question


def page() -> None:
    import streamlit as st

    from lstm_viz.app.page import Page
    from lstm_viz.app.predict_first import Question, predict_first
    from lstm_viz.settings import PREDICT, Settings

    linked = Page(Settings({"predict": PREDICT}), "some_")
    linked.draw("predict")
    steps = st.number_input("steps", value=4, key="steps")
    options = tuple(f"({size}, 3)" for size in (steps, steps + 1))
    why = {options[0]: "One row a step.", options[1]: "That counts the start too."}
    if predict_first(linked, Question(steps, "Which shape?", options, options[0], why)):
        st.text(f"answer {options[0]}")


def shown(app: AppTest) -> list[str]:
    return [each.value for each in app.text]


@pytest.fixture
def app() -> AppTest:
    app = AppTest.from_function(page).run()
    app.toggle[0].set_value(True).run()
    return app


def test_without_the_switch_the_answer_stands_there():
    app = AppTest.from_function(page).run()
    assert shown(app) == ["answer (4, 3)"]
    assert not app.radio


def test_the_answer_is_hidden_until_one_has_chosen(app):
    assert shown(app) == []
    app.radio[0].set_value(0).run()
    assert shown(app) == ["answer (4, 3)"]
    assert [each.value for each in app.success] == ["Right. One row a step."]


def test_who_is_wrong_is_told_why_and_what_is_right(app):
    app.radio[0].set_value(1).run()
    assert shown(app) == ["answer (4, 3)"]
    assert not app.success
    assert [each.value for each in app.warning] == ["Not quite. That counts the start too."]
    assert [each.value for each in app.info] == ["The answer is (4, 3). One row a step."]


def test_another_case_is_asked_again(app):
    app.radio[0].set_value(0).run()
    app.number_input(key="steps").set_value(7).run()
    assert shown(app) == []
    app.number_input(key="steps").set_value(4).run()
    assert shown(app) == []


def test_a_question_needs_its_answer_among_the_options_and_a_reason_for_each():
    with pytest.raises(ValueError, match="answer must be one of"):
        Question(0, "?", ("a", "b"), "c", {"a": "", "b": "", "c": ""})
    with pytest.raises(ValueError, match=r"\['b'\] are missing"):
        Question(0, "?", ("a", "b"), "a", {"a": ""})
    with pytest.raises(ValueError, match="differ from each other"):
        Question(0, "?", ("a", "a"), "a", {"a": ""})
