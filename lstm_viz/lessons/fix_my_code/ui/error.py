"""What an error means, what to change, and the line that mends it; or that it is not known."""

import re

import streamlit as st

from lstm_viz.app.language import _, script
from lstm_viz.app.pages import link_to
from lstm_viz.app.refusals import essential
from lstm_viz.keras_errors import explain
from lstm_viz.keras_errors.explaining import message_of, names_an_error
from lstm_viz.keras_errors.explanation import Explanation
from lstm_viz.lessons.fix_my_code.ui.page import PAGE

SEARCHED = 120
"""So many characters of an unknown error are looked for on the page Find."""


def show_error(text: str) -> None:
    """Draws the answer to the text of an error: it is explained, or understood but not known, or not understood."""
    with st.container(border=True, key=PAGE.key("error")):
        if explanation := explain(text, _):
            _show_known(text, explanation)
        elif names_an_error(text):
            _show_unknown(text)
        else:
            st.markdown(_(":orange[:material/help:] **Not understood**"))
            st.text(_not_understood())
            _lead_to_search(text)


def _show_known(text: str, explanation: Explanation) -> None:
    st.markdown(_("**What the error means**"))
    st.text(explanation.meaning)
    st.markdown(_("**What to change**"))
    st.text(explanation.cure)
    if explanation.code:
        st.code(script(explanation.code), language=None, wrap_lines=True)
    if "\n" in text.strip():
        st.caption(_("The message that was read:"))
        _show_message(text)


def _show_unknown(text: str) -> None:
    st.markdown(_(":orange[:material/help:] **An error, but none that is known here**"))
    _show_message(text)
    st.text(
        _(
            "This is an error message, but none of those known here. In its last lines, look for two shapes "
            "or two numbers that should be equal, and for the name of a layer."
        )
    )
    _lead_to_search(essential(message_of(text)))


def _lead_to_search(text: str) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.caption(_("Look for it among the questions:"), width="content")
        link_to("find", {"q": re.sub(r"\s+", " ", text[:SEARCHED]).strip()})


def _show_message(text: str) -> None:
    st.code(essential(message_of(text)), language=None, wrap_lines=True)


def _not_understood() -> str:
    return _(
        "This text contains neither an error message nor code that Python can read. Paste the last line of "
        "the error too, which begins with its name, such as “ValueError: …”; or say below what the text is."
    )
