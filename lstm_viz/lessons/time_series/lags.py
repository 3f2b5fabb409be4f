"""Which lag mattered for a forecast."""

import numpy as np

from lstm_viz.lessons.time_series.prepare import Prepared
from lstm_viz.lessons.time_series.results import WindowGradient
from lstm_viz.lessons.time_series.run import Weights
from lstm_viz.lessons.time_series.settings import ForecastSettings


def window_gradient(settings: ForecastSettings, weights: Weights, window: np.ndarray, target: int) -> WindowGradient:
    """The forecast after a window, and its gradient, by Keras; for the worker.

    Args:
        settings: Of the network.
        weights: Of the network.
        window: Shape (look_back, features), scaled.
        target: The column whose next value is explained, counted from 0.
    """
    from lstm_viz.lessons.time_series import in_keras

    return in_keras.window_gradient(settings, weights, window, target)


def saved_model(settings: ForecastSettings, weights: Weights, features: int) -> bytes:
    """The trained model as a `.keras` file; for the worker."""
    from lstm_viz.lessons.time_series import in_keras

    return in_keras.saved(settings, weights, features)


def attribution(prepared: Prepared, window: np.ndarray, gradient: np.ndarray) -> dict[str, np.ndarray]:
    """Gradient × input in the unit of what is forecast.

    Args:
        prepared: The series.
        window: Shape (look_back, features), scaled: a number's distance from the training mean, in deviations.
        gradient: The same shape, of the scaled target by the scaled window.

    Returns:
        Column → shape (look_back,).
    """
    parts = gradient.astype("float64") * window * prepared.scaler.deviation[prepared.target]
    return {name: parts[:, at] for at, name in enumerate(prepared.series.columns)}
