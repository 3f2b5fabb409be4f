"""Shows the errors that Keras raises, and what they mean."""

import re

import streamlit as st

from lstm_viz.app.language import _, script
from lstm_viz.keras_errors import KerasError
from lstm_viz.keras_errors.explaining import explain, plain
from lstm_viz.keras_errors.explanation import Explanation

LONGEST = 600
# TensorFlow's messages contain paths of files on this server: they are private, and no help to a visitor.
WHERE = re.compile(r"(?<!\n)\n*+^ *+File \".*$|^Detected at node .*$|^Stack trace for op definition:.*$", re.MULTILINE)


def show_refusal(refusal: KerasError, *, of: str | None = None, explained: Explanation | None = None) -> None:
    """Draws the message of a Keras error, then an explanation in plain words.

    Args:
        refusal: The error.
        of: The layer that raises it, as code; None if the page has named it already.
        explained: An explanation that the page has made for this case; None for the one that `explain` finds.
    """
    if of is not None:
        st.error(_("Keras raises an error for `{layer}` here.").format(layer=of), icon=":material/block:")
    st.code(f"{refusal.kind}: {essential(refusal.message)}", language=None, wrap_lines=True)
    if explained is None:
        show_explanation(refusal.message)
    else:
        _show(explained)


def show_explanation(message: str) -> bool:
    """Draws what an error means and how to fix it.

    Args:
        message: The message of the error, from Keras or pasted by a visitor.

    Returns:
        Whether the error is known; for an unknown error nothing is drawn.
    """
    explanation = explain(message, _)
    if explanation is None:
        return False
    _show(explanation)
    return True


def _show(explanation: Explanation) -> None:
    st.text(explanation.meaning)
    st.text(explanation.cure)
    if explanation.code:
        st.code(script(explanation.code), language=None)


def essential(message: str) -> str:
    """The message of an error without the places in Keras and TensorFlow where it was raised, and their arguments."""
    message = message.split("Arguments received by")[0]
    text = re.sub(r"\n\s*\n+", "\n", WHERE.sub("", plain(message))).strip()
    return text if len(text) <= LONGEST else text[:LONGEST].rstrip() + " …"
