"""Draws the figures that can be panned and zoomed, and chooses the row that is clicked in them."""

from collections.abc import Callable, Hashable, Mapping
from typing import Any

import numpy as np
import streamlit as st

from lstm_viz.app.charts import mode, plotly_config
from lstm_viz.app.language import _, language
from lstm_viz.charts.theme import Mode
from lstm_viz.lessons.time_series.gates import moments_of
from lstm_viz.lessons.time_series.ui.chosen_row import marked
from lstm_viz.lessons.time_series.ui.loaders import remembered
from lstm_viz.lessons.time_series.ui.page import PAGE
from lstm_viz.lessons.time_series.ui.trained_view import TrainedView
from lstm_viz.lessons.time_series.ui.words import network_title


def show_figure(
    shown: TrainedView,
    lines: Mapping[str, np.ndarray],
    signals: Mapping[str, np.ndarray] | None,
    *,
    title: str,
    name: str,
    row: int | None = None,
    about: Hashable = None,
) -> None:
    """Draws the figure over the first rows of the test part, with its download. A click on a point chooses its row.

    Args:
        shown: The view and its training.
        lines: The lines of `forecast_figure`, for the whole test part.
        signals: The signals of `forecast_figure`.
        title: The title of the figure.
        name: The name of the figure and of its file.
        row: The chosen row, counted from 0; with None a click does not choose a row.
        about: What lines and signals depend on, besides the view and its training.
    """
    from lstm_viz.charts.fixed_figure import FixedFigure
    from lstm_viz.lessons.time_series.charts.figure import page

    look, chosen, spoken = mode(), marked(row), language()
    figure = remembered(
        shown.view,
        f"figure {name}",
        (shown.run.weights_epoch, spoken, look, chosen, about),
        lambda: FixedFigure(figure_of(shown, lines, signals, title=title, mode=look, row=chosen)),
    )
    key = PAGE.key(f"figure_{name}")
    follows: dict[str, Any] = {} if row is None else {"on_select": _follow(key), "selection_mode": "points"}
    st.plotly_chart(figure, theme=None, key=key, config=plotly_config(scrollZoom=True), **follows)
    st.text(figure.layout.meta["description"])
    st.download_button(
        "HTML",
        lambda: page(figure, spoken),
        f"time_series_{name}.html",
        "text/html",
        key=PAGE.key(f"html_{name}"),
        icon=":material/download:",
        type="tertiary",
        on_click="ignore",
    )


def figure_of(
    shown: TrainedView,
    lines: Mapping[str, np.ndarray],
    signals: Mapping[str, np.ndarray] | None,
    *,
    title: str,
    mode: Mode,
    row: int | None = None,
) -> Any:
    """The figure. The arguments are those of `show_figure`."""
    from lstm_viz.lessons.time_series.charts.figure import Moments, forecast_figure

    prepared = shown.view.prepared
    rows = moments_of(prepared)
    times = prepared.series.times and prepared.series.times[rows[0] : rows[-1] + 1]
    moments = Moments(rows + 1, times, shown.view.target_name, network_title(shown.view))
    chosen = int(row - rows[0]) if row is not None and row in rows else None
    cut = {method: each[: len(rows)] for method, each in lines.items()}
    zoom = f"{shown.view.key} {shown.run.weights_epoch}"
    return forecast_figure(moments, cut, signals, title=title, chosen=chosen, zoom=zoom, gettext=_, mode=mode)


def _follow(key: str) -> Callable[[], None]:
    """A callback that chooses the clicked row. A new figure has no selection, and then the chosen row stays."""

    def follow() -> None:
        points = st.session_state[key]["selection"]["points"]
        if points and (row := points[0].get("customdata")) is not None:
            PAGE.set(moment=int(row[0] if isinstance(row, list) else row))

    return follow
