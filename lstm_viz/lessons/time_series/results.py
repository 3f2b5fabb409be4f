"""What the worker hands back about one window."""

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True, eq=False)
class WindowGradient:
    """What a window's steps did for its forecast, by Keras.

    Attributes:
        forecast: What the model predicts after the window, scaled, (horizon, features).
        gradient: Of the target's next value by what was read, (look_back, features); scaled by scaled.
    """

    forecast: np.ndarray
    gradient: np.ndarray
