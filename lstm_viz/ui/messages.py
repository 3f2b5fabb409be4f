"""Sentences about what went wrong. What a visitor typed is in them, so they are text, never Markdown."""

from collections.abc import Iterable

import streamlit as st

from lstm_viz.data import InputError
from lstm_viz.i18n import Translate


def sentence(problem: InputError, gettext: Translate) -> str:
    """The problem in the visitor's language."""
    return gettext(problem.template).format(**problem.values)


def show_problem(problem: InputError | None, gettext: Translate) -> None:
    """What is wrong with a control, below it."""
    if problem is not None:
        with st.container(horizontal=True, gap="xsmall", vertical_alignment="top"):
            st.markdown(":red[:material/error:]", width="content")
            st.text(sentence(problem, gettext), width="stretch")


def show_ignored(problems: Iterable[InputError], gettext: Translate) -> None:
    """What of the link was ignored."""
    for problem in problems:
        with st.container(horizontal=True, gap="xsmall", border=True, vertical_alignment="top"):
            st.markdown(":orange[:material/link_off:]", width="content")
            st.text(sentence(problem, gettext), width="stretch")
