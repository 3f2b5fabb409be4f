"""The forecasting network as a Keras model: its forecasts, its gradients and its file."""

import tempfile
from pathlib import Path

import keras
import numpy as np
import tensorflow as tf

from lstm_viz.engine.keras.from_weights import CLASSES
from lstm_viz.lessons.time_series.results import WindowGradient
from lstm_viz.lessons.time_series.settings import ForecastSettings
from lstm_viz.lessons.time_series.state import Weights


def build(settings: ForecastSettings, features: int, weights: Weights | None = None) -> keras.Sequential:
    """The model: (batch, look_back, features) → (batch, horizon * features).

    With `many_to_many` it predicts at each step: (batch, look_back, features) → (batch, look_back, horizon * features).
    """
    model = keras.Sequential([keras.Input((settings.look_back, features))])
    for layer in range(settings.layers):
        returns = settings.many_to_many or layer < settings.layers - 1
        model.add(CLASSES[settings.network](settings.units, return_sequences=returns))
    model.add(keras.layers.Dense(settings.horizon * features))
    if weights is not None:
        model.set_weights(list(weights))
    return model


def window_gradient(settings: ForecastSettings, weights: Weights, window: np.ndarray, target: int) -> WindowGradient:
    """The forecast after a window, and its gradient.

    Args:
        settings: The settings of the network.
        weights: The weights of the network.
        window: The scaled window, shape (look_back, features).
        target: The column whose next value is explained, counted from 0.
    """
    features = window.shape[1]
    model, read = build(settings, features, weights), tf.constant(window[None])
    with tf.GradientTape() as tape:
        tape.watch(read)
        output = model(read)
        last = output[:, -1] if settings.many_to_many else output
        next_value = last[0, target]
    gradient = tape.gradient(next_value, read)
    return WindowGradient(last.numpy().reshape(settings.horizon, features), gradient.numpy()[0])


def keras_forecasts(settings: ForecastSettings, weights: Weights, windows: np.ndarray) -> np.ndarray:
    """The forecasts of `predict` after each window: (windows, look_back, features) → (windows, horizon, features)."""
    output = build(settings, windows.shape[2], weights).predict(windows, verbose=0)
    last = output[:, -1] if settings.many_to_many else output
    return last.reshape(len(windows), settings.horizon, windows.shape[2])


def saved_model(settings: ForecastSettings, weights: Weights, features: int) -> bytes:
    """The model as a `.keras` file."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "model.keras"
        build(settings, features, weights).save(path)
        return path.read_bytes()
