"""The forecasting network without Keras: the traces of its layers, and its forecasts."""

import numpy as np

from lstm_viz.engine import numpy_engine
from lstm_viz.engine.trace import Trace
from lstm_viz.engine.weights import RecurrentWeights
from lstm_viz.lessons.time_series.settings import ForecastSettings
from lstm_viz.lessons.time_series.state import Weights

MOST_AT_ONCE = 512  # windows in one call: a trace keeps every signal of every step in memory


def layers_of(settings: ForecastSettings, weights: Weights) -> list[RecurrentWeights]:
    """The recurrent layers, from the first to the last."""
    threes = zip(weights[0:-2:3], weights[1:-2:3], weights[2:-2:3], strict=True)
    return [RecurrentWeights(settings.network, *each) for each in threes]


def traces_of(settings: ForecastSettings, weights: Weights, windows: np.ndarray) -> list[Trace]:
    """The trace of each recurrent layer for windows of shape (windows, look_back, features)."""
    traces: list[Trace] = []
    for layer in layers_of(settings, weights):
        traces.append(numpy_engine.run(layer, traces[-1].hidden if traces else windows))
    return traces


def forecasts(settings: ForecastSettings, weights: Weights, windows: np.ndarray) -> np.ndarray:
    """The forecasts after each window.

    Args:
        settings: The settings of the network.
        weights: The weights of the network.
        windows: The scaled windows, shape (windows, look_back, features).

    Returns:
        The scaled forecasts, shape (windows, horizon, features).
    """
    kernel, bias = weights[-2:]
    parts = range(0, len(windows), MOST_AT_ONCE)
    last = [traces_of(settings, weights, windows[at : at + MOST_AT_ONCE])[-1].hidden[:, -1] for at in parts]
    output = np.concatenate(last) @ kernel + bias
    return output.reshape(len(windows), settings.horizon, windows.shape[2])
