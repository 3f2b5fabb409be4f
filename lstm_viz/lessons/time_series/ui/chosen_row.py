"""The choice of a row of the test part. The panels show its forecast and the window before it."""

import streamlit as st

from lstm_viz.app.language import _
from lstm_viz.lessons.time_series.ui.page import PAGE
from lstm_viz.lessons.time_series.ui.trained_view import TrainedView
from lstm_viz.lessons.time_series.ui.words import time_of


def choose_row(shown: TrainedView) -> int:
    """Draws the choice of a row of the test part.

    Returns:
        The row, counted from 0.
    """
    row = chosen_row(shown)
    first, end = shown.view.prepared.split.bounds("test")
    label = _("Row to forecast ({first} to {end})").format(first=first + 1, end=end)
    PAGE.draw("moment", label=label, low=first + 1, high=end, on_change=_mark)
    st.caption(time_of(shown.view, row))
    return row


def chosen_row(shown: TrainedView) -> int:
    """The chosen row, counted from 0. A row outside the test part is moved to the nearest one in it."""
    first, end = shown.view.prepared.split.bounds("test")
    PAGE.set(moment=min(max(PAGE.get("moment"), first + 1), end))
    return PAGE.get("moment") - 1


def _mark() -> None:
    PAGE.set(is_marked=True)


def marked(row: int | None) -> int | None:
    """The row that a line in the figure marks, or None. A row is marked if it was typed or came with a link.

    The browser marks a clicked point by itself. A line that followed the clicks would make a new figure each time, and
    Streamlit would lose the zoom.
    """
    if PAGE.find("marked_jump") != PAGE.get("jump"):
        is_default = PAGE.get("moment") == PAGE.settings["moment"].default
        PAGE.set(marked_jump=PAGE.get("jump"), is_marked=not is_default)
    return row if PAGE.get("is_marked") else None
