"""The panel Gates under the curve, with the viewer for the window before the chosen row."""

import streamlit as st

from lstm_viz.app.language import _
from lstm_viz.app.viewer_panel import ViewerPanel
from lstm_viz.engine.cell import SIGNAL_ORDER, SIGNALS
from lstm_viz.engine.trace import Trace
from lstm_viz.lessons.time_series.gates import GatesOverTime, gates_over_time, window_before
from lstm_viz.lessons.time_series.model import traces_of
from lstm_viz.lessons.time_series.settings import signals_to_draw
from lstm_viz.lessons.time_series.ui.chosen_row import choose_row
from lstm_viz.lessons.time_series.ui.figures import show_figure
from lstm_viz.lessons.time_series.ui.loaders import one_step, remembered
from lstm_viz.lessons.time_series.ui.page import PAGE
from lstm_viz.lessons.time_series.ui.trained_view import TrainedView
from lstm_viz.lessons.time_series.ui.words import network_title, number, time_of

VIEWER = ViewerPanel(PAGE)


def show_gates(shown: TrainedView) -> None:
    """Draws the curve and each signal of a layer on one time axis, then the viewer for the chosen window."""
    view = shown.view
    left, right = st.columns(2, gap="large")
    with left:
        row = choose_row(shown)
    with right:
        layer = choose_layer(shown)
        signals = _choose_signals(view.settings.network)
    judged = one_step(view, shown.run)
    lines = {"truth": judged.truth[:, 0]}
    if "model" in judged.forecasts:
        lines["model"] = judged.forecasts["model"][:, 0]
    drawn = {name: each for name, each in _gates(shown, layer).signals.items() if name in signals}
    title = _("Every unit of the {network} after it has read the window before each row").format(
        network=network_title(view)
    )
    show_figure(shown, lines, drawn, title=title, name="gates", row=row, about=(layer, *signals))
    st.caption(_("Click a point of the curves to open the window before it below. Drag to pan, scroll to zoom."))
    show_window(shown, row, layer)


def _gates(shown: TrainedView, layer: int) -> GatesOverTime:
    view, run = shown.view, shown.run
    about = run.weights_epoch, layer
    return remembered(view, "gates", about, lambda: gates_over_time(view.prepared, view.settings, run.weights, layer))


def _choose_signals(network: str) -> list[str]:
    """Draws the choice of the signals below the curve: two at first, since six take much room and time to load."""
    PAGE.set(signals=signals_to_draw(PAGE.get("signals"), network))
    titles = {name: PAGE.titles("signals")[name] for name in SIGNAL_ORDER if name in SIGNALS[network]}
    if len(titles) > 1:
        PAGE.draw("signals", titles=titles, selection_mode="multi")
    return PAGE.get("signals")


def choose_layer(shown: TrainedView) -> int:
    """Draws the choice of a recurrent layer if there are two.

    Returns:
        The layer, counted from 0.
    """
    layers = shown.view.settings.layers
    PAGE.set(layer=min(PAGE.get("layer"), layers))
    if layers > 1:
        PAGE.draw("layer", options=range(1, layers + 1))
    return PAGE.get("layer") - 1


def trace_at(shown: TrainedView, row: int, layer: int) -> Trace:
    """The trace of a layer for the window before a row."""
    window = window_before(shown.view.prepared, row)
    return traces_of(shown.view.settings, shown.run.weights, window)[layer]


def show_window(shown: TrainedView, row: int, layer: int) -> None:
    """Draws the viewer for the window before a row."""
    view = shown.view
    trace = trace_at(shown, row, layer)
    begin = row - trace.steps
    title = _("{network}, the window before {time}: rows {first} to {last}")
    VIEWER.show(
        {"A": trace},
        about=(row, layer, view.settings.network),
        tokens={"A": [number(value) for value in view.prepared.read[begin:row, view.prepared.target]]},
        predictions={"A": None},
        title=title.format(network=network_title(view), time=time_of(view, row), first=begin + 1, last=row),
        subtitle=_outcome(shown, row),
    )


def _outcome(shown: TrainedView, row: int) -> str:
    """The forecast after the window and the true value, as a sentence."""
    judged = one_step(shown.view, shown.run)
    at = row - int(judged.origins[0])
    truth = number(judged.truth[at, 0])
    if "model" not in judged.forecasts:
        return _("Not trained yet. Measured: {truth}.").format(truth=truth)
    forecast = number(judged.forecasts["model"][at, 0])
    return _("Forecast: {forecast}; measured: {truth}.").format(forecast=forecast, truth=truth)
