"""The gates under the curve: the signals of every unit of a layer after the window before each row."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from lstm_viz.engine.trace import Trace
from lstm_viz.lessons.time_series.model import MOST_AT_ONCE, traces_of
from lstm_viz.lessons.time_series.prepare import Prepared
from lstm_viz.lessons.time_series.settings import ForecastSettings
from lstm_viz.lessons.time_series.state import Weights

MOST_MOMENTS = 1000


@dataclass(frozen=True, eq=False)
class GatesOverTime:
    """The signals of a layer at the last step of each window.

    Attributes:
        moments: The row that each window forecasts, shape (moments,).
        signals: Name → values of shape (moments, units), in the order of `cell.SIGNALS`.
    """

    moments: np.ndarray
    signals: Mapping[str, np.ndarray]


def moments_of(prepared: Prepared) -> np.ndarray:
    """The rows of the test part, at most the first MOST_MOMENTS."""
    first, end = prepared.split.bounds("test")
    return np.arange(first, min(end, first + MOST_MOMENTS))


def window_before(prepared: Prepared, row: int) -> np.ndarray:
    """The scaled window that is read to forecast a row, shape (1, look_back, features)."""
    return prepared.scaled[None, row - prepared.look_back : row]


def gates_over_time(prepared: Prepared, settings: ForecastSettings, weights: Weights, layer: int) -> GatesOverTime:
    """The signals of one recurrent layer, counted from 0, over the test part."""
    moments = moments_of(prepared)
    parts = [moments[at : at + MOST_AT_ONCE] for at in range(0, len(moments), MOST_AT_ONCE)]
    traces = [_trace(prepared, settings, weights, layer, part) for part in parts]
    names = traces[0].signals
    return GatesOverTime(
        moments, {name: np.concatenate([trace.signals[name][:, -1] for trace in traces]) for name in names}
    )


def _trace(prepared: Prepared, settings: ForecastSettings, weights: Weights, layer: int, moments: np.ndarray) -> Trace:
    windows = prepared.scaled[moments[:, None] + np.arange(-prepared.look_back, 0)]
    return traces_of(settings, weights, windows)[layer]
