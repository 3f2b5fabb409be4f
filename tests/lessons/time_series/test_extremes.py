"""Series of extreme scales: each is refused with a sentence, or every number and every sentence about it is true."""

import warnings

import numpy as np
import pytest

from lstm_viz.data import InputError
from lstm_viz.data.series import Scaler
from lstm_viz.data.table import parse_table
from lstm_viz.lessons.time_series.baselines import estimated_season
from lstm_viz.lessons.time_series.errors import errors_of
from lstm_viz.lessons.time_series.gaps import filled
from lstm_viz.lessons.time_series.judge import MODEL, judge, one_step_origins, roll_origins
from lstm_viz.lessons.time_series.prepare import prepare
from lstm_viz.lessons.time_series.run import initial_weights
from lstm_viz.lessons.time_series.series import Series
from lstm_viz.lessons.time_series.ui.words import number, verdict
from tests.lessons.time_series.cases import SMALL, random_series, view
from tests.support.sentences import refusal

draw = np.random.default_rng(0)
NOISE = draw.normal(size=300)
WAVE = np.sin(np.arange(300) / 4)
SERIES = {
    "almost nothing, then a lot": np.concatenate([2e-30 * draw.random(250), np.full(50, 1e15)]),
    "nothing, then a lot": np.concatenate([np.zeros(250), np.full(50, 1e15)]),
    "1e-300": 1e-300 * NOISE,
    "1e-200": 1e-200 * WAVE,
    "subnormal": 5e-324 * np.arange(300),
    "1e-320, then one": np.concatenate([1e-320 * np.abs(NOISE[:250]), np.ones(50)]),
    "1e15": 1e15 * WAVE,
    "1e15 and one more": 1e15 + np.round(WAVE, 0) / 8,
    "constant": np.full(300, 0.1),
    "zero": np.zeros(300),
    "constant, then not": np.concatenate([np.zeros(250), WAVE[:50]]),
    "one value that differs": np.where(np.arange(300) == 100, 1.0, 0.0),
    "one value that differs by far": np.where(np.arange(300) == 290, 1e15, WAVE),
    "growing": np.exp2(np.arange(300) / 8),
    "growing by far": np.exp2(np.minimum(np.arange(300), 49.0)),
    "alternating": 1e15 * (-1.0) ** np.arange(300),
    "whole numbers": np.arange(300) * 2.0**40,
    "three steps": np.concatenate([np.zeros(100), np.full(100, 1e6), np.full(100, 1e12)]),
}


def judged_of(values: np.ndarray, steps: int):
    """What the page computes of one column: with a network before its training, and rolled out."""
    ready = prepare(Series(("v",), values[:, None]), 0, 20, 20, SMALL.look_back, SMALL.horizon)
    assert np.isfinite(ready.scaled).all()
    season = estimated_season(ready.truth[: ready.split.training_end])
    origins = one_step_origins(ready) if steps == 1 else roll_origins(ready, steps)
    return judge(ready, (SMALL, initial_weights(SMALL, 1)), season, origins, steps)


@pytest.mark.parametrize("steps", [1, 50])
@pytest.mark.parametrize("name", SERIES)
def test_every_error_is_a_number_and_the_verdict_holds(name, steps):
    found = []
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        told = refusal(lambda: found.append(judged_of(SERIES[name], steps)))
        assert told.startswith("Scaled by the training part, v has values as far as") if told else found
        for judged in found:
            for errors in judged.errors.values():
                assert errors.mae >= 0
                assert errors.rmse >= errors.mae * 0.999999
                assert errors.mase is None or errors.mase >= 0
            assert np.isfinite(judged.errors["last"].mae)
            words = verdict(judged, view(), {method: method for method in judged.errors})
            assert "nan" not in words
            model, rivals = judged.errors[MODEL].mae, [e.mae for m, e in judged.errors.items() if m != MODEL]
            assert ("has the smallest mean error" in words) == (model < min(rivals)) == (judged.best == MODEL)
            assert ("is better with" in words) <= (min(rivals) < model)


@pytest.mark.parametrize("name", ["almost nothing, then a lot", "nothing, then a lot", "one value that differs by far"])
def test_what_no_network_can_read_is_refused_with_its_column(name):
    with pytest.raises(InputError, match="Scaled by the training part, v has values as far as"):
        judged_of(SERIES[name], 1)


def test_a_regression_that_grows_beyond_all_numbers_is_infinitely_wrong():
    truth = np.zeros((2, 3))
    for wrong in (np.inf, -np.inf, np.nan):
        grown = np.array([[1.0, 2.0, wrong], [0, 0, 0]])
        errors = errors_of(grown, truth, np.arange(9.0))
        assert (errors.mae, errors.rmse, errors.mase) == (np.inf, np.inf, np.inf)
        assert number(errors.mae) == "∞"
    large = errors_of(np.full((2, 3), 1e200), truth, np.arange(9.0))
    assert (large.mae, large.rmse) == (pytest.approx(1e200), pytest.approx(1e200))


@pytest.mark.parametrize("scale", [1e-300, 1e-150, 1e-30, 1.0, 1e15])
def test_a_season_does_not_depend_on_the_unit(scale):
    assert estimated_season(scale * np.sin(2 * np.pi * np.arange(200) / 20)) == 20


@pytest.mark.parametrize("scale", [5e-324, 1e-310, 1e-200, 1e-90, 1e-30, 1.0, 1e15])
def test_scaled_values_are_finite_and_those_of_a_column_that_hardly_changes_are_0(scale):
    values = scale * NOISE[:, None]
    scaled = Scaler.fitted(values).scaled(values)
    expected = 1 if scale > 1e-100 else 0
    assert scaled.std() == pytest.approx(expected, abs=1e-5)


def test_a_file_of_such_values_is_read_with_each_of_them():
    text = "v\n" + "\n".join(f"{value!r}" for value in SERIES["1e-300"].tolist())
    series = filled(parse_table(text), "previous", [0])
    np.testing.assert_array_equal(series.values[:, 0], SERIES["1e-300"])
    assert np.isfinite(prepare(series, 0, 20, 20, 5, 1).scaled).all()


def test_the_order_of_the_forecasts_is_that_of_their_errors_in_any_unit():
    values = random_series(120, 1).values[:, 0]
    orders = []
    for scale in (1e-90, 1.0, 1e12):
        judged = judged_of(scale * values, 10)
        orders.append(sorted(judged.errors, key=lambda method: judged.errors[method].mae))
    assert orders[0] == orders[1] == orders[2]
