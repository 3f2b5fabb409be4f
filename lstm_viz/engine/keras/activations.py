"""Keras's function of each activation, by the names of `lstm_viz.engine.activations`."""

from collections.abc import Callable
from typing import Any

import keras

from lstm_viz.engine.activations import HARD_SIGMOID_OF_KERAS_2


def hard_sigmoid_keras2(x: Any) -> Any:
    """What Keras 1 and 2 called hard_sigmoid: clip(0.2 x + 0.5, 0, 1)."""
    return keras.ops.clip(0.2 * x + 0.5, 0.0, 1.0)


def activation(name: str) -> Callable[..., Any]:
    """The function of an activation.

    Raises:
        ValueError: If Keras has no activation of that name.
    """
    return hard_sigmoid_keras2 if name == HARD_SIGMOID_OF_KERAS_2 else keras.activations.get(name)
