"""The baselines: the last value, the last season, and linear regression on the same window."""

from dataclasses import dataclass

import numpy as np

from lstm_viz.lessons.time_series.prepare import Prepared, Split, window_starts

LEAST_CORRELATION = 0.35
SHORTEST_RECORD = 8
NEARLY = 0.9


def last_value(values: np.ndarray, origins: np.ndarray, steps: int) -> np.ndarray:
    """Forecasts that repeat the last value before each origin.

    Args:
        values: The series, shape (rows, features).
        origins: The first row of each forecast, at least 1, shape (origins,).
        steps: The number of rows to forecast.

    Returns:
        The forecasts, shape (origins, steps, features).
    """
    return np.repeat(values[origins - 1][:, None], steps, axis=1)


def seasonal_last_value(values: np.ndarray, origins: np.ndarray, steps: int, season: int) -> np.ndarray:
    """Forecasts that repeat the last season before each origin.

    Args:
        values: The series, shape (rows, features).
        origins: The first row of each forecast, shape (origins,).
        steps: The number of rows to forecast.
        season: The number of rows in a season, at least 1.

    Returns:
        The forecasts, shape (origins, steps, features).

    Raises:
        ValueError: If there is no whole season before an origin.
    """
    if season < 1 or (origins.size and origins.min() < season):
        raise ValueError(f"season must be from 1 to the first origin, {origins.min()}, not {season}.")
    return values[origins[:, None] - season + np.arange(steps) % season]


def estimated_season(training: np.ndarray) -> int | None:
    """The number of rows in a season, estimated from the autocorrelation of the changes from row to row.

    Changes are used because a trend or a slow swing can hide the season in the values.

    Args:
        training: The training part of the series, shape (rows,).

    Returns:
        The lag of the highest peak, at least 2. None if no peak reaches LEAST_CORRELATION, or if the training part is
        shorter than two seasons.
    """
    changes = np.diff(training)
    if len(changes) < SHORTEST_RECORD or np.ptp(changes) == 0:
        return None
    changes /= np.ptp(changes)
    off = changes - changes.mean()
    spectrum = np.abs(np.fft.rfft(off, 2 * len(off))) ** 2
    correlation = np.fft.irfft(spectrum)[: len(off) // 2 + 2]
    # A longer lag has fewer pairs of rows: the sum over them is divided by their number.
    correlation /= (len(off) - np.arange(len(correlation))) * off.var()
    lags = np.arange(2, len(correlation) - 1)
    here, before, after = correlation[lags], correlation[lags - 1], correlation[lags + 1]
    peaks = lags[(here > before) & (here >= after) & (here >= LEAST_CORRELATION)]
    if not peaks.size:
        return None
    # A multiple of the season has a high peak too: the shortest of the nearly highest peaks is the season.
    return int(peaks[correlation[peaks] >= NEARLY * correlation[peaks].max()][0])


@dataclass(frozen=True, eq=False)
class LinearRegression:
    """Linear regression from a window to the next row, fitted by least squares on the training windows only.

    Attributes:
        coefficients: The coefficients for scaled values, shape (look_back * features, features).
        intercept: The intercept for each feature, shape (features,).
    """

    coefficients: np.ndarray
    intercept: np.ndarray

    @classmethod
    def fitted(cls, scaled: np.ndarray, split: Split, look_back: int) -> "LinearRegression":
        """Fits the regression on the training windows of the scaled rows, shape (rows, features)."""
        starts = window_starts(split, "training", look_back, 1)
        read = scaled[starts[:, None] + np.arange(look_back)].reshape(len(starts), -1).astype("float64")
        with_one = np.column_stack([read, np.ones(len(read))])
        solution = np.linalg.lstsq(with_one, scaled[starts + look_back].astype("float64"), rcond=None)[0]
        return cls(solution[:-1], solution[-1])

    def next_rows(self, windows: np.ndarray) -> np.ndarray:
        """The forecast of the row after each window: (windows, look_back, features) → (windows, 1, features)."""
        return (windows.reshape(len(windows), -1) @ self.coefficients + self.intercept)[:, None]


def linear_regression(prepared: Prepared) -> LinearRegression:
    """The regression, fitted on the windows that the network is trained on."""
    return LinearRegression.fitted(prepared.scaled, prepared.split, prepared.look_back)
