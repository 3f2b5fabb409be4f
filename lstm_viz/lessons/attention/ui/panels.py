"""The panels of the page Attention that compare with Keras, and that hold the data and the script."""

from dataclasses import fields

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
    "states": ("h_encoder", "encoder(read)[0]", N_("The encoder's hidden states.")),
    "hidden": (
        "h_decoder",
        "decoder(before, initial_state=[h, c])",
        N_("The decoder's hidden states, each step from the state before it."),
    ),
    "weights": (
        "weights",
        "Attention()(…, return_attention_scores=True)[1]",
        N_("Keras calls the weights attention scores."),
    ),
    "context": ("context", "Attention()([h_decoder, h_encoder])", N_("The context vectors.")),
    "probabilities": ("answer", "Dense(…, activation='softmax')(both)", N_("The probabilities of the answer.")),
}
"""Array of the page → its name, the layer of Keras that returns it, and what it is."""


def show_equal(typed: Typed) -> None:
    """Draws a line for each array of the page: whether Keras's own layer returns the same."""
    decoded = decode(typed).decoded
    made = ask_keras(remote.run_layers, typed.name, typed.text, tuple(map(int, decoded.before)))
    if made is None:
        return
    st.caption(
        _("The page computes with numpy. Keras's layers have read the same arrays just now, and returned these.")
    )
    show_claims(
        Claim(compare(left, right, getattr(decoded, name), getattr(made, name)), what)
        for name, (left, right, what) in COMPARED.items()
    )


def show_data(typed: Typed) -> None:
    """Draws the weights as a table, with the arrays as files."""
    shown = decode(typed)
    caption = _("A row for each decoder step and input step.")
    arrays = {each.name: getattr(shown.decoded, each.name) for each in fields(shown.decoded)}
    files.show_data(
        PAGE, tables.weights_table(shown.decoded, shown.read, shown.said), lambda: arrays, "attention", caption=caption
    )


def show_code(typed: Typed) -> None:
    """Draws the script."""
    st.caption(_("Rebuilds exactly this model and prints exactly these numbers; needs only keras and numpy."))
    files.show_code(PAGE, attention_code(typed, PAGE.get("width")), "attention.py")
