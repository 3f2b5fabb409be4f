"""Split, scaler and windows against numpy computed here anew; and that nothing of the test part gets into training."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_viz.data import InputError
from lstm_viz.data.series import noisy_sine
from lstm_viz.lessons.time_series.prepare import CHANGES, MIN_MAX, PARTS, SCALERS, Split, prepare, window_starts
from lstm_viz.lessons.time_series.series import SOURCES, Series
from tests.lessons.time_series.cases import prepared, random_series


def test_the_tutorials_noisy_sine_has_twenty_windows_for_the_test():
    # GOLDEN G4: 100 values, windows of 10: 90 windows, the last 20 for the test.
    series = Series(("sine",), noisy_sine(1)[:, None].astype("float64"))
    ready = prepare(series, 0, 20, 20, 10, 1)
    counts = {part: len(ready.starts(part)) for part in PARTS}
    assert counts == {"training": 50, "validation": 20, "test": 20}
    assert sum(counts.values()) == 90


def test_the_scaler_has_the_statistics_of_the_training_rows_alone():
    series = random_series(50)
    scaler = prepared(series).scaler
    for column in range(2):
        rows = [series.values[row, column] for row in range(30)]
        mean = sum(rows) / 30
        deviation = (sum((value - mean) ** 2 for value in rows) / 30) ** 0.5
        assert scaler.mean[column] == pytest.approx(mean, rel=1e-12)
        assert scaler.deviation[column] == pytest.approx(deviation, rel=1e-12)


def test_what_comes_after_the_training_part_changes_neither_scaler_nor_training_windows():
    series = random_series(50)
    ready = prepared(series)
    values = series.values.copy()
    values[30:] = 1e6
    other = prepared(Series(series.columns, values))
    np.testing.assert_array_equal(other.scaler.mean, ready.scaler.mean)
    np.testing.assert_array_equal(other.scaler.deviation, ready.scaler.deviation)
    latest = ready.starts("training").max() + ready.look_back + ready.horizon
    np.testing.assert_array_equal(other.scaled[:latest], ready.scaled[:latest])
    assert latest == 30


def test_the_worker_is_never_given_a_row_of_the_test():
    ready = prepared()
    assert len(ready.training_data.scaled) == ready.split.validation_end
    values = ready.series.values.copy()
    values[ready.split.validation_end :] = -1e6
    other = prepared(Series(ready.series.columns, values))
    np.testing.assert_array_equal(other.training_data.scaled, ready.training_data.scaled)
    assert other.training_data.training_end == ready.training_data.training_end


def test_min_max_takes_the_training_rows_alone_to_0_and_1_and_later_rows_do_not_change_it():
    series = random_series(50)
    training = series.values[:30]
    ready = prepare(series, 0, 20, 20, 5, 1, scaling=MIN_MAX)
    np.testing.assert_array_equal(ready.scaler.zero, training.min(axis=0))
    np.testing.assert_array_equal(ready.scaler.unit, training.max(axis=0) - training.min(axis=0))
    scaled = ready.scaled[:30]
    assert scaled.min(axis=0).tolist() == [0, 0]
    assert scaled.max(axis=0).tolist() == [1, 1]
    later = np.concatenate([training, np.full((20, 2), 1e6)])
    other = prepare(Series(series.columns, later), 0, 20, 20, 5, 1, scaling=MIN_MAX)
    np.testing.assert_array_equal(other.scaler.zero, ready.scaler.zero)
    np.testing.assert_array_equal(other.scaler.unit, ready.scaler.unit)
    np.testing.assert_array_equal(other.scaled[:30], scaled)


def test_rows_of_the_test_outside_0_to_1_are_counted():
    series = random_series(50)
    ready = prepare(series, 0, 20, 20, 5, 1, scaling=MIN_MAX)
    test = ready.scaler.scaled(series.values[40:])
    assert ready.outside("test").tolist() == [sum(not 0 <= value <= 1 for value in test[:, at]) for at in range(2)]
    assert ready.outside("test").sum() > 0
    assert ready.outside("training").tolist() == [0, 0]


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("scaling", SCALERS)
def test_a_scaled_truth_is_scaled_back_to_the_truth(scaling, change):
    series = Series(("a",), 50 + random_series(50, 1).values)
    ready = prepare(series, 0, 20, 20, 5, 1, change, scaling)
    origins = np.arange(5, ready.series.rows)
    np.testing.assert_allclose(
        ready.restored(ready.scaled[origins][:, None], origins)[:, 0], ready.truth[origins], 1e-5
    )


@given(st.integers(12, 120), st.integers(5, 40), st.integers(5, 40), st.integers(2, 12), st.integers(1, 6))
def test_every_windows_targets_lie_in_its_part_and_no_row_is_a_target_of_two_parts(
    rows, validation, test, look_back, horizon
):
    split = Split.of_shares(rows, validation, test)
    targets = {}
    for part in PARTS:
        starts = window_starts(split, part, look_back, horizon)
        first, end = split.bounds(part)
        targets[part] = {start + look_back + step for start in starts.tolist() for step in range(horizon)}
        assert all(first <= row < end for row in targets[part])
        assert all(start >= 0 for start in starts.tolist())
        # None is left out that would fit.
        fitting = [s for s in range(rows) if max(first, look_back) <= s + look_back and s + look_back + horizon <= end]
        assert starts.tolist() == fitting
    assert not targets["training"] & targets["validation"]
    assert not (targets["training"] | targets["validation"]) & targets["test"]
    training = window_starts(split, "training", look_back, horizon)
    assert training.size == 0 or training.max() + look_back + horizon <= split.training_end


@pytest.mark.parametrize(
    ("shares", "shape", "said"),
    [
        ((40, 40), (9, 2), "Rows in the training part: 10"),
        ((5, 20), (2, 6), "Rows in the validation part: 2"),
        ((20, 5), (2, 6), "Rows in the test part: 2"),
    ],
)
def test_a_part_that_is_too_short_is_said(shares, shape, said):
    with pytest.raises(InputError, match=said):
        prepare(random_series(50), 0, *shares, *shape)


@pytest.mark.parametrize("scaling", SCALERS)
def test_a_column_that_does_not_change_is_scaled_to_zeros(scaling):
    ready = prepare(Series(("a",), np.full((50, 1), 7.0)), 0, 20, 20, 5, 1, scaling=scaling)
    assert not ready.scaled.any()


def test_a_target_that_is_not_there():
    with pytest.raises(IndexError, match="target"):
        prepare(random_series(), 2, 20, 20, 5, 1)


def test_without_a_validation_part_all_windows_before_the_test_train():
    ready = prepare(SOURCES["noisy_sine"](1), 0, 0, 20, 10, 1)
    assert [len(ready.starts(part)) for part in ("training", "validation", "test")] == [70, 0, 20]
