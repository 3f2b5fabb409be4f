"""What is wrong with a forecast is said of a made series that has it, and not of one that has not."""

import numpy as np
import pytest

from lstm_viz.data import InputError
from lstm_viz.lessons.time_series.errors import errors_of
from lstm_viz.lessons.time_series.judge import MODEL, Judged, judge, one_step_origins
from lstm_viz.lessons.time_series.prepare import CHANGES, Prepared, prepare
from lstm_viz.lessons.time_series.series import Series
from lstm_viz.lessons.time_series.symptoms import TITLES, symptoms_of
from lstm_viz.lessons.time_series.view import first_run
from tests.lessons.time_series.cases import SMALL, changed, view

ROWS = 600
STEP = np.arange(ROWS)
DRAW = np.random.default_rng(0)
NOISE = DRAW.normal(size=ROWS)
WALK = NOISE.cumsum()
WAVE = np.sin(2 * np.pi * STEP / 24) + 0.05 * NOISE
TREND = 0.05 * STEP + WAVE


def prepared(values: np.ndarray, change: str = "values") -> Prepared:
    return prepare(Series(("v",), values[:, None]), 0, 20, 20, SMALL.look_back, SMALL.horizon, change)


def judged(ready: Prepared, forecast: np.ndarray) -> Judged:
    """The forecasts of a network that answers so, beside those of the baselines."""
    base = judge(ready, None, None, one_step_origins(ready), 1)
    training = ready.truth[: ready.split.training_end]
    errors = {MODEL: errors_of(forecast[:, None], base.truth, training), **base.errors}
    return Judged(base.origins, base.truth, {MODEL: forecast[:, None], **base.forecasts}, errors)


def said(ready: Prepared, forecast: np.ndarray, **settings) -> dict[str, tuple[str, dict]]:
    found = symptoms_of(ready, changed(**settings), judged(ready, forecast), 10)
    return {each.name: (f"{each.said} {each.cure}", dict(each.settings)) for each in found}


def last(ready: Prepared) -> np.ndarray:
    return ready.truth[one_step_origins(ready) - 1]


def truth(ready: Prepared) -> np.ndarray:
    return ready.truth[one_step_origins(ready)]


def test_a_forecast_that_repeats_the_last_value_is_told_with_its_numbers_and_its_cure():
    ready = prepared(WALK)
    sentence, cure = said(ready, 0.98 * last(ready))["shifted"]
    now, before = (np.corrcoef(0.98 * last(ready), each)[0, 1] for each in (truth(ready), last(ready)))
    assert f"the value before ({before:.3f})" in sentence
    assert f"that it forecasts ({now:.3f})" in sentence
    assert cure == {"change": "differences"}


def test_where_changes_are_read_already_it_says_whether_there_is_more_to_learn():
    ready = prepared(WALK, "differences")
    sentence, cure = said(ready, last(ready))["shifted"]
    assert "reads changes already. A linear regression has a skill of" in sentence
    assert cure == {}


def test_a_trend_that_leaves_the_training_range_is_counted_and_the_better_change_is_offered():
    ready = prepared(TREND)
    outside = int((truth(ready) > ready.truth[: ready.split.training_end].max()).sum())
    sentence, cure = said(ready, truth(ready))["beyond"]
    assert sentence.startswith(f"{outside} of 120 test values (100%) are outside")
    assert cure == {"change": "differences"}
    assert said(prepared(np.exp(TREND / 5)), truth(prepared(np.exp(TREND / 5))))["beyond"][1] == {"change": "returns"}


@pytest.mark.parametrize("change", ["differences", "returns"])
def test_the_cure_of_a_trend_cures_it(change):
    ready = prepared(TREND - TREND.min() + 20, change)
    assert "beyond" not in said(ready, truth(ready))


def test_a_constant_answer_is_told_and_what_helps_depends_on_whether_there_is_more_to_learn():
    ready = prepared(WAVE)
    sentence, cure = said(ready, 0.1 * truth(ready), units=2)["constant"]
    assert sentence.startswith("The standard deviation of the forecasts is 10% of that of the measured values.")
    assert cure == {"learning_rate": "0.01", "epochs": 40, "units": 16}
    ready = prepared(NOISE)
    sentence, cure = said(ready, 0.001 * truth(ready) + NOISE[:480].mean())["constant"]
    assert "the mean is the best forecast" in sentence
    assert cure == {}


@pytest.mark.parametrize("values", [WAVE, WALK, NOISE, np.sin(STEP / 7)])
def test_a_good_forecast_has_none_of_them(values):
    ready = prepared(values)
    rows = np.random.default_rng(1).normal(size=len(truth(ready)))
    assert said(ready, truth(ready) + 0.05 * truth(ready).std() * rows) == {}


def test_the_network_that_comes_with_the_page_has_none_of_them():
    shown = view()
    run = first_run(shown)
    found = judge(shown.prepared, (shown.settings, run.weights), shown.season, one_step_origins(shown.prepared), 1)
    assert symptoms_of(shown.prepared, shown.settings, found, 40) == []


def test_an_untrained_network_is_not_judged():
    ready = prepared(WALK)
    assert symptoms_of(ready, SMALL, judge(ready, None, None, one_step_origins(ready), 1), 10) == []


@pytest.mark.parametrize("change", CHANGES)
def test_changes_that_are_forecast_rightly_give_the_values(change):
    ready = prepared(WAVE + 5, change)
    origins, steps = np.array([480, 500]), 4
    right = ready.scaled[origins[:, None] + np.arange(steps)]
    restored = ready.restored(right, origins)
    np.testing.assert_allclose(restored, ready.truth[origins[:, None] + np.arange(steps)], rtol=1e-5)
    assert ready.series.rows == ROWS - (change != "values")
    np.testing.assert_allclose(ready.scaler.mean, ready.read[: ready.split.training_end].mean(axis=0))


def test_relative_changes_need_values_above_0():
    with pytest.raises(InputError, match="Relative changes need values above 0, and the least of v is"):
        prepared(WAVE, "returns")


def test_each_symptom_has_a_title():
    assert set(TITLES) == {"shifted", "beyond", "constant"}


def test_of_changes_too_small_to_be_squared_no_correlation_is_told():
    ready = prepared(1e-200 * WALK)
    assert said(ready, last(ready)) == {}
