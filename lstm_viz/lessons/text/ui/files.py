"""The panels Data and Keras code: the numbers and the script of the sentences that are shown."""

import streamlit as st

from lstm_viz.app.files import csv_button, headers, show_code, trace_buttons
from lstm_viz.app.language import _
from lstm_viz.lessons.text import tables
from lstm_viz.lessons.text.code import reviews_code
from lstm_viz.lessons.text.ui.page import PAGE
from lstm_viz.lessons.text.ui.read_sentences import ReadSentences
from lstm_viz.tables import table


def show_data(shown: ReadSentences) -> None:
    """Draws a table with a row for each word, and the download buttons."""
    st.caption(
        _("A row for each word: the sentiment after it, its contribution to the logit, each signal of each unit.")
    )
    columns = tables.columns(shown.readings)
    st.dataframe(table(columns), hide_index=True, column_config=headers(columns))
    with st.container(horizontal=True):
        csv_button(PAGE, lambda: tables.table(shown.readings), "text_steps.csv")
        traces = {name: reading.trace for name, reading in shown.readings.items()}
        trace_buttons(PAGE, traces, "text_trace_{sequence}.npz")
    st.caption(_("NPZ files open in a notebook: lstm_viz.Trace.load(path)."))


def show_code_panel(shown: ReadSentences) -> None:
    """Draws the script that prints the same numbers."""
    st.caption(_("Rebuilds exactly these models and prints exactly these numbers; needs only keras and numpy."))
    show_code(PAGE, reviews_code(shown.sentences), "text.py")
