"""The check-up on a page: alarms first with what to change, names as text, pictures made once."""

from __future__ import annotations

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest

from tests.support.time_series import open_series

pytestmark = pytest.mark.usefixtures("no_worker")


def shown() -> None:
    """A script that shows the check-up of a model whose layer has a name like markup."""
    import numpy as np
    import streamlit as st

    from lstm_viz import check_up
    from lstm_viz.app import check_up as page
    from lstm_viz.app.page import Page
    from lstm_viz.settings import Settings
    from tests.checks.made import X, chain, dense, layer

    made: list[str] = []
    real = page._chart
    page._chart = lambda finding: made.append(finding.check) or real(finding)
    file = chain(layer(name=st.session_state.get("name", "**rnn**")), dense(4, 1, "softmax"))
    if "findings" not in st.session_state:
        st.session_state.findings = check_up(file, X * 1000, targets=np.ones((30, 1)))
    page.show_check_up(Page(Settings({}), prefix="p_"), st.session_state.findings)
    page._chart = real
    st.session_state.made = made


@pytest.fixture(scope="module")
def app() -> AppTest:
    script = AppTest.from_function(shown, default_timeout=60)
    script.query_params["lang"] = "en"
    return script.run()


def test_each_alarm_says_its_number_the_threshold_why_and_what_to_change(app):
    assert not app.exception
    assert app.markdown[0].value.startswith("**Alarms: ")
    assert any(one.value == ":red[:material/error:] **Features that are not scaled**" for one in app.markdown)
    assert any("(alarm above 5)" in one.value for one in app.text)
    shares = [one.value for one in app.text if one.value.startswith("saturated share")]
    assert shares
    assert all(each.endswith("% (alarm above 70%)") for each in shares)
    assert sum(one.value.startswith("**Why it matters.**") for one in app.markdown) == len(app.code)
    assert any("keras.layers.Normalization()" in one.value for one in app.code)


def test_the_name_of_a_layer_is_text(app):
    assert any(one.value == "**rnn**" for one in app.text)
    assert not any("rnn" in one.value for one in app.markdown)


def test_what_is_sound_and_what_is_not_known_is_folded(app):
    assert [one.label.partition(" (")[0] for one in app.expander] == ["Sound", "Not known, or does not apply"]
    results = app.dataframe[1].value["result"]
    assert results.str.len().min() > 0


def test_pictures_are_made_once(app):
    app.run()
    assert app.session_state.made == []


def test_time_series_is_checked_with_the_weights_that_it_forecasts_with():
    app = open_series(panel="check_up")
    assert any(one.value.startswith("**Alarms: 0**") for one in app.markdown)
    untrained = open_series(panel="check_up", trained="0", units="9")
    assert any("Weights as they were before any training" in one.value for one in untrained.markdown)


def test_the_judged_column_is_the_one_that_an_echo_is_looked_for_in():
    from lstm_viz.lessons.time_series import check_up as of_series
    from lstm_viz.lessons.time_series.view import first_run
    from tests.lessons.time_series.cases import view

    made = view(target=2)
    findings = of_series.findings(made.prepared, made.settings, first_run(made).weights)
    echo = next(one for one in findings if one.check == "echo")
    value = echo.picture.series["value"]
    assert np.allclose(value, made.prepared.scaled[-60:, 1])
