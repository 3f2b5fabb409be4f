"""The errors of forecasts, in the unit of the series."""

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Errors:
    """The errors of some forecasts.

    Attributes:
        mae: The mean absolute error, in the unit of the series.
        rmse: The root of the mean squared error, in the unit of the series.
        mase: `mae` divided by `naive_scale` of the training part; None if that is 0.
    """

    mae: float
    rmse: float
    mase: float | None


def errors_of(forecasts: np.ndarray, truth: np.ndarray, training: np.ndarray) -> Errors:
    """Compares forecasts with the true values.

    Args:
        forecasts: The forecasts, of any shape.
        truth: The true values, of the same shape.
        training: The training part of the series, shape (rows,), which gives the scale of MASE.

    Raises:
        ValueError: If the shapes differ, or there are no values.

    Source: Hyndman & Koehler (2006), Another look at measures of forecast accuracy.
    """
    if forecasts.shape != truth.shape or not truth.size:
        raise ValueError(f"forecasts must have the shape of truth, {truth.shape}, not {forecasts.shape}.")
    off = np.asarray(forecasts, "float64") - truth
    mae = float(np.abs(off).mean())
    scale = naive_scale(training)
    return Errors(mae, float(np.sqrt((off**2).mean())), mae / scale if scale else None)


def naive_scale(training: np.ndarray) -> float:
    """The mean absolute error, over the training part of shape (rows,), of forecasting each row by the previous one."""
    return float(np.abs(np.diff(training)).mean()) if len(training) > 1 else 0.0
