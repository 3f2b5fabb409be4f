"""The functions of `in_keras` that the page calls in the worker. A training calls `run.train`."""

import numpy as np

from lstm_viz.lessons.time_series.results import WindowGradient
from lstm_viz.lessons.time_series.settings import ForecastSettings
from lstm_viz.lessons.time_series.state import Weights
from lstm_viz.remote import Remote

HERE = "lstm_viz.lessons.time_series.in_keras"

window_gradient: Remote[[ForecastSettings, Weights, np.ndarray, int], WindowGradient] = Remote(
    f"{HERE}:window_gradient"
)
saved_model: Remote[[ForecastSettings, Weights, int], bytes] = Remote(f"{HERE}:saved_model")
