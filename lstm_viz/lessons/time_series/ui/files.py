"""The panel Files and code: forecasts, model, report and script to download."""

from functools import partial
from typing import Any

import streamlit as st

from lstm_viz.app.charts import mode
from lstm_viz.app.files import file_button, show_code
from lstm_viz.app.language import _, language, script
from lstm_viz.charts.theme import Mode
from lstm_viz.lessons.time_series import remote
from lstm_viz.lessons.time_series.code import SERIES_FILE, forecast_code, series_csv
from lstm_viz.lessons.time_series.gates import gates_over_time
from lstm_viz.lessons.time_series.judge import Judged
from lstm_viz.lessons.time_series.report import report
from lstm_viz.lessons.time_series.tables import one_step_table, path_table
from lstm_viz.lessons.time_series.ui.chosen_row import chosen_row
from lstm_viz.lessons.time_series.ui.figures import figure_of
from lstm_viz.lessons.time_series.ui.loaders import one_step, rolled_from, rolled_out
from lstm_viz.lessons.time_series.ui.page import PAGE
from lstm_viz.lessons.time_series.ui.trained_view import TrainedView
from lstm_viz.lessons.time_series.ui.words import network_title, verdict
from lstm_viz.tables import csv


def show_files(shown: TrainedView) -> None:
    """Draws the download buttons and the code."""
    view, run = shown.view, shown.run
    steps = _steps(shown)
    code = script(forecast_code(view, max(run.epoch, 1), steps))
    _tables(shown, steps)
    with st.container(horizontal=True):
        _report(shown, steps, code)
        _model(shown)
    st.caption(
        _(
            "The script needs only keras and numpy, trains from the same weights in the same order, and "
            "prints the errors of this page. Keras's own loop rounds in another order, so its last digits "
            "may differ."
        )
    )
    if view.is_own:
        st.caption(_("Put the series (CSV) beside it: it reads {file}.").format(file=SERIES_FILE))
    show_code(PAGE, code, "forecast.py")


def _steps(shown: TrainedView) -> int:
    first, end = shown.view.prepared.split.bounds("test")
    return min(PAGE.get("roll"), end - first)


# A file is made when its button is pressed. There is no session then, so session values are looked up before.


def _tables(shown: TrainedView, steps: int) -> None:
    view, run = shown.view, shown.run
    row = min(chosen_row(shown), view.prepared.split.rows - steps)
    now, path = one_step(view, run), rolled_from(view, run, row, steps)
    files = (
        (_("Forecasts, one step ahead (CSV)"), lambda: csv(one_step_table(view, now)), "forecasts.csv"),
        (_("Forecasts, rolled out (CSV)"), lambda: csv(path_table(view, path)), "rolled_out.csv"),
        (_("The series (CSV)"), lambda: series_csv(view), SERIES_FILE),
    )
    with st.container(horizontal=True):
        for label, make, name in files:
            file_button(PAGE, label, make, name, "text/csv")


def _model(shown: TrainedView) -> None:
    """Draws the button for the model's file. Keras writes it in the worker, so it is made only on request."""
    view, run = shown.view, shown.run
    about = (view.training_key, run.weights_epoch)
    if PAGE.find("saved_key") == about:
        content = PAGE.get("saved")
        file_button(PAGE, _("Download the model (.keras)"), lambda: content, "forecast.keras", "application/zip")
        return
    if st.button(_("Make the model's .keras file"), icon=":material/deployed_code:", key="series_save"):
        content = shown.ask(remote.saved_model, view.settings, run.weights, len(view.prepared.series.columns))
        if content is not None:
            PAGE.set(saved=content, saved_key=about)
            st.rerun(scope="fragment")


def _report(shown: TrainedView, steps: int, code: str) -> None:
    view, run = shown.view, shown.run
    now, spoken, look = one_step(view, run), language(), mode()
    judged = {
        _("One step ahead"): now,
        _("Rolled out, number of rows: {steps}").format(steps=steps): rolled_out(view, run, steps),
    }
    words = [verdict(now, view, shown.titles)]
    about: dict[str, Any] = {"titles": shown.titles, "words": words, "code": code}
    about |= {"language": spoken, "gettext": _, "mode": look}
    make = partial(report, view, run, judged, **about)
    draw = partial(_drawing, shown, now, look)
    file_button(PAGE, _("Report (HTML)"), lambda: make(drawing=draw()), "forecast_report.html", "text/html")


def _drawing(shown: TrainedView, judged: Judged, look: Mode) -> str:
    """The figure with all forecasts, and the gates of the last recurrent layer below them."""
    from lstm_viz.lessons.time_series.charts.figure import drawing

    view, run = shown.view, shown.run
    lines = {"truth": judged.truth[:, 0]} | {name: each[:, 0] for name, each in judged.forecasts.items()}
    signals = gates_over_time(view.prepared, view.settings, run.weights, view.settings.layers - 1).signals
    title = _("The {network}'s forecasts, and its gates").format(network=network_title(view))
    return drawing(figure_of(shown, lines, signals, title=title, mode=look))
