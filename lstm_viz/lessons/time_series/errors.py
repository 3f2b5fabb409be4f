"""How far forecasts are off, in the series's own unit."""

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Errors:
    """The errors of some forecasts.

    Attributes:
        mae: The mean absolute error, in the series's unit.
        rmse: The root of the mean squared error, in the series's unit.
        mase: `mae` divided by that of always saying the last value over the training part; None if that is 0.
    """

    mae: float
    rmse: float
    mase: float | None


def errors_of(forecasts: np.ndarray, truth: np.ndarray, training: np.ndarray) -> Errors:
    """Compares forecasts with what came.

    Args:
        forecasts: Any shape.
        truth: The same shape.
        training: The series over the training part, (rows,): what scales MASE.

    Raises:
        ValueError: If the shapes differ, or there is nothing to compare.

    Source: Hyndman & Koehler (2006), Another look at measures of forecast accuracy.
    """
    if forecasts.shape != truth.shape or not truth.size:
        raise ValueError(f"forecasts must have the shape of truth, {truth.shape}, not {forecasts.shape}.")
    off = np.asarray(forecasts, "float64") - truth
    mae = float(np.abs(off).mean())
    scale = naive_scale(training)
    return Errors(mae, float(np.sqrt((off**2).mean())), mae / scale if scale else None)


def naive_scale(training: np.ndarray) -> float:
    """The mean absolute error of always saying the last value over the training part, (rows,)."""
    return float(np.abs(np.diff(training)).mean()) if len(training) > 1 else 0.0
