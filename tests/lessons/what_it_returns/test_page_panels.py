"""The page What it returns, without a browser: its panels, predicting first, and what is asked of Keras."""

import json

import pytest
from numpy.testing import assert_allclose

from lstm_viz.lessons.what_it_returns import remote
from lstm_viz.worker.errors import WorkerDied
from tests.support.app import tries
from tests.support.returns import dies, flip, open_returns, said
from tests.support.worker import forget

pytestmark = pytest.mark.usefixtures("returns_worker")


@pytest.fixture
def nothing_kept():
    """Keras has not been asked for anything, and what it says in this test is kept for nobody."""
    forget()
    yield
    forget()


def test_equalities_are_shown_as_the_tensors_decide():
    app = open_returns(bidirectional="True", panel="equal")
    text = said(app)
    assert "backward_h = sequence[:, 0, units:]" in text
    assert "backward_h ≠ sequence[:, -1, units:]" in text
    one_step = said(open_returns(bidirectional="True", panel="equal", input="rows", rows="1,2"))
    assert "backward_h = sequence[:, -1, units:]" in one_step
    assert "Here both hold the same numbers anyway" in one_step


def test_the_page_says_otherwise_when_keras_does(returns_worker, nothing_kept):
    """Not written beforehand: with another answer of the worker the same line says the contrary."""

    def changed(function, *arguments):
        found = function(*arguments)
        if function == remote.others:
            found["sequence"] = found["sequence"] + 0.25
        return found

    returns_worker.call = changed
    text = said(open_returns(panel="equal", return_sequences="False"))
    assert "h ≠ sequence[:, -1]" in text
    assert "These numbers say otherwise." in text


def test_every_combination_is_shown_as_keras_gives_it():
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
    assert "180 parameters" in said(app)
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


def test_predict_first_keeps_the_names_of_what_comes_back_until_one_has_chosen():
    app = open_returns(predict="True", panel="code")
    call = "LSTM(3, return_sequences=True, return_state=True)(x)"
    assert [block.value for block in app.code] == [call]
    app.radio[0].set_value(0).run()
    assert app.code[0].value == f"sequence, h, c = {call}"
    assert len(app.code) == 2


@pytest.mark.parametrize("panel", ["tensors", "board", "data"])
def test_predict_first_hides_the_answer_until_one_has_chosen(panel):
    app = open_returns(predict="True", panel=panel)
    assert not app.get("bidi_component")
    assert not app.dataframe
    options = app.radio[0].options
    assert len(options) == 5
    app.radio[0].set_value(options.index("1: (1, 4, 3)")).run()
    text = said(app)
    assert "That is what LSTM(3, return_sequences=True) returns." in text
    assert "3: (1, 4, 3), (1, 3), (1, 3)" in text
    assert app.get("bidi_component") or app.dataframe


@pytest.mark.parametrize("panel", ["tensors", "equal", "weights"])
def test_predict_first_does_not_tell_that_keras_refuses(panel):
    switches = {"bidirectional": "True", "return_sequences": "False"}
    refused = open_returns(predict="True", panel=panel, go_backwards="True", **switches)
    assert not refused.error
    assert refused.radio[0].options == open_returns(predict="True", **switches).radio[0].options
    refused.radio[0].set_value(len(refused.radio[0].options) - 1).run()
    assert refused.success
    assert "ValueError" in said(refused)


def test_predict_first_asks_which_equation_holds():
    app = open_returns(predict="True", panel="equal", bidirectional="True")
    assert "≠" not in said(app)
    app.radio[0].set_value(app.radio[0].options.index("Only `backward_h = sequence[:, 0, units:]`")).run()
    assert app.success
    assert "backward_h ≠ sequence[:, -1, units:]" in said(app)


def test_the_next_visitor_with_the_same_switches_does_not_ask_again(returns_worker, nothing_kept):
    open_returns()
    asked = len(returns_worker.asked)
    app = open_returns()
    assert len(returns_worker.asked) == asked == 1
    flip(app, "return_state", False)
    assert len(returns_worker.asked) == 2


def test_a_worker_that_died_is_told_and_the_rest_of_the_page_stays(returns_worker, nothing_kept):
    returns_worker.call = dies
    for panel in ("tensors", "board"):
        app = open_returns(panel=panel, predict="True")
        assert WorkerDied().sentence(str) in [warning.value for warning in app.warning]
        assert tries(app)
