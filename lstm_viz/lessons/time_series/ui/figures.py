"""Draws the figures that pan and zoom, and follows a click on a moment."""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import streamlit as st

from lstm_viz.app.charts import mode
from lstm_viz.app.language import _, language
from lstm_viz.charts.theme import Mode
from lstm_viz.lessons.time_series.gates import moments_of
from lstm_viz.lessons.time_series.ui.chosen_row import marked
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
) -> None:
    """The figure over the test part's first moments, with its file; a click on a curve chooses the moment.

    Args:
        shown: What it is of.
        lines: As `forecast_figure`'s, of the whole test part.
        signals: As `forecast_figure`'s.
        title: Of the figure.
        name: Of the figure and its file.
        row: The moment that is looked into, counted from 0; with None a click chooses none.
    """
    from lstm_viz.lessons.time_series.charts.figure import page

    figure = figure_of(shown, lines, signals, title=title, mode=mode(), row=marked(row))
    key = PAGE.key(f"figure_{name}")
    follows: dict[str, Any] = {} if row is None else {"on_select": _follow(key), "selection_mode": "points"}
    st.text(figure.layout.meta["description"])
    st.plotly_chart(figure, theme=None, key=key, config={"displaylogo": False, "scrollZoom": True}, **follows)
    spoken = language()
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
    """The figure; arguments as those of `show_figure`."""
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
    """What takes the clicked moment. Of another figure the selection is empty: then nothing is chosen."""

    def follow() -> None:
        points = st.session_state[key]["selection"]["points"]
        if points and (row := points[0].get("customdata")) is not None:
            PAGE.set(moment=int(row[0] if isinstance(row, list) else row))

    return follow
