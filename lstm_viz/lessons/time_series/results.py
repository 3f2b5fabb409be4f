"""What the worker returns for one window."""

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True, eq=False)
class WindowGradient:
    """The forecast after a window and its gradient, computed by Keras.

    Attributes:
        forecast: The scaled forecast after the window, shape (horizon, features).
        gradient: The gradient of the target's next value by the numbers in the window, shape (look_back, features).
            Both are scaled.
    """

    forecast: np.ndarray
    gradient: np.ndarray
