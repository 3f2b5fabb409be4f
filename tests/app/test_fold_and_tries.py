"""The controls are folded until they are wanted, and a link to try says what it has changed."""

import pytest
from streamlit.testing.v1 import AppTest

from lstm_viz.lessons.gradient_flow.ui.page import PAGE
from tests.support.app import open_page, tries, try_this
from tests.support.server import ROOT

pytestmark = pytest.mark.usefixtures("keras_here")


@pytest.fixture
def folded() -> AppTest:
    """Gradient flow as a visitor finds it."""
    app = AppTest.from_file(str(ROOT / "lstm_viz" / "main.py"), default_timeout=60)
    app.query_params["lang"] = "en"
    return app.switch_page("../pages/gradient_flow.py").run()


def keys(app: AppTest) -> set[str]:
    return {each.key for each in (*app.slider, *app.select_slider, *app.number_input)}


def changed(app: AppTest) -> list[str]:
    return [each.value for each in app.caption if each.value.startswith("Changed:")]


def test_controls_are_drawn_only_while_they_are_open_and_their_values_stay(folded):
    assert folded.expander[0].label == "Untrained networks, 16 units, forget bias 1, 150 steps · change"
    assert keys(folded) == set()
    opened = open_page("gradient_flow", steps="60", units="5")
    assert keys(opened) >= {PAGE.key(name) for name in ("steps", "units", "seed", "forget_bias", "recurrent_scale")}
    opened.slider(key=PAGE.key("steps")).set_value(70).run()
    assert "5 units, forget bias 1, 70 steps" in opened.expander[0].label


def test_the_row_holds_what_fits_and_shows_the_others_when_asked(folded):
    shown = tries(folded).options
    assert 2 <= len(shown) < 8
    assert shown[-1] == f"{7 - (len(shown) - 1)} more"
    tries(folded).set_value(-1).run()
    assert len(tries(folded).options) == 7
    assert folded.query_params["forget_bias"] == "1"


def test_a_link_to_try_says_what_it_has_changed_until_something_else_is_shown():
    app = open_page("gradient_flow")
    assert changed(app) == []
    try_this(app, 3)
    assert app.query_params["panel"] == "forget"
    assert changed(app) == ["Changed: Forget bias 5 · Scale of the recurrent weights 0× · Forget gates"]
    assert tries(app).value == 3
    app.slider(key=PAGE.key("units")).set_value(5).run()  # as in the other test: each number is compiled
    assert changed(app), "the units are none of what was changed"
    app.select_slider(key=PAGE.key("forget_bias")).set_value("1").run()
    assert changed(app) == []
    assert tries(app).value is None


def test_of_several_options_the_names_are_told():
    app = open_page("time_series", trained="0")
    try_this(app, 11)
    assert changed(app) == ["Changed: Series My own data · Columns to read and predict 1"]
