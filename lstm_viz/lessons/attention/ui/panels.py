"""The panels of the page Attention that compare with Keras, and that hold the data and the script."""

import streamlit as st

from lstm_viz.app import files
from lstm_viz.app.comparisons import show_claims
from lstm_viz.app.from_keras import ask_keras
from lstm_viz.app.language import _
from lstm_viz.comparison import Claim, compare
from lstm_viz.i18n import N_
from lstm_viz.lessons.attention import remote, tables
from lstm_viz.lessons.attention.code import attention_code
from lstm_viz.lessons.attention.typed import Typed
from lstm_viz.lessons.attention.ui.controls import decode
from lstm_viz.lessons.attention.ui.page import PAGE

COMPARED = {
    "states": ("h_encoder", "LSTM(…, return_sequences=True)(read)", N_("The encoder's hidden states.")),
    "hidden": ("h_decoder", "LSTM(…)(before, initial_state=last)", N_("The decoder's hidden states.")),
    "scores": ("scores", "Dot(axes=2)([h_decoder, h_encoder])", N_("The dot products.")),
    "weights": ("weights", "Attention()(…, return_attention_scores=True)[1]", N_("What Keras calls attention scores.")),
    "context": ("context", "Attention()([h_decoder, h_encoder])", N_("The context vectors.")),
    "probabilities": ("answer", "Dense(…, activation='softmax')(both)", N_("The probabilities of the answer.")),
}
"""Array of the page → its name, the call of Keras that returns it, and what it is."""


def show_equal(typed: Typed) -> None:
    """Draws a line for each array of the page: whether Keras's own layers return the same."""
    decoded = decode(typed).decoded
    made = ask_keras(remote.run_model, typed.name, typed.text, tuple(map(int, decoded.before)))
    if made is None:
        return
    st.caption(
        _("The page computes with numpy. Here its arrays are compared with what Keras's layers returned just now.")
    )
    show_claims(
        Claim(compare(left, right, getattr(decoded, name), getattr(made, name)), what)
        for name, (left, right, what) in COMPARED.items()
    )


def show_data(typed: Typed) -> None:
    """Draws the weights as a table, with the arrays as files."""
    shown = decode(typed)
    caption = _("A row for each decoder step and input step.")
    arrays = {name: getattr(shown.decoded, name) for name in ("before", *COMPARED)}
    files.show_data(
        PAGE, tables.weights_table(shown.decoded, shown.read, shown.said), lambda: arrays, "attention", caption=caption
    )


def show_code(typed: Typed) -> None:
    """Draws the script."""
    st.caption(_("Rebuilds exactly this model and prints exactly these numbers; needs only keras and numpy."))
    files.show_code(PAGE, attention_code(typed, PAGE.get("width")), "attention.py")
