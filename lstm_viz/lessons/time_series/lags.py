"""Which lag mattered for a forecast."""

import numpy as np

from lstm_viz.lessons.time_series.prepare import Prepared


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
