"""What a network must beat: the last value, the last value of the season, linear regression on the same window."""

from dataclasses import dataclass

import numpy as np

from lstm_viz.lessons.time_series.prepare import Prepared, Split, window_starts

LEAST_CORRELATION = 0.35
SHORTEST_RECORD = 8
NEARLY = 0.9


def last_value(values: np.ndarray, origins: np.ndarray, steps: int) -> np.ndarray:
    """The value before each origin, said for every step.

    Args:
        values: Shape (rows, features).
        origins: The first row that is forecast, at least 1, (origins,).
        steps: How many rows from there on.

    Returns:
        Shape (origins, steps, features).
    """
    return np.repeat(values[origins - 1][:, None], steps, axis=1)


def seasonal_last_value(values: np.ndarray, origins: np.ndarray, steps: int, season: int) -> np.ndarray:
    """The value a season before, over and over: the last season before each origin is repeated.

    Args:
        values: Shape (rows, features).
        origins: The first row that is forecast, (origins,).
        steps: How many rows from there on.
        season: Rows in a season, at least 1.

    Returns:
        Shape (origins, steps, features).

    Raises:
        ValueError: If there is no whole season before an origin.
    """
    if season < 1 or (origins.size and origins.min() < season):
        raise ValueError(f"season must be from 1 to the first origin, {origins.min()}, not {season}.")
    return values[origins[:, None] - season + np.arange(steps) % season]


def estimated_season(training: np.ndarray) -> int | None:
    """How long a season is: after how many steps the changes from row to row are most like themselves.

    Changes, because a trend and slow swings would hide a season of the values.

    Args:
        training: The series over the training part, (rows,).

    Returns:
        The lag, at least 2, of the highest peak of the changes' autocorrelation, if that is at least LEAST_CORRELATION
        and two such seasons have been seen; else None.
    """
    changes = np.diff(training)
    if len(changes) < SHORTEST_RECORD or np.ptp(changes) == 0:
        return None
    off = changes - changes.mean()
    spectrum = np.abs(np.fft.rfft(off, 2 * len(off))) ** 2
    correlation = np.fft.irfft(spectrum)[: len(off) // 2 + 2]
    # Fewer pairs are that far apart: each lag is judged by the mean of its own.
    correlation /= (len(off) - np.arange(len(correlation))) * off.var()
    lags = np.arange(2, len(correlation) - 1)
    here, before, after = correlation[lags], correlation[lags - 1], correlation[lags + 1]
    peaks = lags[(here > before) & (here >= after) & (here >= LEAST_CORRELATION)]
    if not peaks.size:
        return None
    # Twice a season is as good a season: of those nearly as high as the highest, the shortest.
    return int(peaks[correlation[peaks] >= NEARLY * correlation[peaks].max()][0])


@dataclass(frozen=True, eq=False)
class LinearRegression:
    """Least squares from a whole window to the next row, fitted on the training windows alone.

    Attributes:
        coefficients: Shape (look_back * features, features), for scaled values.
        intercept: Shape (features,).
    """

    coefficients: np.ndarray
    intercept: np.ndarray

    @classmethod
    def fitted(cls, scaled: np.ndarray, split: Split, look_back: int) -> "LinearRegression":
        """The regression of these scaled rows, (rows, features), of which the training windows alone are read."""
        starts = window_starts(split, "training", look_back, 1)
        read = scaled[starts[:, None] + np.arange(look_back)].reshape(len(starts), -1).astype("float64")
        with_one = np.column_stack([read, np.ones(len(read))])
        solution = np.linalg.lstsq(with_one, scaled[starts + look_back].astype("float64"), rcond=None)[0]
        return cls(solution[:-1], solution[-1])

    def next_rows(self, windows: np.ndarray) -> np.ndarray:
        """What follows each window (windows, look_back, features): (windows, 1, features)."""
        return (windows.reshape(len(windows), -1) @ self.coefficients + self.intercept)[:, None]


def linear_regression(prepared: Prepared) -> LinearRegression:
    """The regression on the windows that the network is trained on."""
    return LinearRegression.fitted(prepared.scaled, prepared.split, prepared.look_back)
