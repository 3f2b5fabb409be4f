"""What Keras said against a call, and what that means."""

import re

import streamlit as st

from lstm_viz.i18n import Translate
from lstm_viz.keras_errors import KerasError
from lstm_viz.keras_errors.explain import explain, plain

LONGEST = 600
# TensorFlow names the files of this server line by line: nobody's business, and no help.
WHERE = re.compile(r"\n*^ *File \".*$|^Detected at node .*$|^Stack trace for op definition:.*$", re.MULTILINE)


def show_refusal(refusal: KerasError, gettext: Translate) -> None:
    """Keras's own words, then the same in plain ones."""
    st.code(f"{refusal.kind}: {essential(refusal.message)}", language=None, wrap_lines=True)
    show_explanation(refusal, gettext)


def show_explanation(refusal: KerasError, gettext: Translate) -> None:
    """What a refusal means and what mends it, if it is known."""
    explanation = explain(refusal.message, gettext)
    if explanation is None:
        return
    st.markdown(explanation.meaning)
    st.markdown(explanation.cure)
    if explanation.code:
        st.code(explanation.code, language=None)


def essential(message: str) -> str:
    """What an error says, without where in Keras and TensorFlow it was raised and with which arguments."""
    message = message.split("Arguments received by")[0]
    text = re.sub(r"\n\s*\n+", "\n", WHERE.sub("", plain(message))).strip()
    return text if len(text) <= LONGEST else text[:LONGEST].rstrip() + " …"
