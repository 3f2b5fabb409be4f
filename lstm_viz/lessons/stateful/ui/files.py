"""The panels with the files of the page Stateful: table, arrays and script."""

import streamlit as st

from lstm_viz.app import files
from lstm_viz.app.from_keras import ask_keras
from lstm_viz.app.language import _
from lstm_viz.lessons.stateful import remote, tables
from lstm_viz.lessons.stateful.code import stateful_code
from lstm_viz.lessons.stateful.settings import StatefulSettings
from lstm_viz.lessons.stateful.ui.page import PAGE


def show_data(settings: StatefulSettings) -> None:
    """Draws every reading with the outputs of the three ways, as a table and as files."""
    ways = ask_keras(remote.three_ways, settings)
    if ways is None:
        return
    caption = _(
        "The readings, scaled to about −1 … 1, and the layer's outputs for them; tanks, steps, batches and units are "
        "counted from 1."
    )
    arrays = {"readings": settings.readings, **vars(ways)}
    files.show_data(PAGE, tables.table(settings, ways), lambda: arrays, "stateful", caption=caption)


def show_code_panel(settings: StatefulSettings) -> None:
    """Draws the script that prints the numbers of the page."""
    st.caption(_("Prints the largest differences and all outputs, using only Keras."))
    files.show_code(PAGE, stateful_code(settings), "stateful.py")
