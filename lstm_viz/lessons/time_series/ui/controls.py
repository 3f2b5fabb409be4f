"""The controls of the page Time series: the series, its parts, the network and its training."""

from dataclasses import replace
from typing import Any

import streamlit as st

from lstm_viz.app.fold import fold
from lstm_viz.app.language import _
from lstm_viz.app.typed import show_refused
from lstm_viz.ceilings import MAX_FEATURES
from lstm_viz.data import InputError
from lstm_viz.i18n import counted
from lstm_viz.lessons.time_series.series import OWN, Series
from lstm_viz.lessons.time_series.settings import SETTINGS, of_source
from lstm_viz.lessons.time_series.ui.loaders import load_series
from lstm_viz.lessons.time_series.ui.own_data import choose_own, own_series
from lstm_viz.lessons.time_series.ui.page import PAGE
from lstm_viz.lessons.time_series.ui.words import column_titles, plain
from lstm_viz.lessons.time_series.view import View, view_of

# The series that is shown until the visitor has given data.
FIRST_SERIES: dict[str, Any] = {name: SETTINGS[name].default for name in ("source", "series_seed")}


def choose_view() -> View:
    """Draws the choice of the series, the line that says what is shown, and the other controls if it is open.

    Returns:
        The view of the controls. If they make no valid view, the last valid one; a message says why.
    """
    left, right = st.columns([21, 10], vertical_alignment="center")
    with left:
        PAGE.draw("source", label_visibility="collapsed", on_change=_begin)
    if PAGE.get("source") == OWN:
        choose_own()
    series, data = _series()
    columns = _fit_columns(series)
    with right:
        is_open = fold(PAGE, _told())
    if is_open:
        _choose(series, columns)
    return _valid_view(series, data)


def _told() -> str:
    return _("{network}, {units} · window: {look_back}, horizon: {horizon}").format(
        network=PAGE.titles("network")[PAGE.get("network")],
        units=counted(PAGE.get("units"), "unit", _),
        look_back=counted(PAGE.get("look_back"), "row", _),
        horizon=counted(PAGE.get("horizon"), "row", _),
    )


def _choose(series: Series, columns: list[str]) -> None:
    left, middle, right = st.columns(3, gap="large")
    with left:
        _choose_columns(series, columns)
    with middle:
        for name in ("look_back", "horizon", "scaling"):
            PAGE.draw(name)
    with right:
        PAGE.draw("network", on_change=_look_into_first_layer)
        PAGE.draw("units")
    with st.expander(_("More about split, network and training"), icon=":material/tune:"):
        _choose_more()


def _begin() -> None:
    """Sets the values that the settings of the chosen series start with."""
    PAGE.set(**of_source(PAGE.get("source")))


def _series() -> tuple[Series, str]:
    """The chosen series and the key of its data; the default series until the visitor has given data."""
    source, seed = PAGE.get("source"), PAGE.get("series_seed")
    if source == OWN and (own := own_series()) is not None:
        return own
    return (_built_in(**FIRST_SERIES) if source == OWN else _built_in(source, seed)), ""


def _built_in(source: str, series_seed: int) -> Series:
    """A built-in series, with the titles of its columns in the session's language."""
    return replace(load_series(source, series_seed), columns=column_titles(source))


def _fit_columns(series: Series) -> list[str]:
    """Drops columns that the series does not have, and returns the names of those that it has.

    The columns are put in the order of the series, as a link has them: the browser has them in that of the clicks.
    """
    names = [str(at) for at in range(1, min(len(series.columns), MAX_FEATURES) + 1)]
    PAGE.set(columns=[name for name in names if name in PAGE.get("columns")] or names[:1])
    if PAGE.get("target") not in (targets := _targets()):
        PAGE.set(target=targets[0])
    return names


def _targets() -> list[int]:
    return [int(name) for name in PAGE.get("columns")]


def _choose_columns(series: Series, names: list[str]) -> None:
    if len(names) > 1:
        titles = {name: plain(series.columns[int(name) - 1]) for name in names}
        PAGE.draw("columns", titles=titles, selection_mode="multi")
        PAGE.draw("target", titles={at: series.columns[at - 1] for at in _targets()})
    if len(series.columns) > MAX_FEATURES:
        st.caption(_("Only the first {most} of your columns can be chosen.").format(most=MAX_FEATURES))
    PAGE.draw("change")
    PAGE.draw("season")


def _choose_more() -> None:
    """Draws the settings of split, network and training that are rarely changed."""
    left, middle, right = st.columns(3, gap="large")
    with left:
        PAGE.draw("validation", disabled=not PAGE.get("validate"))
        for name in ("validate", "test", "epochs"):
            PAGE.draw(name)
    with middle:
        PAGE.draw("layers", on_change=_look_into_first_layer)
        PAGE.draw("many_to_many")
        PAGE.draw("patience")
    with right:
        for name in ("batch_size", "learning_rate", "seed"):
            PAGE.draw(name)
        if PAGE.get("source") not in (OWN, "clean_sine"):
            PAGE.draw("series_seed")


def _look_into_first_layer() -> None:
    """Chooses the first layer, because the chosen one belonged to the previous network."""
    PAGE.set(layer=1)


def _valid_view(series: Series, data: str) -> View:
    values = PAGE.values()
    if PAGE.get("source") == OWN and not data:
        values |= FIRST_SERIES
    try:
        view = view_of(values, series, data)
    except InputError as problem:
        show_refused(problem)
        return PAGE.find("valid") or view_of(SETTINGS.defaults(), _built_in(**FIRST_SERIES))
    PAGE.set(valid=view)
    return view
