"""Forecasts of the test part by the network and by what it must beat, and their errors."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

import numpy as np

from lstm_viz.lessons.time_series import baselines
from lstm_viz.lessons.time_series.errors import Errors, errors_of
from lstm_viz.lessons.time_series.model import forecasts
from lstm_viz.lessons.time_series.prepare import Prepared
from lstm_viz.lessons.time_series.settings import ForecastSettings
from lstm_viz.lessons.time_series.state import Weights

MODEL = "model"
METHODS = (MODEL, "linear", "seasonal", "last")
"""In the order in which they are drawn and listed."""
MOST_ORIGINS = 200

Next = Callable[[np.ndarray], np.ndarray]  # scaled windows (n, look_back, features) → what follows (n, steps, features)


@dataclass(frozen=True, eq=False)
class Judged:
    """Forecasts of the target in its own unit.

    Attributes:
        origins: The first row that each forecast is of, (origins,).
        truth: What came, (origins, steps).
        forecasts: Method → (origins, steps). "seasonal" is missing where there is no season.
        errors: Method → the errors over all of these.
    """

    origins: np.ndarray
    truth: np.ndarray
    forecasts: Mapping[str, np.ndarray]
    errors: Mapping[str, Errors]

    @property
    def best(self) -> str:
        """The method with the least mean absolute error; in a tie the network has not won."""
        return min(self.errors, key=lambda method: (self.errors[method].mae, method == MODEL))

    def mae_by_step(self, method: str) -> np.ndarray:
        """The mean absolute error of each step ahead, (steps,)."""
        return np.abs(self.forecasts[method] - self.truth).mean(axis=0)


def one_step_origins(prepared: Prepared) -> np.ndarray:
    """Every row of the test part."""
    return np.arange(prepared.split.validation_end, prepared.split.rows)


def roll_origins(prepared: Prepared, steps: int) -> np.ndarray:
    """Rows of the test part after which `steps` rows are known: all, or MOST_ORIGINS of them at even distances."""
    every = np.arange(prepared.split.validation_end, prepared.split.rows - steps + 1)
    return every if len(every) <= MOST_ORIGINS else every[np.linspace(0, len(every) - 1, MOST_ORIGINS).astype(int)]


def judge(
    prepared: Prepared,
    model: tuple[ForecastSettings, Weights] | None,
    season: int | None,
    origins: np.ndarray,
    steps: int,
) -> Judged:
    """Forecasts `steps` rows from each origin; beyond what it predicts at once, each method reads its own output.

    Args:
        prepared: The series.
        model: The network; None for the baselines alone.
        season: Rows in a season; None without one.
        origins: The first row of each forecast, at least look_back, (origins,).
        steps: How many rows from there on.
    """
    values, target = prepared.series.values, prepared.target
    by_method: dict[str, np.ndarray] = {}
    if model is not None:
        by_method[MODEL] = _restored(prepared, rolled(prepared, partial(forecasts, *model), origins, steps))
    regression = baselines.linear_regression(prepared)
    by_method["linear"] = _restored(prepared, rolled(prepared, regression.next_rows, origins, steps))
    if season is not None:
        by_method["seasonal"] = baselines.seasonal_last_value(values, origins, steps, season)[..., target]
    by_method["last"] = baselines.last_value(values, origins, steps)[..., target]
    truth = prepared.truth[origins[:, None] + np.arange(steps)]
    training = prepared.truth[: prepared.split.training_end]
    errors = {method: errors_of(each, truth, training) for method, each in by_method.items()}
    return Judged(origins, truth, by_method, errors)


def rolled(prepared: Prepared, next_rows: Next, origins: np.ndarray, steps: int) -> np.ndarray:
    """Forecasts that go on from their own output: no row from an origin on is read.

    Args:
        prepared: The series.
        next_rows: Gives what follows a window.
        origins: The first row of each forecast, (origins,).
        steps: How many rows from there on.

    Returns:
        Shape (origins, steps, features), scaled.
    """
    look_back = prepared.look_back
    known = prepared.scaled[origins[:, None] + np.arange(-look_back, 0)]
    while known.shape[1] < look_back + steps:
        known = np.concatenate([known, next_rows(known[:, -look_back:])], axis=1)
    return known[:, look_back : look_back + steps]


def _restored(prepared: Prepared, scaled: np.ndarray) -> np.ndarray:
    """The target in its own unit."""
    scaler, target = prepared.scaler, prepared.target
    return scaled[..., target].astype("float64") * scaler.deviation[target] + scaler.mean[target]
