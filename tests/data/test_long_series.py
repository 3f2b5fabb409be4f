"""The longer series: what each is made of, and that a seed makes it again."""

import numpy as np
import pytest

from lstm_viz.data.long_series import (
    DAYS_A_WEEK,
    HIGH_PRESSURE,
    LOW_PRESSURE,
    TANK_HOURS,
    TANKS,
    clean_sine,
    daily_price,
    daily_prices,
    jumps,
    tank_record,
)


def test_a_clean_sine_repeats_itself_after_its_period():
    series = clean_sine()
    np.testing.assert_allclose(series[40:], series[:-40], atol=1e-12)
    assert (series[0], round(series[10], 12), round(series[30], 12)) == (0, 1, -1)


@pytest.mark.parametrize("make", [tank_record, daily_price, daily_prices, jumps])
def test_a_seed_makes_it_again_and_a_longer_one_begins_alike(make):
    length = 300
    np.testing.assert_array_equal(make(3, length), make(3, length))
    np.testing.assert_array_equal(make(3, 2 * length)[:length], make(3, length))
    assert not np.array_equal(make(3, length), make(4, length))


def test_the_tanks_fill_and_empty_between_their_two_pressures():
    record = tank_record(1)
    assert record.shape == (TANK_HOURS, 2 * TANKS)
    pressure = record[:, ::2]
    assert (pressure.min(axis=0) < LOW_PRESSURE).all()
    assert (pressure.max(axis=0) > HIGH_PRESSURE).all()
    assert pressure.min() > 0
    # At the same pressure it may go either way: that is what must be remembered.
    change, here = np.diff(pressure[:, 0]), pressure[:-1, 0]
    around = change[(here > 3.5) & (here < 4.5)]
    assert (around > 0.2).any()
    assert (around < -0.1).any()


def test_the_price_rises_and_swings_with_the_week():
    price = daily_price(1)
    assert price[-100:].mean() > price[:100].mean()
    change = np.diff(np.log(price))
    assert np.corrcoef(change[DAYS_A_WEEK:], change[:-DAYS_A_WEEK])[0, 1] > 0.3


def test_a_day_has_five_numbers_and_closes_at_the_daily_price():
    opening, highest, lowest, closing, traded = daily_prices(1).T
    np.testing.assert_array_equal(closing, daily_price(1))
    assert (highest >= np.maximum(opening, closing)).all()
    assert (lowest <= np.minimum(opening, closing)).all()
    assert np.abs(np.log(opening[1:] / closing[:-1])).max() < 0.01
    np.testing.assert_array_equal(traded, traded.round())
    assert traded.min() > 0
    assert np.corrcoef(traded, np.abs(np.log(closing / opening)))[0, 1] > 0.5


def test_a_jump_comes_every_100_rows_and_nothing_before_it_tells():
    series = jumps(1)
    assert np.flatnonzero(np.diff(series) > 0.5).tolist() == list(range(99, 1199, 100))
    quiet = np.concatenate([series[at - 60 : at] for at in range(100, 1200, 100)])
    assert np.abs(quiet).max() < 0.1
