"""The moment that is looked into: a row of the test part, and the window before it."""

import streamlit as st

from lstm_viz.ui.time_series.page import PAGE
from lstm_viz.ui.time_series.shown import Shown
from lstm_viz.ui.time_series.words import time_of


def choose_moment(shown: Shown) -> int:
    """Draws the choice of a row of the test part.

    Returns:
        The row, counted from 0.
    """
    view, gettext = shown.view, shown.gettext
    row = moment_of(shown)
    first, end = view.prepared.split.bounds("test")
    label = gettext("Moment that is forecast (row {first} to {end})").format(first=first + 1, end=end)
    st.number_input(label, first + 1, end, step=1, key=PAGE.key("moment"), persist_state="session")
    st.caption(time_of(view, row))
    return row


def moment_of(shown: Shown) -> int:
    """The chosen row, counted from 0; the nearest of the test part."""
    first, end = shown.view.prepared.split.bounds("test")
    PAGE.set(moment=min(max(PAGE.get("moment"), first + 1), end))
    return PAGE.get("moment") - 1
