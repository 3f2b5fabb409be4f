"""The panels One step ahead and Rolled out: forecasts of the test part, compared with the baselines."""

from collections.abc import Mapping
from functools import partial
from typing import Any

import streamlit as st

from lstm_viz.app.language import _
from lstm_viz.app.messages import sentence
from lstm_viz.app.predict_first import Question, predict_first
from lstm_viz.charts.theme import Mode
from lstm_viz.i18n import Translate, counted
from lstm_viz.lessons.time_series.judge import MODEL, Judged
from lstm_viz.lessons.time_series.settings import MAX_ROLL
from lstm_viz.lessons.time_series.symptoms import TITLES, symptoms_of
from lstm_viz.lessons.time_series.ui.chosen_row import choose_row
from lstm_viz.lessons.time_series.ui.figures import show_figure
from lstm_viz.lessons.time_series.ui.loaders import one_step, rolled_from, rolled_out
from lstm_viz.lessons.time_series.ui.page import PAGE
from lstm_viz.lessons.time_series.ui.trained_view import TrainedView
from lstm_viz.lessons.time_series.ui.words import network_title, number, time_of, verdict
from lstm_viz.tables import table


def show_forecast(shown: TrainedView) -> None:
    """Draws the one-step forecasts over the test part."""
    judged = one_step(shown.view, shown.run)
    if not predict_first(PAGE, _question(shown, judged)):
        return
    title = _("One step ahead over the test part: {name}").format(name=shown.view.target_name)
    lines = {"truth": judged.truth[:, 0]} | {method: each[:, 0] for method, each in judged.forecasts.items()}
    show_figure(shown, lines, None, title=title, name="forecast")
    _verdict(shown, judged)
    _show_symptoms(shown, judged)
    _table(shown, judged)


def _show_symptoms(shown: TrainedView, judged: Judged) -> None:
    """Draws what is wrong with the forecast, each with what helps and a button that sets it. It trains nothing."""
    view = shown.view
    for symptom in symptoms_of(view.prepared, view.settings, judged, view.epochs):
        with st.container(border=True, gap="xsmall"):
            st.markdown(f":orange[:material/warning:] **{_(TITLES[symptom.name])}**")
            st.text(f"{sentence(symptom.said)} {sentence(symptom.cure)}")
            key, cure = PAGE.key(f"cure_{symptom.name}"), symptom.settings
            set_it = partial(PAGE.set, **{**cure, "trained": 0})
            if cure and st.button(_told(cure), key=key, icon=":material/healing:", on_click=set_it):
                st.rerun()


def _told(cure: Mapping[str, Any]) -> str:
    """What the button of a cure sets, in words."""
    if "change" in cure:
        return _("Read {changes}").format(changes=PAGE.titles("change")[cure["change"]])
    template = _("Set {units}, {epochs}, a learning rate of {rate}")
    units, epochs = counted(cure["units"], "unit", _), counted(cure["epochs"], "epoch", _)
    return template.format(units=units, epochs=epochs, rate=cure["learning_rate"])


def _question(shown: TrainedView, judged: Judged) -> Question:
    titles = shown.titles
    options = tuple(titles[method] for method in judged.errors)
    template = _("{method} has a mean error of {mae}.")
    why = {
        titles[method]: template.format(method=titles[method], mae=number(errors.mae))
        for method, errors in judged.errors.items()
    }
    text = _("Which forecast has the smallest error over the test part, one step ahead?")
    return Question((shown.view.key, shown.run.weights_epoch), text, options, titles[judged.best], why)


def _verdict(shown: TrainedView, judged: Judged) -> None:
    words = verdict(judged, shown.view, shown.titles)
    won = judged.best == MODEL
    with st.container(border=True, horizontal=True, wrap=False, gap="small", vertical_alignment="center"):
        st.markdown(":green[:material/trophy:]" if won else ":orange[:material/balance:]", width="content")
        st.text(words, width="stretch")


def _table(shown: TrainedView, judged: Judged) -> None:
    """Draws a table with a row for each forecast, sorted by the mean absolute error."""
    titles = shown.titles
    columns = _("forecast"), "MAE", "RMSE", "MASE"
    ranked = sorted(judged.errors.items(), key=lambda each: each[1].mae)
    rows = [
        (titles[method], number(e.mae), number(e.rmse), "–" if e.mase is None else number(e.mase))
        for method, e in ranked
    ]
    st.dataframe(table(dict(zip(columns, zip(*rows, strict=True), strict=True))), hide_index=True)
    # The name of a column may come from a visitor's file, so it is shown as text, not as Markdown.
    st.text(
        _(
            "MAE and RMSE are the errors of {name}, in its own unit; number of forecasts: {count}. MASE is "
            "the MAE divided by the MAE of repeating the last value over the training part: below 1 is "
            "better than that."
        ).format(name=shown.view.target_name, count=f"{judged.truth.size:,}")
    )
    st.text(_season_words(shown))


def _season_words(shown: TrainedView) -> str:
    view = shown.view
    if view.season is None:
        return _("No season was found in the training part, so there is no forecast that repeats one.")
    template = (
        _("A season of {rows} rows, estimated from the training part.")
        if view.season_is_estimated
        else _("Rows in a season: {rows}, as chosen.")
    )
    return template.format(rows=view.season)


def show_rollout(shown: TrainedView) -> None:
    """Draws rolled-out forecasts: the path from one row, and the mean error from many rows."""
    view = shown.view
    first, end = view.prepared.split.bounds("test")
    most = min(MAX_ROLL, end - first)
    PAGE.set(roll=min(PAGE.get("roll"), most))
    left, right = st.columns(2, gap="large", vertical_alignment="bottom")
    if most > 1:
        with left:
            PAGE.draw("roll", high=most)
    steps = PAGE.get("roll")
    with right:
        row = min(choose_row(shown), end - steps)
    judged = rolled_out(view, shown.run, steps)
    path = rolled_from(view, shown.run, row, steps)
    shown.draw(partial(_roll_charts, shown, judged, path, row), "rollout", row, steps)
    one = _(
        "After its window the {network} reads its own predictions, one row at a time, and so does the "
        "linear regression; the other forecasts repeat the same values."
    )
    several = _(
        "After its window the {network} reads its own predictions, {horizon} rows at a time. The "
        "linear regression does the same, one row at a time; the other forecasts repeat the same "
        "values."
    )
    template = one if view.settings.horizon == 1 else several
    st.caption(template.format(network=network_title(view), horizon=view.settings.horizon))
    _verdict(shown, judged)
    _table(shown, judged)


def _roll_charts(
    shown: TrainedView, judged: Judged, path: Judged, row: int, *, gettext: Translate, mode: Mode
) -> list[Any]:
    from lstm_viz.lessons.time_series.charts.method_lines import method_lines

    network, name = network_title(shown.view), shown.view.target_name
    lines = {"truth": path.truth[0]} | {method: each[0] for method, each in path.forecasts.items()}
    errors = {method: judged.mae_by_step(method) for method in judged.forecasts}
    told = gettext("What each forecast says when nothing after row {row} is known.")
    counted = gettext("Mean over forecasts that start all over the test part; number of forecasts: {count}.")
    lines_of = partial(method_lines, network=network, gettext=gettext, mode=mode)
    return [
        lines_of(
            lines,
            title=gettext("Rolled out from {time}").format(time=time_of(shown.view, row)),
            subtitle=told.format(row=row),
            value_title=name,
        ),
        lines_of(
            errors,
            title=gettext("Mean error by steps ahead"),
            subtitle=counted.format(count=len(judged.origins)),
            value_title=gettext("Mean absolute error of {name}").format(name=name),
        ),
    ]
