"""The guided lesson, without a browser: what opens it, and that its numbers are those of the trace."""

import json

import pytest
from streamlit.testing.v1 import AppTest

from lstm_viz.engine.models import recorded_by_keras
from lstm_viz.lessons.step_through.guide import STOPS
from lstm_viz.lessons.step_through.ui.guide import GUIDE
from tests.support.app import open_app
from tests.support.server import ROOT


def components(app: AppTest) -> list[dict]:
    """What the browser gets for the figure and for the text beside it."""
    found = [json.loads(each.proto.json)[0] for each in app.get("bidi_component")]
    return sorted(found, key=lambda data: "pieces" in data)


def said(app: AppTest) -> str:
    return "".join(piece["text"] for piece in components(app)[1]["pieces"])


def test_an_address_without_settings_opens_the_lesson():
    app = AppTest.from_file(str(ROOT / "lstm_viz" / "main.py"), default_timeout=60).run()
    assert not app.exception
    assert components(app)[1]["title"] == STOPS[0].title
    assert app.query_params["lesson"] == "1"


@pytest.mark.parametrize("number", range(1, len(STOPS) + 1))
def test_a_stop_opens_by_its_link_alone(number):
    app, stop = open_app(lesson=str(number)), STOPS[number - 1]
    figure, text = components(app)
    assert (text["title"], text["number"], text["count"]) == (stop.title, number, len(STOPS))
    assert figure["cursor"]["time"] == int(stop.state["step"]) - 1
    assert (figure["hides"], figure["lights"]) == (list(stop.hides), list(stop.lights))
    assert "{" not in said(app)


def test_the_numbers_of_the_text_are_those_of_keras():
    shown = recorded_by_keras(8)["hidden"][0].reshape(-1, 8)[1, 3]
    assert f"the hidden state, {shown:.2f}." in said(open_app(lesson="5"))
    assert "so of 0.81 the unit keeps 0.77" in said(open_app(lesson="3"))


def test_the_erased_memory_flips_the_answer():
    before, after = (open_app(lesson=number) for number in ("7", "8"))
    answers = [components(app)[0]["sequences"][0]["predictions"][3]["label"] for app in (before, after)]
    assert answers == ["3", "4"]
    assert "at step 4 is now 4, the answer of B" in said(after)


def test_the_reader_answers_first():
    app = open_app(lesson="1")
    app.radio(key="predicted").set_value(0).run()
    assert "the same input gives the same answer" in app.warning[0].value
    app.radio(key="predicted").set_value(1).run()
    assert "it has to remember that" in app.success[0].value


def test_the_whole_page_leads_back_to_where_the_lesson_was_left():
    app = open_app(lesson="3")
    app.session_state["lesson"], app.session_state["last_stop"] = 0, 3
    app.run()
    assert app.button(key="guide").label == "Go on with the lesson"
    app.button(key="guide").click().run()
    assert components(app)[1]["number"] == 3
    assert GUIDE.stops[2].title == components(app)[1]["title"]
