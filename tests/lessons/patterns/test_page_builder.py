"""The builder on the page Patterns: what flows through, what Keras refuses, what mends it."""

import pytest

from tests.support.app import try_this
from tests.support.patterns import open_patterns, said, tensors
from tests.support.worker import nothing_is_asked_ahead_any_more

pytestmark = pytest.mark.usefixtures("keras_here")


def test_a_forgotten_return_sequences_is_refused_explained_and_mended():
    app = open_patterns(pattern="stacked", mode="build")
    assert tensors(app)["lstm_1"] == [1, 8, 6]
    app.toggle(key="patterns_returns_1").set_value(False).run()
    assert [error.value for error in app.error] == ["Keras raises an error when it builds this model."]
    assert "incompatible with the layer: expected ndim=3, found ndim=2" in said(app)
    assert "Let the layer before it return an output for each step." in said(app)
    assert app.query_params["returns_1"] == "False"
    mend = app.button(key="patterns_mend_0")
    assert mend.label == "LSTM 1 with return_sequences=True gives (None, 8, 1)"
    mend.click().run()
    assert not app.error
    assert app.toggle(key="patterns_returns_1").value is True


def test_shapes_flow_through_what_is_built():
    app = open_patterns(mode="build", panel="shapes", steps="25", units_1="20", returns_1="True", outputs="10")
    assert app.dataframe[0].value["output shape"].tolist() == ["(None, 25, 1)", "(None, 25, 20)", "(None, 25, 10)"]
    app.toggle(key="patterns_returns_1").set_value(False).run()
    assert app.dataframe[0].value["output shape"].tolist() == ["(None, 25, 1)", "(None, 20)", "(None, 10)"]
    app.slider(key="patterns_layers").set_value(3).run()
    assert app.error
    assert not app.exception


def test_try_this_opens_its_settings():
    app = open_patterns(pattern="bidirectional")
    try_this(app, 0)
    assert app.error[0].value == "Keras raises an error when it builds this model."
    assert (app.query_params["pattern"], app.query_params["mode"]) == ("stacked", "build")


@pytest.mark.parametrize("first", ["True", "False"])
def test_predict_first_asks_about_a_model_of_ones_own_before_keras_is_heard(first):
    """With return_sequences=False Keras error the stack: until one has chosen, nothing tells."""
    app = open_patterns(pattern="stacked", mode="build", returns_1=first, predict="True")
    question = app.radio(key="patterns_predicted")
    assert question.options[-1] == "No shape: Keras raises an error"
    assert not app.error
    assert not app.get("bidi_component")
    assert "ndim" not in said(app)
    question.set_value(len(question.options) - 1).run()
    if first == "True":
        assert "Keras builds it" in app.warning[0].value
        assert app.get("bidi_component")
    else:
        assert "raises an error at this layer: `layers.LSTM(6, return_sequences=True)`." in app.success[0].value
        assert "expected ndim=3, found ndim=2" in said(app)
        assert app.button(key="patterns_mend_0").label == "LSTM 1 with return_sequences=True gives (None, 8, 1)"


def test_what_mends_a_model_of_ones_own_is_of_that_model():
    text = said(open_patterns(mode="build", steps="0", features="3"))
    assert "The Input gives (None, 3)" in text
    assert "keras.Input((8, 3))\nlayers.RepeatVector(8)" in text
    assert "LSTM(3" not in text


def test_why_a_setting_of_return_sequences_is_refused_is_said_of_the_layers_that_are_there():
    text = said(open_patterns(mode="build", pattern="stacked", both_1="True", panel="shapes"))
    assert "layers.Bidirectional(layers.LSTM(6)), gives (None, 12)" in text
    assert "LSTM(12" not in text


def test_the_answer_for_each_switch_is_there_before_it_is_pressed(keras_here):
    assert nothing_is_asked_ahead_any_more()  # by a test before
    keras_here.otherwise = "ready"
    open_patterns(pattern="stacked", mode="build", seed="5")
    assert nothing_is_asked_ahead_any_more()
    # The model, then return_sequences and Bidirectional of each of its two layers, and TimeDistributed.
    assert keras_here.asked == ["run_built"] * 6
    keras_here.otherwise = "busy"
    for switch in ("returns_2", "both_1", "distributed"):
        app = open_patterns(pattern="stacked", mode="build", seed="5")
        toggle = app.toggle(key=f"patterns_{switch}")
        toggle.set_value(not toggle.value).run()
        assert not app.exception
    assert keras_here.asked == ["run_built"] * 6


def test_a_busy_worker_is_asked_nothing_ahead(keras_here):
    open_patterns(pattern="stacked", mode="build", seed="6")
    assert nothing_is_asked_ahead_any_more()
    assert keras_here.asked == ["run_built"]
