"""For the class: a link shows the figure alone, without the parts that it hides, and asks before it answers."""

import json

from streamlit.testing.v1 import AppTest

from lstm_viz.lessons.step_through.guide import STOPS
from tests.support.app import open_app, viewer_data


def labels(app: AppTest) -> list[str]:
    return [each.label for each in app.button]


def guesses(app: AppTest, sequence: int = 0) -> list[str]:
    return [each["label"] for each in viewer_data(app)["sequences"][sequence]["predictions"]]


def test_one_button_shows_the_figure_alone_and_one_leads_back():
    app = open_app(a="3,0,1,2,3")
    app.button(key="to_class").click().run()
    assert labels(app) == ["Back to the page"]
    assert not app.text_input
    assert app.query_params["teach"] == "True"
    app.button(key="from_class").click().run()
    assert [each.value for each in app.text_input] == ["3,0,1,2,3", "4, 0, 1, 2, 4"]
    assert app.query_params["teach"] == "False"


def test_a_link_hides_parts_of_the_figure_and_keeps_b():
    app = open_app(teach="True", without="equations,maps,b", show="A-B", b="4,0,1,2,4")
    shown = viewer_data(app)
    assert {"equations", "maps"} <= set(shown["hides"])
    assert [each["name"] for each in shown["sequences"]] == ["A"]
    assert shown["subtitle"] == ""
    assert app.query_params["b"] == "4,0,1,2,4"
    app.pills[0].set_value([]).run()
    assert [each["name"] for each in viewer_data(app)["sequences"]] == ["A", "B"]


def test_a_stop_hides_what_the_class_shall_not_see():
    app = open_app(teach="True", lesson="6", without="controls")
    assert labels(app) == ["Back to the page"]
    (shown,) = (json.loads(each.proto.json)[0] for each in app.get("bidi_component") if "hides" in each.proto.json)
    assert {*STOPS[5].hides, "controls"} <= set(shown["hides"])


def test_the_class_predicts_before_it_sees_the_answer():
    app = open_app(teach="True", predict="True", step="3")
    assert guesses(app) == ["0", "1", "?", "?"]
    assert guesses(app, 1) == ["0", "1", "?", "?"]
    app.radio[0].set_value(2).run()
    assert guesses(app) == ["0", "1", "2", "?"]
    assert [each.value for each in app.success] == ["Right. The model gives 2 a probability of 99.4%."]


def test_a_model_that_does_not_predict_asks_for_nothing():
    app = open_app(teach="True", predict="True", input="rows", model="constant")
    assert not app.radio
    assert viewer_data(app)["sequences"][0]["predictions"] is None
