"""The builder on the page Patterns: what flows through, what Keras refuses, what mends it."""

import pytest

from tests.support.patterns import open_patterns, said, tensors

pytestmark = pytest.mark.usefixtures("keras_here")


def test_a_forgotten_return_sequences_is_refused_explained_and_mended():
    app = open_patterns(pattern="stacked", mode="build")
    assert tensors(app)["lstm_1"] == [1, 8, 6]
    app.toggle(key="patterns_returns_1").set_value(False).run()
    assert [error.value for error in app.error] == ["Keras refuses to build this model."]
    assert "incompatible with the layer: expected ndim=3, found ndim=2" in said(app)
    assert "Give the recurrent layer before it return_sequences=True" in said(app)
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
    app.button(key="patterns_try_0").click().run()
    assert app.error[0].value == "Keras refuses to build this model."
    assert (app.query_params["pattern"], app.query_params["mode"]) == ("stacked", "build")
