"""The page What it returns, without a browser: switches, links, panels, what goes wrong, both languages."""

import base64
import json

import numpy as np
import pytest
from numpy.testing import assert_allclose

from lstm_viz.ui import from_keras, loaders
from lstm_viz.what_it_returns.compute import others_by_keras
from lstm_viz.what_it_returns.link import FIELDS
from lstm_viz.worker.errors import WorkerDied
from tests.support.app import open_page, words


class Here:
    """A worker that runs Keras in this process, and remembers what it was asked."""

    def __init__(self):
        self.asked = []

    def call(self, function, *arguments):
        self.asked.append((function.__name__, arguments[0]))
        return function(*arguments)

    def state(self) -> str:
        return "ready"


class Dies(Here):
    def call(self, *_):
        raise WorkerDied


def use(monkeypatch, worker):
    for module in (loaders, from_keras):
        monkeypatch.setattr(module, "shared_worker", lambda: worker)
    return worker


@pytest.fixture(autouse=True, scope="module")
def forgotten():
    """What Keras gave here is kept from test to test, as from visitor to visitor, and then forgotten."""
    loaders.load_from_keras.clear()
    yield
    loaders.load_from_keras.clear()


@pytest.fixture(autouse=True)
def worker(monkeypatch) -> Here:
    return use(monkeypatch, Here())


@pytest.fixture
def nothing_kept():
    """Keras has not been asked for anything, and what it says in this test is kept for nobody."""
    loaders.load_from_keras.clear()
    yield
    loaders.load_from_keras.clear()


def open_returns(**query):
    return open_page("what_it_returns", **query)


def said(app) -> str:
    """Everything that is written on the page."""
    parts = (app.code, app.markdown, app.caption, app.text, app.error, app.success, app.warning, app.info)
    return "\n".join(each.value for kind in parts for each in kind)


def drawing(app) -> dict:
    """What the browser gets of the unrolled picture."""
    return json.loads(app.get("bidi_component")[0].proto.json)[0]


def switch(app, name: str):
    return app.toggle(key=f"returns_{name}")


def test_the_first_view_shows_the_tensors_with_their_shapes_and_the_quoted_numbers():
    app = open_returns()
    assert app.code[0].value == "sequence, h, c = LSTM(3, return_sequences=True, return_state=True)(x)"
    text = said(app)
    for name, shape in (("sequence", "(1, 4, 3)"), ("h", "(1, 3)"), ("c", "(1, 3)")):
        assert f"**{name}** `{shape}`" in text
    for number in ("0.35906", "0.55111", "0.59116", "0.63031", "1.57071"):
        assert number in text
    assert [tensor["name"] for tensor in drawing(app)["tensors"]] == ["sequence", "h", "c"]
    assert {name: app.query_params[name] for name in FIELDS} == {
        name: str(field.default) for name, field in FIELDS.items()
    }


def test_a_bidirectional_shows_five_tensors_and_the_quoted_numbers():
    app = open_returns(return_sequences="False")
    switch(app, "bidirectional").set_value(True).run()
    assert not app.exception
    text = said(app)
    assert "output, forward_h, forward_c, backward_h, backward_c = Bidirectional" in text
    assert "[[0.63031 0.63031 0.63031 0.70387 0.70387 0.70387]]" in text
    assert "[[1.64024 1.64024 1.64024]]" in text
    assert "**output** `(1, 6)`" in text
    assert app.query_params["bidirectional"] == "True"
    switch(app, "return_sequences").set_value(True).run()
    assert "[0.63031 0.63031 0.63031 0.21942 0.21942 0.21942]" in said(app)


def test_the_tutorials_shapes_of_a_dense_behind():
    app = open_returns(input="windows", units="20", dense_units="10", behind="dense", return_state="False")
    assert "**sequence** `(32, 25, 20)`" in said(app)
    assert "**y** `(32, 25, 10)`" in said(app)
    switch(app, "return_sequences").set_value(False).run()
    assert "**output** `(32, 20)`" in said(app)
    assert "**y** `(32, 10)`" in said(app)


def test_the_switches_of_a_link_are_keras_own_names():
    app = open_returns(layer="gru", go_backwards="True", return_state="False", units="2")
    assert app.code[0].value == "sequence = GRU(2, return_sequences=True, go_backwards=True)(x)"
    assert switch(app, "go_backwards").value is True


def test_equalities_are_shown_as_the_tensors_decide():
    app = open_returns(bidirectional="True", panel="equal")
    text = said(app)
    assert "backward_h = sequence[:, 0, units:]" in text
    assert "backward_h ≠ sequence[:, -1, units:]" in text
    one_step = said(open_returns(bidirectional="True", panel="equal", input="rows", rows="1,2"))
    assert "backward_h = sequence[:, -1, units:]" in one_step
    assert "Here both hold the same numbers all the same" in one_step


def test_the_page_says_otherwise_when_keras_does(worker, nothing_kept):
    """Not written beforehand: with another answer of the worker the same line says the contrary."""

    def changed(function, *arguments):
        found = function(*arguments)
        if function is others_by_keras:
            found["sequence"] = found["sequence"] + 0.25
        return found

    worker.call = changed
    text = said(open_returns(panel="equal", return_sequences="False"))
    assert "h ≠ sequence[:, -1]" in text
    assert "These numbers say otherwise." in text


def test_a_second_call_of_a_stateful_layer_is_shown():
    app = open_returns(stateful="True", return_sequences="False")
    text = said(app)
    assert "second_output, second_h, second_c = layer(x)" in text
    assert "**second_output** `(1, 3)`" in text
    app.button_group(key="returns_panel").set_value("equal").run()
    assert "second_output ≠ output" in said(app)
    assert "second_output = stateless(x, initial_state=[h, c])[0]" in said(app)


def test_a_refused_layer_is_told_in_keras_words_and_in_plain_ones():
    app = open_returns(bidirectional="True", go_backwards="True")
    text = said(app)
    assert "Keras refuses `Bidirectional(LSTM(3," in text
    assert "ValueError: Forward layer and backward layer should have different `go_backwards` value." in text
    assert "Leave go_backwards out" in text
    assert not app.get("bidi_component")
    switch(app, "go_backwards").set_value(False).run()
    assert not app.error


def test_a_timedistributed_without_timesteps_is_refused_and_the_tensors_stay():
    text = said(open_returns(behind="time_distributed", return_sequences="False"))
    assert "with at least 3 dimensions, received: (1, 3)" in text
    assert "Give the recurrent layer before it return_sequences=True" in text
    assert "**output** `(1, 3)`" in text


def test_the_chosen_tensor_is_in_the_link():
    app = open_returns(tensor="c")
    assert drawing(app)["selected"] == "c"
    assert app.query_params["tensor"] == "c"
    assert open_returns(tensor="<b>").query_params["tensor"] == ""


def test_the_chosen_sample_is_drawn():
    app = open_returns(input="pair")
    app.number_input(key="returns_sample").set_value(2).run()
    assert drawing(app)["columns"] == ["1 (4)", "2 (0)", "3 (1)", "4 (2)"]
    assert app.query_params["sample"] == "2"
    assert open_returns(sample="2").query_params["sample"] == "1"


def test_rows_of_ones_own_are_read_and_a_wrong_one_leaves_what_was_there():
    app = open_returns(input="rows", rows="1,2;3,4;5,6")
    assert "**sequence** `(1, 3, 3)`" in said(app)
    app.text_area(key="returns_rows").set_value("1,2\n<b>,4").run()
    assert not app.exception
    assert any("“<b>” in row 2" in text for text in words(app))
    assert "**sequence** `(1, 3, 3)`" in said(app)
    assert app.query_params["rows"] == "1,2;3,4;5,6"


def test_a_tampered_link_is_told_and_the_rest_shown():
    app = open_returns(units="9999", merge_mode="<b>", rows="x", input="rows")
    text = " ".join(words(app))
    assert "“units” cannot be “9999”" in text
    assert "“merge_mode” cannot be “<b>”" in text
    assert "“x” in row 1" in text
    assert app.slider(key="returns_units").value == 20


def test_the_board_has_every_combination_as_keras_gives_it():
    frame = open_returns(panel="board").dataframe[0].value
    assert len(frame) == 32
    row = frame[(frame["Arguments"] == 'Bidirectional, merge_mode="concat"') & frame.return_sequences]
    assert row["LSTM"].tolist() == ["1: (1, 4, 6)", "5: (1, 4, 6) (1, 3) (1, 3) (1, 3) (1, 3)"]
    assert row["GRU"].tolist()[1] == "3: (1, 4, 6) (1, 3) (1, 3)"
    assert set(frame["SimpleRNN"].tail(4)) == {"ValueError"}


def test_the_weights_are_cut_with_their_code():
    app = open_returns(panel="weights", layer="gru", bidirectional="True")
    code = app.code[1].value
    assert "W, U, b = layer.forward_layer.get_weights()" in code
    assert "W[:, units:2*units]  " in code
    assert "# reset gate (5, 3)" in code
    assert "180 numbers" in said(app)
    charts = [json.loads(chart.proto.spec) for chart in app.get("vega_lite_chart")]
    assert ["Columns 3 to 5: reset gate, from" in chart["description"] for chart in charts] == [True] * 3
    app.button_group(key="returns_direction").set_value("backward").run()
    assert "layer.backward_layer" in app.code[1].value


def test_every_number_is_in_the_table():
    frame = open_returns(panel="data").dataframe[0].value
    assert len(frame) == 12 + 3 + 3
    assert_allclose(frame[frame.tensor == "c"].value, 1.57071, atol=0.00001)


def test_the_code_is_that_of_the_call():
    assert (
        "layer = given(LSTM(3, return_sequences=True, return_state=True))" in open_returns(panel="code").code[1].value
    )


@pytest.mark.parametrize("panel", ["tensors", "board", "data"])
def test_predict_first_hides_the_answer_until_one_has_chosen(panel):
    app = open_returns(predict="True", panel=panel)
    assert not app.get("bidi_component")
    assert not app.dataframe
    options = app.radio[0].options
    assert len(options) == 4
    app.radio[0].set_value(options.index("1 with the shapes (1, 4, 3)")).run()
    text = said(app)
    assert "That is what LSTM(3, return_sequences=True) returns." in text
    assert "3 with the shapes (1, 4, 3), (1, 3), (1, 3)" in text
    assert app.get("bidi_component") or app.dataframe


def test_predict_first_asks_which_equation_holds():
    app = open_returns(predict="True", panel="equal", bidirectional="True")
    assert "≠" not in said(app)
    app.radio[0].set_value(app.radio[0].options.index("Only `backward_h = sequence[:, 0, units:]`")).run()
    assert app.success
    assert "backward_h ≠ sequence[:, -1, units:]" in said(app)


def test_the_next_visitor_with_the_same_switches_does_not_ask_again(worker, nothing_kept):
    open_returns()
    asked = len(worker.asked)
    app = open_returns()
    assert len(worker.asked) == asked == 1
    switch(app, "return_state").set_value(False).run()
    assert len(worker.asked) == 2


def test_a_worker_that_died_is_told_and_the_rest_of_the_page_stays(monkeypatch, nothing_kept):
    use(monkeypatch, Dies())
    for panel in ("tensors", "board"):
        app = open_returns(panel=panel, predict="True")
        assert WorkerDied().sentence(str) in [warning.value for warning in app.warning]
        assert app.button(key="returns_try_0")


def test_each_try_this_opens():
    app = open_returns(units="5")
    links = [button.key for button in app.button if button.key.startswith("returns_try_")]
    assert len(links) >= 10
    for key in links:
        app.button(key=key).click().run()
        assert not app.exception
        assert app.query_params["units"] in ("3", "20")


def test_the_picture_gets_keras_numbers():
    app = open_returns(bidirectional="True", return_sequences="False", tensor="output")
    data = drawing(app)
    lit = next(tensor for tensor in data["tensors"] if tensor["name"] == "output")["nodes"]
    assert [data["nodes"][node]["title"] for node in lit] == [
        "output",
        "forward_h after step 4",
        "backward_h after step 1",
    ]
    values = base64.b64decode(data["nodes"][lit[2]]["values"]["data"])
    assert_allclose(np.frombuffer(values, "<f4"), 0.70387, atol=0.00001)
