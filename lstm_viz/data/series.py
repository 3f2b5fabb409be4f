"""Series over time: how they are made, cut into windows and scaled."""

from dataclasses import dataclass

import numpy as np

SINE_LENGTH = 100
LEAST_CHANGE = 1e-100  # of smaller numbers the squares are too small for float64
HOURS = 5
TANK_COLUMNS = ("tank", "hour", "pressure", "temperature")


def noisy_sine(seed: int, length: int = SINE_LENGTH) -> np.ndarray:
    """The tutorial's series sin(π · 2.025 · k) + U[0, 1) for k = 0, 1, …; shape (length,), float32."""
    k = np.arange(length)
    return (np.sin(np.pi * 2.025 * k) + np.random.default_rng(seed).random(length)).astype("float32")


@dataclass(frozen=True, eq=False)
class Tanks:
    """Tanks measured each hour.

    Attributes:
        table: One row for each tank and hour, ordered by tank and then by hour, with the columns TANK_COLUMNS. Pressure
            is in bar and temperature in °C. Shape (tanks * HOURS, 4), float32. Tanks and hours count from 1.
        later: The pressure one hour after the last row of each tank, (tanks,), float32.
    """

    table: np.ndarray
    later: np.ndarray


def tanks(count: int, seed: int) -> Tanks:
    """Made-up measurements: each tank has its own level of pressure and temperature, which then drift.

    Args:
        count: Number of tanks, at least 1.
        seed: The seed of the random numbers. More tanks do not change the first ones.

    Raises:
        ValueError: If `count` is below 1.
    """
    if count < 1:
        raise ValueError(f"count must be at least 1, not {count}.")
    draw = np.random.default_rng(seed)
    measured = np.stack([_one_tank(draw) for _ in range(count)])
    number = np.repeat(np.arange(1, count + 1), HOURS)
    hour = np.tile(np.arange(1, HOURS + 1), count)
    table = np.column_stack([number, hour, measured[:, :HOURS].reshape(-1, 2)])
    return Tanks(table.astype("float32"), measured[:, HOURS, 0].astype("float32"))


def _one_tank(draw: np.random.Generator) -> np.ndarray:
    """Pressure, to two decimals, and temperature, to one decimal, of HOURS + 1 hours: shape (HOURS + 1, 2)."""
    level = draw.uniform((2, 15), (6, 40))
    drift = draw.normal(0, (0.15, 0.8), (HOURS + 1, 2)).cumsum(axis=0)
    return np.column_stack([(level + drift)[:, 0].round(2), (level + drift)[:, 1].round(1)])


@dataclass(frozen=True, eq=False)
class Windows:
    """A series that is cut into pairs of a window and its target.

    Attributes:
        inputs: Shape (pairs, look_back, features).
        targets: Shape (pairs, features).
        starts: The row of the series at which each window begins, (pairs,).
        target_rows: The row of the series that is each target, (pairs,).
    """

    inputs: np.ndarray
    targets: np.ndarray
    starts: np.ndarray
    target_rows: np.ndarray


def count_windows(length: int, look_back: int, *, stride: int = 1, horizon: int = 1) -> int:
    """The number of pairs that a series gives: length − look_back at stride 1 and horizon 1."""
    return max(0, (length - look_back - horizon) // stride + 1)


def windows(series: np.ndarray, look_back: int, *, stride: int = 1, horizon: int = 1) -> Windows:
    """Cuts a series into windows, each with the row that comes `horizon` steps after its last step.

    Args:
        series: Shape (time, features).
        look_back: The number of steps in a window, at least 1.
        stride: The number of steps from the start of a window to the start of the next, at least 1.
        horizon: The number of steps from the last step of a window to its target, at least 1.

    Raises:
        ValueError: If a number is below 1, if the series does not have two axes, or if it is too short for one pair.
    """
    for name, number in {"look_back": look_back, "stride": stride, "horizon": horizon}.items():
        if number < 1:
            raise ValueError(f"{name} must be at least 1, not {number}.")
    if series.ndim != 2:
        raise ValueError(f"series must be (time, features), not {series.shape}.")
    count = count_windows(len(series), look_back, stride=stride, horizon=horizon)
    if count < 1:
        needed = look_back + horizon
        raise ValueError(f"series must have at least look_back + horizon = {needed} steps, not {len(series)}.")
    starts = np.arange(count) * stride
    target_rows = starts + look_back + horizon - 1
    return Windows(series[starts[:, None] + np.arange(look_back)], series[target_rows], starts, target_rows)


@dataclass(frozen=True, eq=False)
class LinearScaler:
    """Moves and divides each feature.

    Attributes:
        zero: The value that becomes 0, shape (features,).
        unit: The difference that becomes 1, (features,); 1 for a feature that does not change by more than
            LEAST_CHANGE, which becomes 0.
    """

    zero: np.ndarray
    unit: np.ndarray

    def scaled(self, values: np.ndarray) -> np.ndarray:
        """The scaled values: (…, features) → the same shape, float32."""
        return ((values - self.zero) / self.unit).astype("float32")


class Scaler(LinearScaler):
    """Standardises each feature: the data on which it is fitted get mean 0 and standard deviation 1."""

    @property
    def mean(self) -> np.ndarray:
        """The mean, shape (features,)."""
        return self.zero

    @property
    def deviation(self) -> np.ndarray:
        """The standard deviation, shape (features,); 1 for a feature that does not change."""
        return self.unit

    @classmethod
    def fitted(cls, values: np.ndarray) -> "Scaler":
        """A scaler that is fitted on values (…, features). Use only training data: other data would leak into it."""
        flat = np.asarray(values, "float64").reshape(-1, values.shape[-1])
        changes = np.ptp(flat, axis=0) > LEAST_CHANGE
        return cls(flat.mean(axis=0), np.where(changes, flat.std(axis=0), 1.0))


class MinMaxScaler(LinearScaler):
    """Scales each feature to the range from 0 to 1 of the data on which it is fitted. Other data may be outside."""

    @classmethod
    def fitted(cls, values: np.ndarray) -> "MinMaxScaler":
        """A scaler that is fitted on values (…, features). Use only training data: other data would leak into it."""
        flat = np.asarray(values, "float64").reshape(-1, values.shape[-1])
        span = np.ptp(flat, axis=0)
        return cls(flat.min(axis=0), np.where(span > LEAST_CHANGE, span, 1.0))
