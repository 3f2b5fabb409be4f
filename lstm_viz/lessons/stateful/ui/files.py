"""What one may take away from the page Stateful: tables, arrays, the script."""

import streamlit as st

from lstm_viz.app.files import file_button, show_code
from lstm_viz.app.from_keras import ask_keras
from lstm_viz.app.language import _
from lstm_viz.lessons.stateful import remote, tables
from lstm_viz.lessons.stateful.code import stateful_code
from lstm_viz.lessons.stateful.settings import StatefulSettings
from lstm_viz.lessons.stateful.ui.page import PAGE
from lstm_viz.tables import csv


def show_data(settings: StatefulSettings) -> None:
    """Every reading with the outputs of the three ways, as a table and as files."""
    ways = ask_keras(remote.three_ways, settings)
    if ways is None:
        return
    frame = tables.table(settings, ways)
    st.caption(
        _(
            "The readings, scaled to about −1 … 1, and the layer's outputs for them; tanks, steps, batches and units "
            "are counted from 1."
        )
    )
    st.dataframe(frame, hide_index=True)
    with st.container(horizontal=True):
        file_button(PAGE, "CSV", lambda: csv(frame), "stateful.csv", "text/csv")
        file_button(PAGE, "NPZ", lambda: tables.npz(settings, ways), "stateful.npz", "application/octet-stream")


def show_code_panel(settings: StatefulSettings) -> None:
    """The script that prints these numbers."""
    st.caption(_("Prints the largest differences and the outputs of all ways, by Keras alone."))
    show_code(PAGE, stateful_code(settings), "stateful.py")
