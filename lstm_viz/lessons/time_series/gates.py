"""The gates under the curve: what every unit of a layer does when the window before a moment has been read."""

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
    """Signals at the last step of each moment's window.

    Attributes:
        moments: The row that each window forecasts, (moments,).
        signals: Name → (moments, units), names in the order of `cell.SIGNALS`.
    """

    moments: np.ndarray
    signals: Mapping[str, np.ndarray]


def moments_of(prepared: Prepared) -> np.ndarray:
    """The rows of the test part, the first MOST_MOMENTS."""
    first, end = prepared.split.bounds("test")
    return np.arange(first, min(end, first + MOST_MOMENTS))


def window_before(prepared: Prepared, row: int) -> np.ndarray:
    """What is read to forecast a row, (1, look_back, features), scaled."""
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
