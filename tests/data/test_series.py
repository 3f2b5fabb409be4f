"""Series, windows and scaling, against the numbers of the tutorials and against plain loops."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.testing import assert_allclose, assert_array_equal

from lstm_viz.data.series import Scaler, count_windows, noisy_sine, tanks, windows


def test_the_noisy_sine_is_the_tutorials():
    values = noisy_sine(7)
    noise = values - [np.sin(np.pi * k * 2.025) for k in range(100)]
    assert values.shape == (100,)
    assert values.dtype == np.float32
    assert noise.min() >= -1e-6
    assert noise.max() < 1
    assert 0.4 < noise.mean() < 0.6
    assert_array_equal(values, noisy_sine(7))
    assert not np.array_equal(values, noisy_sine(8))


def test_a_hundred_values_and_a_look_back_of_ten_give_ninety_windows():
    cut = windows(noisy_sine(1)[:, None], 10)
    assert cut.inputs.shape == (90, 10, 1)
    assert cut.targets.shape == (90, 1)
    assert_array_equal(cut.targets[:, 0], noisy_sine(1)[10:])


sizes = st.integers(1, 6)


@given(st.integers(2, 40), sizes, sizes, sizes)
def test_windows_are_those_of_a_plain_loop(length, look_back, stride, horizon):
    series = np.arange(2 * length, dtype="float32").reshape(length, 2)
    inputs, targets = [], []
    start = 0
    while start + look_back + horizon <= length:
        inputs.append(series[start : start + look_back])
        targets.append(series[start + look_back + horizon - 1])
        start += stride
    assert count_windows(length, look_back, stride=stride, horizon=horizon) == len(inputs)
    if not inputs:
        with pytest.raises(ValueError, match="at least look_back"):
            windows(series, look_back, stride=stride, horizon=horizon)
        return
    cut = windows(series, look_back, stride=stride, horizon=horizon)
    assert_array_equal(cut.inputs, inputs)
    assert_array_equal(cut.targets, targets)
    assert_array_equal(series[cut.starts], cut.inputs[:, 0])
    assert_array_equal(series[cut.target_rows], cut.targets)


@pytest.mark.parametrize("name", ["look_back", "stride", "horizon"])
def test_a_window_of_nothing_is_refused(name):
    with pytest.raises(ValueError, match=f"{name} must be at least 1, not 0"):
        windows(np.zeros((9, 1)), **{"look_back": 3, "stride": 1, "horizon": 1, name: 0})


def test_a_series_needs_its_axis_of_features():
    with pytest.raises(ValueError, match=r"\(time, features\), not \(9,\)"):
        windows(np.zeros(9), 3)


def test_scaled_values_have_mean_zero_and_deviation_one():
    values = np.random.default_rng(3).normal((5, -20), (2, 30), (50, 2)).astype("float32")
    scaler = Scaler.fitted(values[:30])
    assert_allclose(scaler.mean, values[:30].mean(axis=0), rtol=1e-5)
    assert_allclose(scaler.scaled(values[:30]).mean(axis=0), 0, atol=1e-6)
    assert_allclose(scaler.scaled(values[:30]).std(axis=0), 1, rtol=1e-5)


def test_a_feature_that_never_changes_becomes_zero():
    values = np.full((7, 1), 0.1, "float32")
    assert_array_equal(Scaler.fitted(values).scaled(values), np.zeros((7, 1)))


def test_tanks_are_five_hours_of_two_features_each():
    made = tanks(6, 1)
    assert made.table.shape == (30, 4)
    assert made.later.shape == (6,)
    assert_array_equal(made.table[:, 0], np.repeat([1, 2, 3, 4, 5, 6], 5))
    assert_array_equal(made.table[:, 1], np.tile([1, 2, 3, 4, 5], 6))
    assert_array_equal(made.table[:10], tanks(2, 1).table)
    assert not np.array_equal(made.table, tanks(6, 2).table)
    with pytest.raises(ValueError, match="at least 1"):
        tanks(0, 1)
