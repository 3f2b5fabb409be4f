"""Longer series for the page Time series, made from a seed."""

import numpy as np

SINE_STEPS, SINE_PERIOD = 400, 40
TANKS = 3
TANK_HOURS = 1200
PRICE_DAYS = 730
HOURS_A_DAY = 24
LOW_PRESSURE, HIGH_PRESSURE = 2.0, 6.0
DAYS_A_WEEK = 7
JUMP_LENGTH, JUMP_PERIOD, JUMP_FALL = 1200, 100, 30


def clean_sine(length: int = SINE_STEPS, period: int = SINE_PERIOD) -> np.ndarray:
    """sin(2π · k / period) for k = 0, 1, …; shape (length,)."""
    return np.sin(2 * np.pi * np.arange(length) / period)


def tank_record(seed: int, hours: int = TANK_HOURS) -> np.ndarray:
    """Made-up measurements of tanks, one each hour.

    Each tank is emptied by a demand that changes with the hour of the day. Its pump starts when the pressure has fallen
    to LOW_PRESSURE and stops when it has risen to HIGH_PRESSURE. One pressure does not tell whether it rises or falls,
    so a forecast needs a memory. The tank warms while the pump runs.

    Args:
        seed: The seed of the random numbers. A longer record begins with the shorter one.
        hours: The number of hours.

    Returns:
        Shape (hours, 2 * TANKS): pressure in bar and temperature in °C of each tank in turn, to two decimals.
    """
    draws = np.random.default_rng(seed).spawn(TANKS)
    return np.concatenate([_tank(draw, hours) for draw in draws], axis=1)


def _tank(draw: np.random.Generator, hours: int) -> np.ndarray:
    fill, demand = draw.uniform(0.75, 1.05), draw.uniform(0.3, 0.45)
    peak, warmth = draw.uniform(0, HOURS_A_DAY), draw.uniform(14, 22)
    pressure, heat, is_filling = draw.uniform(LOW_PRESSURE, HIGH_PRESSURE), 0.0, False
    noise = draw.normal(size=(hours, 3))
    measured = np.empty((hours, 2))
    for hour in range(hours):
        swing = np.cos(2 * np.pi * (hour - peak) / HOURS_A_DAY)
        # The pump runs until the tank is full, then stops until it is nearly empty.
        is_filling = pressure < HIGH_PRESSURE if is_filling else pressure <= LOW_PRESSURE
        pressure += fill * is_filling - demand * (1 + 0.5 * swing + 0.04 * noise[hour, 0])
        heat += 0.25 * (4.0 * is_filling - heat)
        measured[hour] = pressure + 0.01 * noise[hour, 1], warmth + 3 * swing + heat + 0.15 * noise[hour, 2]
    return measured.round(2)


def daily_price(seed: int, days: int = PRICE_DAYS) -> np.ndarray:
    """A made-up price with a trend, a weekly and a yearly season, and random steps that cannot be predicted.

    Args:
        seed: The seed of the random numbers. A longer series begins with the shorter one.
        days: The number of days.

    Returns:
        Shape (days,), to two decimals: the exponential of trend, seasons and a random walk.
    """
    draw, day = np.random.default_rng(seed), np.arange(days)
    walk = 0.006 * draw.normal(size=days).cumsum()
    week = 0.012 * np.sin(2 * np.pi * day / DAYS_A_WEEK)
    year = 0.05 * np.sin(2 * np.pi * day / 365)
    return (100 * np.exp(0.0004 * day + year + week + walk)).round(2)


def daily_prices(seed: int, days: int = PRICE_DAYS) -> np.ndarray:
    """Made-up prices of the days of `daily_price`, which closes each.

    A day opens near the last close. Its highest and lowest price lie around the two, and more is traded where the price
    moves more.

    Args:
        seed: The seed of the random numbers. A longer series begins with the shorter one.
        days: The number of days.

    Returns:
        Shape (days, 5): opening, highest, lowest and closing price, to two decimals, and the shares that are traded.
    """
    draw, closing = np.random.default_rng([seed, 1]).normal(size=(days, 4)), daily_price(seed, days)
    opening = np.concatenate([[100.0], closing[:-1]]) * np.exp(0.002 * draw[:, 0])
    highest = np.maximum(opening, closing) * np.exp(0.005 * np.abs(draw[:, 1]))
    lowest = np.minimum(opening, closing) * np.exp(-0.005 * np.abs(draw[:, 2]))
    traded = 1000 * np.exp(40 * np.abs(np.log(closing / opening)) + 0.2 * draw[:, 3])
    return np.column_stack([np.column_stack([opening, highest, lowest, closing]).round(2), traded.round()])


def jumps(seed: int, length: int = JUMP_LENGTH) -> np.ndarray:
    """A quiet series that jumps to 1 every JUMP_PERIOD rows, and falls back to 0 over JUMP_FALL rows.

    Of the rows before a jump nothing announces it: only the last jump tells when the next one comes.

    Args:
        seed: The seed of the random numbers. A longer series begins with the shorter one.
        length: The number of rows.

    Returns:
        Shape (length,): the jumps and normal noise of deviation 0.02.
    """
    since = np.arange(length) % JUMP_PERIOD
    return np.maximum(1 - since / JUMP_FALL, 0) + 0.02 * np.random.default_rng(seed).normal(size=length)
