"""The page Shapes' helper: a shape as it is and as it is meant."""

import pytest
from streamlit.testing.v1 import AppTest

from tests.support.app import codes, open_page, try_this, words

pytestmark = pytest.mark.usefixtures("keras_here")


def open_helper(**query: str) -> AppTest:
    return open_page("shapes", panel="helper", **query)


def test_a_shape_of_two_axes_is_refused_explained_and_mended():
    app = open_helper()
    assert "ValueError: Input 0 with name 'None' of layer 'lstm'" in codes(app)
    assert "expected ndim=3, found ndim=2. Full shape received: (30, 5)" in codes(app)
    assert any("This array has 2: (30, 5)." in word for word in words(app))
    assert "x = np.expand_dims(x, axis=0)\n# x.shape: (1, 30, 5)" in codes(app)
    assert "LSTM(4)(np.zeros((1, 30, 5))).shape  →  (1, 4)" in codes(app)
    app.selectbox(key="shapes_axis_0").set_value("samples").run()
    assert "# x.shape: (30, 1, 5)" in codes(app)
    assert "LSTM(4)(np.zeros((30, 1, 5))).shape  →  (30, 4)" in codes(app)
    assert app.query_params["axis_0"] == "samples"


def test_a_shape_that_keras_takes_may_still_be_wrong():
    app = open_helper(shape="X.shape = (5, 120, 2)", axis_0="timesteps", axis_1="samples", axis_2="features")
    assert [each.value for each in app.warning] == [
        "There is no error, but it is not what you mean: Keras reads it as samples = 5, timesteps = 120, features = 2."
    ]
    assert "x = x.transpose(1, 0, 2)\n# x.shape: (120, 5, 2)" in codes(app)
    assert "Run on (5, 30, 2) instead of (5, 120, 2)" in " ".join(each.value for each in app.caption)


def test_a_wrong_shape_is_said_and_the_last_one_stays():
    app = open_helper()
    app.text_input(key="shapes_shape").set_value("(30, many)").run()
    assert any("Type an array's shape" in word for word in words(app))
    assert "Full shape received: (30, 5)" in codes(app)
    assert app.query_params["shape"] == "(30, 5)"


def test_two_axes_that_count_the_same_are_said():
    app = open_helper(axis_0="timesteps", axis_1="timesteps")
    assert any("2 axes count timesteps" in word for word in words(app))


def test_it_leads_to_the_page_that_explains_pasted_errors():
    links = [each.proto.page for each in open_helper().main.get("page_link")]
    assert "fix_my_code" in links


def test_another_links_shape_is_not_lost_behind_the_last_one():
    app = open_helper()
    try_this(app, 8)
    assert app.query_params["shape"] == "(5, 120, 2)"
    app.get_by_key("shapes_panel").set_value("journey").run()
    app.query_params["shape"] = "(7, 8, 9)"
    app.run()
    assert app.query_params["shape"] == "(7, 8, 9)"
