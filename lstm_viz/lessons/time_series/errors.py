"""The errors of forecasts, in the unit of the series."""

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Errors:
    """The errors of some forecasts.

    Attributes:
        mae: The mean absolute error, in the unit of the series; infinite if a forecast is not a finite number.
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
    # A forecast that reads its own output may grow beyond all numbers, and is then as wrong as can be.
    off = np.nan_to_num(np.abs(np.asarray(forecasts, "float64") - truth), nan=np.inf, posinf=np.inf)
    largest = float(off.max())
    if not np.isfinite(largest):
        return Errors(np.inf, np.inf, np.inf)
    # Divided by the largest, so that no square is too large or too small for float64.
    part = off / (largest or 1)
    mae, scale = largest * float(part.mean()), naive_scale(training)
    return Errors(mae, largest * float(np.sqrt((part**2).mean())), mae / scale if scale else None)


def naive_scale(training: np.ndarray) -> float:
    """The mean absolute error, over the training part of shape (rows,), of forecasting each row by the previous one."""
    return float(np.abs(np.diff(training)).mean()) if len(training) > 1 else 0.0
