"""The forecast after a window as an answer, of which each number in the window has a part."""

import numpy as np

from lstm_viz.lessons.time_series.model import layers_of
from lstm_viz.lessons.time_series.prepare import Prepared
from lstm_viz.lessons.time_series.settings import ForecastSettings
from lstm_viz.lessons.time_series.state import Weights
from lstm_viz.model_files.answer import Answer, answer_of_graph
from lstm_viz.model_files.numpy_layers import Value
from lstm_viz.model_files.recurrent_layer import stacked


def forecast_answer(prepared: Prepared, settings: ForecastSettings, weights: Weights, window: np.ndarray) -> Answer:
    """The target's next value, as its distance from the value that is scaled to 0, in its own unit.

    Args:
        prepared: The prepared series.
        settings: The settings of the network.
        weights: The weights of the network.
        window: The scaled window, shape (1, look_back, features).
    """
    unit = prepared.scaler.unit[prepared.target]
    graph = stacked(layers_of(settings, weights), weights[-2] * unit, weights[-1] * unit)
    return answer_of_graph(graph, {0: Value(window)}, index=(prepared.target,))
