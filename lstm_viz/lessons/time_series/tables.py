"""Forecasts as tables for CSV files."""

from typing import TYPE_CHECKING, Any

import numpy as np

from lstm_viz.lessons.time_series.judge import METHODS, Judged
from lstm_viz.lessons.time_series.view import View

if TYPE_CHECKING:
    import pandas


def one_step_table(view: View, judged: Judged) -> "pandas.DataFrame":
    """One-step forecasts: for each row of the test part its number from 1, its time, the true value, each forecast."""
    return _table(view, judged, judged.origins, np.s_[:, 0])


def path_table(view: View, judged: Judged) -> "pandas.DataFrame":
    """One rolled-out forecast: a row for each of its steps, with the columns of `one_step_table`."""
    return _table(view, judged, judged.origins[0] + np.arange(judged.truth.shape[1]), np.s_[0])


def _table(view: View, judged: Judged, rows: np.ndarray, at: Any) -> "pandas.DataFrame":
    """The true values and the forecasts of these rows, which are the part `at` of those that were judged."""
    import pandas

    times = view.prepared.series.times
    columns: dict[str, object] = {"row": rows + 1}
    if times:
        columns["time"] = [times[row] for row in rows]
    columns["actual"] = judged.truth[at]
    columns |= {f"forecast_{name}": judged.forecasts[name][at] for name in METHODS if name in judged.forecasts}
    return pandas.DataFrame(columns)
