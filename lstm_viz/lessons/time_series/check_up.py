"""The check-up of the network that was trained, over the windows of the test part."""

import numpy as np

from lstm_viz.checks import Finding, check_up
from lstm_viz.engine.model_trace import ModelTrace
from lstm_viz.lessons.time_series.model import forecasts, traces_of
from lstm_viz.lessons.time_series.prepare import Prepared
from lstm_viz.lessons.time_series.settings import ForecastSettings
from lstm_viz.lessons.time_series.state import Weights

MOST_WINDOWS = 256


def findings(prepared: Prepared, settings: ForecastSettings, weights: Weights) -> list[Finding]:
    """What ails the network: its layers over windows of the test part, and its forecasts beside the true rows.

    The column that is judged comes first among forecasts and targets, where the check-up looks for an echo.
    """
    starts = prepared.starts("test")[:MOST_WINDOWS, None]
    windows = prepared.scaled[starts + np.arange(prepared.look_back)]
    rows = prepared.scaled[starts + prepared.look_back + np.arange(prepared.horizon)]
    order = np.argsort(np.arange(rows.shape[2]) != prepared.target, kind="stable")
    traces = traces_of(settings, weights, windows)
    names = [settings.network, *(f"{settings.network}_{number}" for number in range(1, len(traces)))]
    answers = forecasts(settings, weights, windows)[..., order].reshape(len(windows), -1)
    model = ModelTrace(dict(zip(names, traces, strict=True)), answers, 0.0)
    return check_up(model, targets=rows[..., order].reshape(len(windows), -1))
