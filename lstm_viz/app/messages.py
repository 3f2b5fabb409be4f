"""Messages about input errors. They quote what a visitor typed, so they are shown as text, never as Markdown."""

from collections.abc import Iterable

import streamlit as st

from lstm_viz.app.language import _
from lstm_viz.data import InputError
from lstm_viz.problem import Note, told


def sentence(problem: InputError | Note) -> str:
    """The message of an input error, or a note on a file, in the visitor's language."""
    return told(problem, _)


def show_problem(problem: InputError | None) -> None:
    """Draws the message of an input error below its control."""
    if problem is not None:
        _line(":red[:material/error:]", sentence(problem))


def show_ignored(problems: Iterable[InputError]) -> None:
    """Draws a message for each part of the link that was ignored."""
    for problem in problems:
        _line(":orange[:material/link_off:]", sentence(problem))


def show_note(note: Note) -> None:
    """Draws a note on a file."""
    _line(":blue[:material/info:]", sentence(note))


def _line(icon: str, text: str) -> None:
    with st.container(horizontal=True, gap="xsmall", wrap=False, border=True, vertical_alignment="top"):
        st.markdown(icon, width="content")
        st.text(text, width="stretch")
