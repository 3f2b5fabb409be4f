"""What the page Text shows of the sentences, a panel at a time."""

from functools import partial

import streamlit as st

from lstm_viz.app import session
from lstm_viz.app.files import file_button, show_code
from lstm_viz.app.language import _
from lstm_viz.app.panel_switch import choose_panel
from lstm_viz.app.predict_first import predict_first
from lstm_viz.lessons.text import tables
from lstm_viz.lessons.text.code import reviews_code
from lstm_viz.lessons.text.link import to_link
from lstm_viz.lessons.text.ui.change import show_change
from lstm_viz.lessons.text.ui.controls import choose_sentences, shown_of, texts
from lstm_viz.lessons.text.ui.gates import show_gates
from lstm_viz.lessons.text.ui.imdb import show_imdb
from lstm_viz.lessons.text.ui.padding import show_padding
from lstm_viz.lessons.text.ui.page import FRAGMENT, PAGE
from lstm_viz.lessons.text.ui.question import answer_question
from lstm_viz.lessons.text.ui.scores import show_scores
from lstm_viz.lessons.text.ui.shown import Shown
from lstm_viz.lessons.text.ui.step import show_step
from lstm_viz.lessons.text.ui.verdict import show_words
from lstm_viz.lessons.text.ui.words import show_word_panel
from lstm_viz.tables import csv

BYTES = "application/octet-stream"


@st.fragment(key=FRAGMENT)
def show_sentences() -> None:
    """One's own sentences, what the models make of them, and the open panel; then the link is written."""
    choose_sentences()
    shown, typed = shown_of(), texts()
    if predict_first(PAGE, answer_question(shown, typed["a"])):
        show_words(shown)
        show_panel(shown)
    session.write_link(PAGE, to_link(PAGE.settings() | typed))


def show_panel(shown: Shown) -> None:
    """The row of panels and the open one."""
    names = {
        "words": _("Which words"),
        "step": _("Step through"),
        "gates": _("Gates"),
        "change": _("Change a word"),
        "padding": _("Padding and mask"),
        "models": _("LSTM and bag of words"),
        "imdb": _("IMDB"),
        "data": _("Data"),
        "code": _("Keras code"),
    }
    DRAW[choose_panel(PAGE, names)](shown)


def _imdb(shown: Shown) -> None:
    show_imdb()


def _data(shown: Shown) -> None:
    st.caption(_("A row for each word: the sentiment after it, its share of the logit, each signal of each unit."))
    frame = tables.table(shown.readings)
    st.dataframe(frame, hide_index=True)
    with st.container(horizontal=True):
        file_button(PAGE, "CSV", lambda: csv(frame), "text_steps.csv", "text/csv")
        for name, reading in shown.readings.items():
            file_button(PAGE, f"NPZ {name}", partial(tables.npz, reading), f"text_trace_{name}.npz", BYTES)
    st.caption(_("NPZ files open in a notebook: lstm_viz.Trace.load(path)."))


def _code(shown: Shown) -> None:
    st.caption(_("Rebuilds exactly these models and prints exactly these numbers; needs keras and numpy alone."))
    show_code(PAGE, reviews_code(shown.sentences), "text.py")


DRAW = {
    "words": show_word_panel,
    "step": show_step,
    "gates": show_gates,
    "change": show_change,
    "padding": show_padding,
    "models": show_scores,
    "imdb": _imdb,
    "data": _data,
    "code": _code,
}
