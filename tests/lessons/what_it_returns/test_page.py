"""The page What it returns, without a browser: switches, links, refusals, the picture, inputs of one's own."""

import base64

import numpy as np
import pytest
from numpy.testing import assert_allclose

from lstm_viz.lessons.what_it_returns.call import SWITCHES
from lstm_viz.lessons.what_it_returns.settings import SETTINGS
from tests.support.app import tries, try_this, words
from tests.support.returns import drawing, flip, open_returns, said
from tests.support.worker import nothing_is_asked_ahead_any_more

pytestmark = pytest.mark.usefixtures("returns_worker")


def test_the_first_view_shows_the_tensors_with_their_shapes_and_the_quoted_numbers():
    app = open_returns()
    assert app.code[0].value == "sequence, h, c = LSTM(3, return_sequences=True, return_state=True)(x)"
    text = said(app)
    for name, shape in (("sequence", "(1, 4, 3)"), ("h", "(1, 3)"), ("c", "(1, 3)")):
        assert f"**{name}** `{shape}`" in text
    for number in ("0.35906", "0.55111", "0.59116", "0.63031", "1.57071"):
        assert number in text
    assert [tensor["name"] for tensor in drawing(app)["tensors"]] == ["sequence", "h", "c"]
    assert {name: app.query_params[name] for name in SETTINGS} == SETTINGS.link(SETTINGS.defaults())


def test_a_bidirectional_shows_five_tensors_and_the_quoted_numbers():
    app = open_returns(return_sequences="False")
    flip(app, "bidirectional", True)
    assert not app.exception
    text = said(app)
    assert "output, forward_h, forward_c, backward_h, backward_c = Bidirectional" in text
    assert "[[0.63031 0.63031 0.63031 0.70387 0.70387 0.70387]]" in text
    assert "[[1.64024 1.64024 1.64024]]" in text
    assert "**output** `(1, 6)`" in text
    assert app.query_params["bidirectional"] == "True"
    flip(app, "return_sequences", True)
    assert "[0.63031 0.63031 0.63031 0.21942 0.21942 0.21942]" in said(app)


def test_the_tutorials_shapes_of_a_dense_as_next_layer():
    app = open_returns(input="windows", units="20", dense_units="10", behind="dense", return_state="False")
    assert "**sequence** `(32, 25, 20)`" in said(app)
    assert "**y** `(32, 25, 10)`" in said(app)
    flip(app, "return_sequences", False)
    assert "**output** `(32, 20)`" in said(app)
    assert "**y** `(32, 10)`" in said(app)


def test_the_switches_of_a_link_are_keras_own_names():
    app = open_returns(layer="gru", go_backwards="True", return_state="False", units="2")
    assert app.code[0].value == "sequence = GRU(2, return_sequences=True, go_backwards=True)(x)"
    assert app.toggle(key="returns_go_backwards").value is True


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
    assert "Keras raises an error for `Bidirectional(LSTM(3," in text
    assert "ValueError: Forward layer and backward layer should have different `go_backwards` value." in text
    assert "Leave go_backwards out" in text
    assert not app.get("bidi_component")
    flip(app, "go_backwards", False)
    assert not app.error


def test_the_accepted_call_is_the_refused_one_but_for_what_is_refused():
    two = {"bidirectional": "True", "merge_mode": "None", "return_sequences": "False"}
    text = said(open_returns(**two, stateful="True"))
    assert "layer = Bidirectional(LSTM(3, return_state=True), merge_mode=None)" in text
    assert "forward_output, backward_output, *states = layer(x)" in text
    text = said(open_returns(**two, return_state="False", layer="gru", behind="dense"))
    assert "With merge_mode=None a Bidirectional returns two outputs" in text
    assert "output = Bidirectional(GRU(3))(x)\ny = Dense(2)(output)" in text
    assert "LSTM(" not in text


def test_a_timedistributed_without_timesteps_is_refused_and_the_tensors_stay():
    text = said(open_returns(behind="time_distributed", return_sequences="False"))
    assert "with at least 3 dimensions, received: (1, 3)" in text
    assert "Set return_sequences=True in the recurrent layer before it" in text
    assert "**output** `(1, 3)`" in text


def test_the_chosen_tensor_is_in_the_link():
    app = open_returns(tensor="c")
    assert drawing(app)["selected"] == "c"
    assert app.query_params["tensor"] == "c"
    assert open_returns(tensor="<b>").query_params["tensor"] == ""


def test_what_is_tried_next_does_not_keep_the_tensor_that_was_chosen():
    app = open_returns(tensor="c")
    try_this(app, 0)
    assert drawing(app)["selected"] is None
    assert app.query_params["tensor"] == ""


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
    assert app.slider(key="returns_units").value == 32


def test_each_try_this_opens():
    app = open_returns(units="5")
    assert len(tries(app).options) >= 10
    for number in range(len(tries(app).options)):
        try_this(app, number)
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


def test_samples_of_ones_own_are_drawn_one_at_a_time_and_are_in_the_link():
    text = "1, 2\n3, 4\n\n5, 6\n7, 8"
    app = open_returns(input="rows", rows=text, sample="2")
    assert "`(2, 2, 3)`" in said(app)
    assert app.number_input(key="returns_sample").value == 2
    assert (app.query_params["rows"], app.query_params["sample"]) == (text, "2")
    app.text_area(key="returns_rows").set_value("1, 2\n\n3").run()
    assert any("rows of sample 2 have a different length" in text.value for text in app.text)
    assert app.query_params["rows"] == text


def test_the_answer_for_each_switch_is_there_before_it_is_turned(returns_worker):
    assert nothing_is_asked_ahead_any_more()  # by a test before
    returns_worker.otherwise = "ready"
    open_returns(weights="seed", seed="95", bidirectional="True", merge_mode="sum")
    assert nothing_is_asked_ahead_any_more()
    returns_worker.otherwise = "busy"
    assert returns_worker.asked == ["returned"] * (1 + len(SWITCHES))
    for switch in SWITCHES:
        app = open_returns(weights="seed", seed="95", bidirectional="True", merge_mode="sum")
        flip(app, switch, not app.toggle(key=f"returns_{switch}").value)
    assert returns_worker.asked == ["returned"] * (1 + len(SWITCHES))
