"""What Keras has against a call, in its own words and in plain ones."""

import streamlit as st

from lstm_viz.i18n import Translate
from lstm_viz.keras_errors import KerasError
from lstm_viz.keras_errors.explain import explain, plain


def show_refusal(what: str, error: KerasError, gettext: Translate) -> None:
    """The error as Keras wrote it, what it means and what mends it.

    Args:
        what: The layer that is refused, as code.
        error: Keras's refusal.
        gettext: Translates what is written.
    """
    st.error(gettext("Keras refuses `{layer}` here.").format(layer=what), icon=":material/block:")
    st.code(f"{error.kind}: {plain(error.message)}", language=None, wrap_lines=True)
    explanation = explain(error.message, gettext)
    if explanation is None:
        return
    st.text(explanation.meaning)
    st.text(explanation.cure)
    if explanation.code:
        st.code(explanation.code, language=None)
