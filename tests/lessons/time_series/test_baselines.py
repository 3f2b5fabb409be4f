"""Baselines and errors against numpy computed here anew, row by row."""

from dataclasses import replace

import numpy as np
import pytest

from lstm_viz.data.long_series import clean_sine, daily_price, tank_record
from lstm_viz.lessons.time_series import baselines
from lstm_viz.lessons.time_series.errors import errors_of
from lstm_viz.lessons.time_series.judge import MODEL, judge, one_step_origins, roll_origins
from tests.lessons.time_series.cases import prepared, random_series

SEASON = 7


@pytest.fixture(scope="module")
def ready():
    return prepared(random_series(90))


def ours(ready, steps):
    origins = roll_origins(ready, steps)
    return judge(ready, None, SEASON, origins, steps)


def test_last_value_and_last_season_say_what_they_are_called(ready):
    judged, values = ours(ready, 9), ready.series.values[:, 0]
    for at, origin in enumerate(judged.origins):
        for step in range(9):
            assert judged.forecasts["last"][at, step] == values[origin - 1]
            back = origin + step
            while back >= origin:
                back -= SEASON
            assert judged.forecasts["seasonal"][at, step] == values[back]
            assert judged.truth[at, step] == values[origin + step]


def test_linear_regression_is_the_least_squares_of_the_training_windows(ready):
    scaled = ready.scaled.astype("float64")
    rows = [np.append(scaled[row - 5 : row].ravel(), 1) for row in range(5, ready.split.training_end)]
    design, wanted = np.array(rows), scaled[5 : ready.split.training_end]
    solution = np.linalg.solve(design.T @ design, design.T @ wanted)
    judged = judge(ready, None, None, one_step_origins(ready), 1)
    for at, origin in enumerate(judged.origins):
        said = np.append(scaled[origin - 5 : origin].ravel(), 1) @ solution
        own = said[0] * ready.scaler.deviation[0] + ready.scaler.mean[0]
        assert judged.forecasts["linear"][at, 0] == pytest.approx(own, abs=1e-4)


def test_linear_regression_reads_its_own_output_when_rolled_out(ready):
    regression = baselines.linear_regression(ready)
    origin = ready.split.validation_end
    known = list(ready.scaled[origin - 5 : origin].astype("float64"))
    for _ in range(6):
        known.append(np.ravel(known[-5:]) @ regression.coefficients + regression.intercept)
    expected = np.array(known[5:])[:, 0] * ready.scaler.deviation[0] + ready.scaler.mean[0]
    judged = judge(ready, None, None, np.array([origin]), 6)
    np.testing.assert_allclose(judged.forecasts["linear"][0], expected, atol=1e-4)


def test_no_forecast_reads_a_row_that_is_to_come(ready):
    origins = np.array([ready.split.validation_end + 3])
    before = judge(ready, None, SEASON, origins, 8)
    ready.series.values[origins[0] :] += 1000
    try:
        changed = prepared(ready.series)
        after = judge(changed, None, SEASON, origins, 8)
    finally:
        ready.series.values[origins[0] :] -= 1000
    for method in before.forecasts:
        np.testing.assert_array_equal(after.forecasts[method], before.forecasts[method])


def test_errors_are_those_of_the_textbook(ready):
    judged, values = ours(ready, 4), ready.series.values[:, 0]
    naive = sum(abs(values[row] - values[row - 1]) for row in range(1, ready.split.training_end))
    naive /= ready.split.training_end - 1
    for method, errors in judged.errors.items():
        off = [f - t for f, t in zip(judged.forecasts[method].ravel(), judged.truth.ravel(), strict=True)]
        mae = sum(map(abs, off)) / len(off)
        assert errors.mae == pytest.approx(mae, rel=1e-9)
        assert errors.rmse == pytest.approx((sum(each**2 for each in off) / len(off)) ** 0.5, rel=1e-9)
        assert errors.mase == pytest.approx(mae / naive, rel=1e-9)
        np.testing.assert_allclose(judged.mae_by_step(method).mean(), mae, rtol=1e-9)


def test_mase_of_a_training_part_that_stands_still_is_not_made_up():
    assert errors_of(np.ones(3), np.zeros(3), np.full(9, 4.0)).mase is None


def test_errors_of_different_shapes_are_refused():
    with pytest.raises(ValueError, match="forecasts must have the shape"):
        errors_of(np.zeros(3), np.zeros(4), np.arange(5.0))


def test_the_nearest_is_named_and_a_network_does_not_win_a_tie(ready):
    judged = ours(ready, 1)
    assert judged.errors[judged.best].mae == min(errors.mae for errors in judged.errors.values())
    last = judged.errors["last"]
    assert replace(judged, errors={MODEL: last, "last": last}).best == "last"


@pytest.mark.parametrize(
    ("series", "season"), [(clean_sine(), 40), (tank_record(2)[:, 0], 24), (daily_price(2), 7), (np.arange(60.0), None)]
)
def test_a_season_is_found_where_there_is_one(series, season):
    assert baselines.estimated_season(series) == season


def test_noise_has_no_season_of_note():
    found = [baselines.estimated_season(np.random.default_rng(seed).normal(size=400)) for seed in range(20)]
    assert found.count(None) >= 19


def test_a_season_longer_than_what_is_known_is_refused():
    with pytest.raises(ValueError, match="season"):
        baselines.seasonal_last_value(np.zeros((30, 1)), np.array([10]), 3, 11)
