"""Which series is forecast, how it is cut, and by which network, on the page Time series."""

from dataclasses import replace

import streamlit as st

from lstm_viz.app.choices import choose_one
from lstm_viz.app.language import _
from lstm_viz.app.messages import show_problem
from lstm_viz.app.predict_first import choose_predicting
from lstm_viz.data import InputError
from lstm_viz.keras_code import LAYERS
from lstm_viz.lessons.time_series.link import MAX_SEASON, default_values, of_source
from lstm_viz.lessons.time_series.series import OWN, Series
from lstm_viz.lessons.time_series.settings import (
    LONGEST_WINDOW,
    MAX_FEATURES,
    MAX_HORIZON,
    MAX_SEED,
    MAX_UNITS,
    SHORTEST_WINDOW,
)
from lstm_viz.lessons.time_series.ui.controls_more import choose_more, first_layer
from lstm_viz.lessons.time_series.ui.loaders import load_series
from lstm_viz.lessons.time_series.ui.own_data import choose_own, own_series
from lstm_viz.lessons.time_series.ui.page import PAGE
from lstm_viz.lessons.time_series.ui.words import column_titles, plain, source_titles
from lstm_viz.lessons.time_series.view import View, view_of


def choose_view() -> View:
    """Draws the controls.

    Returns:
        The view they ask for; of settings that do not fit, the one before, and a sentence says why.
    """
    _choose_source()
    series, data = _series()
    left, middle, right = st.columns(3, gap="large")
    with left:
        _choose_columns(series)
    with middle:
        _choose_windows()
    with right:
        _choose_network()
    with st.expander(_("More about split, network and training"), icon=":material/tune:"):
        choose_more()
    return _valid_view(series, data)


def _series() -> tuple[Series, str]:
    """The series that is chosen; the first view's until a visitor has given data."""
    source, seed = PAGE.get("source"), PAGE.get("series_seed")
    if source == OWN and (own := own_series()) is not None:
        return own
    if source == OWN:
        source, seed = default_values()["source"], 1
    return replace(load_series(source, seed), columns=column_titles(source)), ""


def _valid_view(series: Series, data: str) -> View:
    values = PAGE.settings()
    if PAGE.get("source") == OWN and not data:
        values |= {"source": default_values()["source"], "series_seed": 1}
    try:
        view = view_of(values, series, data)
    except InputError as problem:
        show_problem(problem)
        before = PAGE.find("valid")
        return before or view_of(default_values(), load_series(default_values()["source"], 1))
    PAGE.set(valid=view)
    return view


def _choose_source() -> None:
    choose_one(PAGE, "source", _("Series"), source_titles(), on_change=_begin, wrap=True)
    with st.container(horizontal=True, vertical_alignment="bottom", gap="large"):
        if PAGE.get("source") not in (OWN, "clean_sine"):
            st.number_input(
                _("Seed of the series"),
                0,
                MAX_SEED,
                step=1,
                key=PAGE.key("series_seed"),
                persist_state="session",
                width=160,
            )
        choose_predicting(PAGE)
    if PAGE.get("source") == OWN:
        choose_own()


def _begin() -> None:
    """Each series begins with settings of its own."""
    PAGE.set(**of_source(PAGE.get("source")))


def _choose_columns(series: Series) -> None:
    names = [str(at) for at in range(1, min(len(series.columns), MAX_FEATURES) + 1)]
    chosen = [name for name in PAGE.get("columns") if name in names] or names[:1]
    PAGE.set(columns=chosen)
    if len(names) > 1:
        st.pills(
            _("Columns that are read, and predicted"),
            names,
            selection_mode="multi",
            format_func=lambda name: plain(series.columns[int(name) - 1]),
            key=PAGE.key("columns"),
            wrap=True,
            persist_state="session",
        )
        chosen = PAGE.get("columns") or names[:1]
        targets = [int(name) for name in chosen]
        if PAGE.get("target") not in targets:
            PAGE.set(target=targets[0])
        st.selectbox(
            _("Column that is judged"),
            targets,
            format_func=lambda at: series.columns[at - 1],
            key=PAGE.key("target"),
            persist_state="session",
        )
    if len(series.columns) > MAX_FEATURES:
        st.caption(_("Of your columns the first {most} can be chosen.").format(most=MAX_FEATURES))
    st.number_input(
        _("Season (rows; 0: estimated)"),
        0,
        MAX_SEASON,
        step=1,
        key=PAGE.key("season"),
        persist_state="session",
        help=_(
            "For the forecast that repeats the last season. Estimated from the training part alone: where the changes "
            "from row to row are most like themselves."
        ),
    )


def _choose_windows() -> None:
    st.slider(
        _("Window (rows that are read)"),
        SHORTEST_WINDOW,
        LONGEST_WINDOW,
        key=PAGE.key("look_back"),
        persist_state="session",
    )
    st.slider(_("Horizon (rows predicted at once)"), 1, MAX_HORIZON, key=PAGE.key("horizon"), persist_state="session")


def _choose_network() -> None:
    choose_one(PAGE, "network", _("Network"), LAYERS, on_change=first_layer)
    st.slider(_("Units"), 1, MAX_UNITS, key=PAGE.key("units"), persist_state="session")
