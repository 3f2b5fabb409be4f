"""The panel Which lag mattered: the contribution of each number in a window, and the memory ledger."""

from functools import partial
from typing import Any

import numpy as np
import streamlit as st

from lstm_viz.app.attribution import Asked, show_attribution
from lstm_viz.app.comparisons import show_claims
from lstm_viz.app.language import _
from lstm_viz.charts.theme import Mode
from lstm_viz.comparison import Claim, compare
from lstm_viz.explain.ledger import memory_at
from lstm_viz.i18n import Translate
from lstm_viz.lessons.time_series import remote
from lstm_viz.lessons.time_series.gates import window_before
from lstm_viz.lessons.time_series.lags import forecast_answer
from lstm_viz.lessons.time_series.model import forecasts
from lstm_viz.lessons.time_series.prepare import STANDARD, VALUES
from lstm_viz.lessons.time_series.ui.chosen_row import choose_row
from lstm_viz.lessons.time_series.ui.gates import choose_layer, trace_at
from lstm_viz.lessons.time_series.ui.page import PAGE
from lstm_viz.lessons.time_series.ui.trained_view import TrainedView
from lstm_viz.lessons.time_series.ui.words import number, time_of
from lstm_viz.model_files.answer import Answer


def show_lags(shown: TrainedView) -> None:
    """Draws the contributions to the forecast of the chosen row, and the memory ledger for the window before it."""
    view, run = shown.view, shown.run
    left, right = st.columns(2, gap="large", vertical_alignment="bottom")
    with left:
        row = choose_row(shown)
    with right:
        layer = choose_layer(shown)
        _choose_unit(shown)
    window = window_before(view.prepared, row)
    answer = forecast_answer(view.prepared, view.settings, run.weights, window)
    show_attribution(PAGE, _asked(shown, answer, row))
    unit = PAGE.get("unit") - 1
    if view.settings.network == "lstm":
        shown.draw(partial(_charts, shown, row, layer, unit), "lags", row, layer, unit)
        st.caption(
            _(
                "The memory ledger of an LSTM: what each step wrote into the cell state, as far as the forget gates "
                "have kept it. A step may decide the forecast and leave little here, or the other way round."
            )
        )
    _show_claims(shown, answer, window)


def _asked(shown: TrainedView, answer: Answer, row: int) -> Asked:
    view = shown.view
    prepared = view.prepared
    begin = row - prepared.look_back
    template = _("Forecast for {time} ({unit})") if prepared.change == VALUES else _("Change for {time} ({unit})")
    forecast = template.format(time=time_of(view, row), unit=view.target_name)
    zeros = _("the training mean") if prepared.scaling == STANDARD else _("the training minimum")
    return Asked(
        answer,
        forecast,
        (view.key, shown.run.weights_epoch, row),
        tokens=[number(value) for value in prepared.read[begin:row, prepared.target]],
        features=prepared.series.columns,
        titles={"zeros": zeros, "mean": _("the mean of the window")},
        zero=float(prepared.scaler.zero[prepared.target]),
        keep=not view.is_own,
    )


def _show_claims(shown: TrainedView, answer: Answer, window: np.ndarray) -> None:
    """Draws a comparison of the forecast and of its gradient with Keras."""
    view, run, prepared = shown.view, shown.run, shown.view.prepared
    result = shown.ask(remote.window_gradient, view.settings, run.weights, window[0], prepared.target)
    if result is None:
        return
    ours = forecasts(view.settings, run.weights, window)[0]
    gradient = answer.gradients(window)[1][0] / prepared.scaler.unit[prepared.target]
    forecast_note = _("The forecast after this window, scaled: as drawn on this page, and as Keras gives it.")
    gradient_note = _(
        "The gradient of the forecast with respect to each number in the window: as integrated here, and by "
        "TensorFlow's tape."
    )
    show_claims(
        [
            Claim(compare("forecast", "model(window)", ours, result.forecast), forecast_note),
            Claim(compare("gradient", "tape.gradient", gradient, result.gradient), gradient_note),
        ]
    )


def _choose_unit(shown: TrainedView) -> None:
    units = shown.view.settings.units
    PAGE.set(unit=min(PAGE.get("unit"), units))
    if units > 1:
        PAGE.draw("unit", high=units)


def _charts(shown: TrainedView, row: int, layer: int, unit: int, *, gettext: Translate, mode: Mode) -> list[Any]:
    from lstm_viz.lessons.time_series.charts.lag_bars import memory_bars

    trace = trace_at(shown, row, layer)
    written = memory_at(trace, time=trace.steps - 1, unit=unit)
    return [memory_bars(written, unit=unit, gettext=gettext, mode=mode)]
