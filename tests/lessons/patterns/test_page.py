"""The page Patterns, without a browser: patterns, inputs, panels, links, what goes wrong."""

import json
from dataclasses import replace

import numpy as np
import pytest
from numpy.testing import assert_allclose

from lstm_viz.lessons.patterns.catalogue import GENERATOR, PATTERNS
from lstm_viz.lessons.patterns.in_keras import run_trained
from lstm_viz.lessons.patterns.settings import SETTINGS
from lstm_viz.lessons.patterns.typed import DEFAULT_TEXTS, typed
from lstm_viz.worker.errors import WorkerDied
from tests.support.app import tries, words
from tests.support.patterns import drawing, open_patterns, said, tensors
from tests.support.worker import AtOnce, Broken, use_worker


@pytest.fixture(autouse=True)
def asked(keras_here) -> list[str]:
    """The functions that the worker was asked for."""
    return keras_here.asked


def test_the_first_view_is_many_to_one_with_its_code_and_its_answer():
    app = open_patterns()
    assert "layers.LSTM(12),\n    layers.Dense(1)," in app.code[0].value
    table = app.table[0].value
    assert table.loc["answers"].tolist() == ["", "", "", "", "", "23"]
    assert table.loc["right"].tolist()[-1] == "23"
    assert "1 of 1 right" in said(app)
    assert tensors(app) == {"inputs": [1, 6, 1], "lstm": [1, 12], "dense": [1, 1]}
    assert {name: app.query_params[name] for name in SETTINGS} == {
        name: str(value) for name, value in SETTINGS.read({})[0].items()
    }


@pytest.mark.parametrize("pattern", PATTERNS)
def test_each_pattern_opens_with_its_example_drawn_and_measured(pattern):
    app = open_patterns(pattern=pattern)
    assert drawing(app)["nodes"]
    assert ("held-out samples" if pattern != GENERATOR else "Generated sentences that follow the grammar") in said(app)
    assert app.query_params["pattern"] == pattern


def test_another_pattern_begins_with_its_own_example():
    app = open_patterns()
    app.button_group(key="patterns_pattern").set_value("encoder_decoder").run()
    assert not app.exception
    assert app.text_input(key="patterns_input").value == DEFAULT_TEXTS["encoder_decoder"]
    assert app.table[0].value.loc["answers"].tolist() == ["4", "2", "1", "0", "3"]
    assert app.query_params["input"] == "3,0,1,2,4"


def test_what_is_typed_is_answered_and_in_the_link(asked):
    app = open_patterns(pattern="many_to_many")
    app.text_input(key="patterns_input").set_value("1111 1111").run()
    assert app.table[0].value.loc["answers"].tolist() == list("10101010")
    assert app.query_params["input"] == "1,1,1,1,1,1,1,1"
    assert asked == ["run_trained"] * 2
    app.text_input(key="patterns_input").set_value("1,1,1,1,1,1,1,1").run()
    assert asked == ["run_trained"] * 2


def test_a_wrong_answer_is_called_wrong(monkeypatch):
    right = run_trained("many_to_many", typed("many_to_many", DEFAULT_TEXTS["many_to_many"]).inputs)
    dense = right.layers[-1]
    output = np.array(dense.output)
    output[0, 3] = 1 - output[0, 3]
    wrong = replace(right, layers=(*right.layers[:-1], replace(dense, output=output)))

    class Wrong(AtOnce):
        def call(self, *_):
            return wrong

    use_worker(monkeypatch, Wrong)
    assert "7 of 8 right" in said(open_patterns(pattern="many_to_many"))


def test_a_wrong_input_is_told_and_what_was_there_stays():
    app = open_patterns(input="2,7,1,8,2,8")
    app.text_input(key="patterns_input").set_value("3 1 **x**").run()
    assert any("“**x**” at position 3 is not in the alphabet" in text for text in words(app))
    assert app.table[0].value.loc["reads"].tolist() == list("271828")
    assert app.query_params["input"] == "2,7,1,8,2,8"


def test_the_loop_is_drawn_where_the_known_part_ends_and_its_error_is_told():
    app = open_patterns(pattern="feed_back", known="20", continued="10", period="9", phase="2")
    chart = json.loads(app.get("vega_lite_chart")[0].proto.spec)
    assert "Known steps: 20; continued by the model: 10, with" in chart["description"]
    assert tensors(app) == {"known": [20, 1], "values": [10, 1], "values[:-1]": [9, 1]}
    app.slider(key="patterns_known").set_value(5).run()
    assert app.query_params["known"] == "5"
    assert drawing(app)["columns"][0] == "2"
    assert drawing(app)["title"].endswith(": steps 2–11 of 14, around the end of the known part")


@pytest.mark.parametrize(
    ("pattern", "panel"),
    [
        ("one_to_one", "drawing"),
        ("one_to_one", "equal"),
        ("feed_back", "shapes"),
        ("feed_back", "trace"),
        ("feed_back", "data"),
        ("feed_back", "code"),
        ("one_to_many", "trace"),
    ],
)
def test_every_panel_opens_and_comes_back_by_its_link(pattern, panel):
    app = open_patterns(pattern=pattern, panel=panel)
    assert app.query_params["panel"] == panel
    assert not app.error
    assert not app.warning


def test_shapes_come_from_keras_and_so_does_what_it_refuses():
    app = open_patterns(pattern="stacked", panel="shapes")
    layers, switches = app.dataframe[0].value, app.table[0].value
    assert layers["output shape"].tolist() == ["(None, 8, 1)", "(None, 8, 6)", "(None, 8, 6)", "(None, 8, 1)"]
    assert layers["parameters"].tolist() == [0, 192, 312, 7]
    assert switches["output shape"].tolist() == ["(None, 8, 1)", "(None, 1)", "Keras error", "Keras error"]
    assert "expected ndim=3, found ndim=2" in said(app)


def test_the_loop_equals_one_long_sequence_on_the_page():
    lines = said(open_patterns(pattern="feed_back", panel="equal"))
    assert "values[1:] = sequence[known:]" in lines
    assert "values[1:] ≠ stateless(values[:-1])" in lines


def test_the_viewer_is_given_the_trace_that_equals_keras():
    app = open_patterns(pattern="bidirectional", panel="trace", layer="2", step="3", unit="4")
    data = drawing(app)
    assert data["sequences"][0]["backwards"]
    assert data["sequences"][0]["tokens"] == list("12910329")
    assert (data["cursor"]["time"], data["cursor"]["unit"]) == (2, 3)
    assert "trace.hidden = keras_sequence" in said(app)
    assert "trace.final_state[1] = state_c" in said(app)
    assert app.query_params["layer"] == "2"


def test_the_table_holds_what_keras_returned():
    frame = open_patterns(pattern="many_to_one", panel="data").dataframe[0].value
    run = run_trained("many_to_one", typed("many_to_one", DEFAULT_TEXTS["many_to_one"]).inputs)
    assert_allclose(frame[frame.layer == "lstm"].value, run.layers[0].output[0])
    assert_allclose(frame[frame.layer == "inputs"].value, np.array([3, 1, 4, 1, 5, 9]) / 10, atol=1e-7)


def test_predict_first_hides_the_answer_until_one_has_chosen():
    app = open_patterns(predict="True")
    assert not app.table
    assert not app.get("bidi_component")
    question = app.radio(key="patterns_predicted")
    assert question.options == ["(None, 1)", "(None, 12)", "(None, 6, 1)", "(None, 6, 12)"]
    question.set_value(2).run()
    assert "That would be an output for each step" in app.warning[0].value
    assert "The answer is (None, 1)." in app.info[0].value
    assert app.table[0].value.loc["answers"].tolist()[-1] == "23"
    app.text_input(key="patterns_input").set_value("999999").run()
    assert app.table[0].value.loc["right"].tolist()[-1] == "54"


def test_a_tampered_link_shows_the_nearest_and_says_so():
    app = open_patterns(pattern="<b>", input="1,2", units_1="999")
    told = " ".join(words(app))
    assert "“pattern” cannot be “<b>”" in told
    assert "The link's “input” was replaced. This model reads 6 values, not 2." in told
    assert "“units_1” cannot be “999”" in told
    assert app.table[0].value.loc["reads"].tolist() == list("314159")


def test_a_worker_that_died_is_told_and_the_rest_of_the_page_stays(monkeypatch):
    use_worker(monkeypatch, Broken(WorkerDied()))
    app = open_patterns(pattern="stacked")
    assert [warning.value for warning in app.warning] == [WorkerDied().sentence(str)]
    assert tries(app)
    assert app.query_params["pattern"] == "stacked"
