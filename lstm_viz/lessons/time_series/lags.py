"""How much each step of a window matters for a forecast."""

import numpy as np

from lstm_viz.lessons.time_series.prepare import Prepared


def attribution(prepared: Prepared, window: np.ndarray, gradient: np.ndarray) -> dict[str, np.ndarray]:
    """Gradient × input, in the unit of the target.

    Args:
        prepared: The prepared series.
        window: Shape (look_back, features), scaled: each number's distance from the training mean, in standard
            deviations.
        gradient: The gradient of the scaled forecast by the scaled window, shape (look_back, features).

    Returns:
        Column → values of shape (look_back,).
    """
    parts = gradient.astype("float64") * window * prepared.scaler.deviation[prepared.target]
    return {name: parts[:, at] for at, name in enumerate(prepared.series.columns)}
