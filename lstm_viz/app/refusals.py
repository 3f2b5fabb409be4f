"""What Keras said against a call, and what that means."""

import re

import streamlit as st

from lstm_viz.app.language import _
from lstm_viz.keras_errors import KerasError
from lstm_viz.keras_errors.explain import explain, plain
from lstm_viz.keras_errors.explanation import Explanation

LONGEST = 600
# TensorFlow names the files of this server line by line: nobody's business, and no help.
WHERE = re.compile(r"(?<!\n)\n*+^ *+File \".*$|^Detected at node .*$|^Stack trace for op definition:.*$", re.MULTILINE)


def show_refusal(refusal: KerasError, *, of: str | None = None, explained: Explanation | None = None) -> None:
    """Keras's own words, then the same in plain ones.

    Args:
        refusal: What Keras said.
        of: The layer that is refused, as code, where the page has not named it.
        explained: What it means, where the page knows more of the case than Keras's words tell.
    """
    if of is not None:
        st.error(_("Keras refuses `{layer}` here.").format(layer=of), icon=":material/block:")
    st.code(f"{refusal.kind}: {essential(refusal.message)}", language=None, wrap_lines=True)
    if explained is None:
        show_explanation(refusal.message)
    else:
        _show(explained)


def show_explanation(message: str) -> bool:
    """What an error means and what mends it.

    Args:
        message: As Keras wrote it, or as it was pasted.

    Returns:
        Whether it is one of those that are known; nothing is shown of others.
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
        st.code(explanation.code, language=None)


def essential(message: str) -> str:
    """What an error says, without where in Keras and TensorFlow it was raised and with which arguments."""
    message = message.split("Arguments received by")[0]
    text = re.sub(r"\n\s*\n+", "\n", WHERE.sub("", plain(message))).strip()
    return text if len(text) <= LONGEST else text[:LONGEST].rstrip() + " …"
