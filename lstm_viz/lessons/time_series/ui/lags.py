"""The panel Which lag mattered: gradient × input and the memory ledger over a window."""

from functools import partial
from typing import Any

import numpy as np
import streamlit as st

from lstm_viz.app.comparisons import show_claims
from lstm_viz.app.language import _
from lstm_viz.charts.theme import Mode
from lstm_viz.comparison import Claim, compare
from lstm_viz.explain.ledger import memory_at
from lstm_viz.i18n import Translate
from lstm_viz.lessons.time_series import remote
from lstm_viz.lessons.time_series.gates import window_before
from lstm_viz.lessons.time_series.lags import attribution
from lstm_viz.lessons.time_series.model import forecasts
from lstm_viz.lessons.time_series.ui.chosen_row import choose_row
from lstm_viz.lessons.time_series.ui.gates import choose_layer, trace_at
from lstm_viz.lessons.time_series.ui.page import PAGE
from lstm_viz.lessons.time_series.ui.trained_view import TrainedView
from lstm_viz.lessons.time_series.ui.words import time_of


def show_lags(shown: TrainedView) -> None:
    """Draws gradient × input and the memory ledger for the window before the chosen row."""
    view, run = shown.view, shown.run
    left, right = st.columns(2, gap="large", vertical_alignment="bottom")
    with left:
        row = choose_row(shown)
    with right:
        layer = choose_layer(shown)
        _choose_unit(shown)
    window, target = window_before(view.prepared, row)[0], view.prepared.target
    result = shown.ask(remote.window_gradient, view.settings, run.weights, window, target)
    if result is None:
        return
    parts = attribution(view.prepared, window, result.gradient)
    unit = PAGE.get("unit") - 1
    shown.draw(partial(_charts, shown, parts, row, layer, unit), "lags", row, layer, unit)
    st.caption(
        _(
            "Gradient × input: for each number that was read, the gradient of the forecast for {time} is "
            "multiplied by the number's distance from the training mean. It tells the effect of small "
            "changes, not of large ones. The memory ledger of an LSTM: what each step wrote into the cell "
            "state, as far as the forget gates have kept it; this sum is exact."
        ).format(time=time_of(view, row))
    )
    ours = forecasts(view.settings, run.weights, window[None])[0]
    note = _("The forecast after this window, scaled: as drawn on this page, and as Keras gives it.")
    show_claims([Claim(compare("forecast", "model(window)", ours, result.forecast), note)])


def _choose_unit(shown: TrainedView) -> None:
    units = shown.view.settings.units
    PAGE.set(unit=min(PAGE.get("unit"), units))
    if units > 1:
        PAGE.draw("unit", high=units)


def _charts(
    shown: TrainedView,
    parts: dict[str, np.ndarray],
    row: int,
    layer: int,
    unit: int,
    *,
    gettext: Translate,
    mode: Mode,
) -> list[Any]:
    from lstm_viz.lessons.time_series.charts.lag_bars import attribution_bars, memory_bars

    charts: list[Any] = [attribution_bars(parts, unit=shown.view.target_name, gettext=gettext, mode=mode)]
    trace = trace_at(shown, row, layer)
    if trace.kind == "lstm":
        written = memory_at(trace, time=trace.steps - 1, unit=unit)
        charts.append(memory_bars(written, unit=unit, gettext=gettext, mode=mode))
    return charts
