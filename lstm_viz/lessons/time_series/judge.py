"""Forecasts of the test part by the network and by the baselines, and their errors."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

import numpy as np

from lstm_viz.lessons.time_series import baselines
from lstm_viz.lessons.time_series.baselines import LinearRegression
from lstm_viz.lessons.time_series.errors import Errors, errors_of
from lstm_viz.lessons.time_series.model import forecasts
from lstm_viz.lessons.time_series.prepare import Prepared
from lstm_viz.lessons.time_series.settings import ForecastSettings
from lstm_viz.lessons.time_series.state import Weights

MODEL = "model"
METHODS = (MODEL, "linear", "seasonal", "last")
"""The network and the baselines, in the order in which they are drawn and listed."""
MOST_ORIGINS = 200

Next = Callable[[np.ndarray], np.ndarray]  # scaled windows (n, look_back, features) → next rows (n, steps, features)


@dataclass(frozen=True, eq=False)
class Judged:
    """Forecasts of the target in its own unit, and their errors.

    Attributes:
        origins: The first row of each forecast, shape (origins,).
        truth: The true values, shape (origins, steps).
        forecasts: Method → forecasts of shape (origins, steps). "seasonal" is missing if there is no season.
        errors: Method → the errors over all its forecasts.
    """

    origins: np.ndarray
    truth: np.ndarray
    forecasts: Mapping[str, np.ndarray]
    errors: Mapping[str, Errors]

    @property
    def best(self) -> str:
        """The method with the smallest mean absolute error. In a tie, a baseline comes before the network."""
        return min(self.errors, key=lambda method: (self.errors[method].mae, method == MODEL))

    def mae_by_step(self, method: str) -> np.ndarray:
        """The mean absolute error of each step ahead, shape (steps,)."""
        return np.abs(self.forecasts[method] - self.truth).mean(axis=0)


def one_step_origins(prepared: Prepared) -> np.ndarray:
    """The origins of one-step forecasts: every row of the test part."""
    return np.arange(prepared.split.validation_end, prepared.split.rows)


def roll_origins(prepared: Prepared, steps: int) -> np.ndarray:
    """The rows of the test part from which on `steps` rows are known; if too many, MOST_ORIGINS at even distances."""
    every = np.arange(prepared.split.validation_end, prepared.split.rows - steps + 1)
    return every if len(every) <= MOST_ORIGINS else every[np.linspace(0, len(every) - 1, MOST_ORIGINS).astype(int)]


def judge(
    prepared: Prepared,
    model: tuple[ForecastSettings, Weights] | None,
    season: int | None,
    origins: np.ndarray,
    steps: int,
    regression: LinearRegression | None = None,
) -> Judged:
    """Forecasts `steps` rows from each origin with every method, and computes the errors.

    Args:
        prepared: The prepared series.
        model: The settings and weights of the network; None for the baselines alone.
        season: The number of rows in a season; None without a season.
        origins: The first row of each forecast, at least look_back, shape (origins,).
        steps: The number of rows to forecast. The network and the regression read their own output to reach it.
        regression: The linear regression if it has been fitted; None to fit it.
    """
    values, target = prepared.series.values, prepared.target
    by_method: dict[str, np.ndarray] = {}
    if model is not None:
        by_method[MODEL] = prepared.restored(rolled(prepared, partial(forecasts, *model), origins, steps), origins)
    regression = regression or baselines.linear_regression(prepared)
    by_method["linear"] = prepared.restored(rolled(prepared, regression.next_rows, origins, steps), origins)
    if season is not None:
        by_method["seasonal"] = baselines.seasonal_last_value(values, origins, steps, season)[..., target]
    by_method["last"] = baselines.last_value(values, origins, steps)[..., target]
    truth = prepared.truth[origins[:, None] + np.arange(steps)]
    training = prepared.truth[: prepared.split.training_end]
    errors = {method: errors_of(each, truth, training) for method, each in by_method.items()}
    return Judged(origins, truth, by_method, errors)


def rolled(prepared: Prepared, next_rows: Next, origins: np.ndarray, steps: int) -> np.ndarray:
    """Rolled-out forecasts, which read their own earlier output and no row from the origin on.

    Args:
        prepared: The prepared series.
        next_rows: Returns the rows that follow each window.
        origins: The first row of each forecast, shape (origins,).
        steps: The number of rows to forecast.

    Returns:
        The scaled forecasts, shape (origins, steps, features).
    """
    look_back = prepared.look_back
    known = prepared.scaled[origins[:, None] + np.arange(-look_back, 0)]
    with np.errstate(over="ignore", invalid="ignore"):  # a regression may grow beyond all numbers
        while known.shape[1] < look_back + steps:
            known = np.concatenate([known, next_rows(known[:, -look_back:])], axis=1)
    return known[:, look_back : look_back + steps]
