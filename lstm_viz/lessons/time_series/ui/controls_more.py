"""How a series is split, and how the network is made and trained: what most leave as it is."""

import streamlit as st

from lstm_viz.app.choices import choose_one
from lstm_viz.app.language import _
from lstm_viz.lessons.time_series.settings import (
    BATCH_SIZES,
    LEAST_SHARE,
    MAX_EPOCHS,
    MAX_PATIENCE,
    MAX_SEED,
    MOST_SHARE,
    RATES,
)
from lstm_viz.lessons.time_series.ui.page import PAGE


def choose_more() -> None:
    """Draws these controls."""
    left, middle, right = st.columns(3, gap="large")
    with left:
        _choose_split()
    with middle:
        _choose_layers()
    with right:
        _choose_updates()


def first_layer() -> None:
    """Of another network the first layer is looked into."""
    PAGE.set(layer=1)


def _choose_split() -> None:
    for name, label in (("validation", _("Validation part (%)")), ("test", _("Test part (%)"))):
        st.slider(label, LEAST_SHARE, MOST_SHARE, key=PAGE.key(name), persist_state="session")
    st.number_input(_("Epochs at most"), 1, MAX_EPOCHS, step=1, key=PAGE.key("epochs"), persist_state="session")


def _choose_layers() -> None:
    choose_one(PAGE, "layers", _("Recurrent layers"), (1, 2), on_change=first_layer)
    st.toggle(
        _("Many to many"),
        key=PAGE.key("many_to_many"),
        persist_state="session",
        help=_(
            "In training each step of a window predicts what comes after it (return_sequences=True). Off, only the "
            "last step does: many to one. A forecast is the last step's either way."
        ),
    )
    st.slider(
        _("Patience (epochs; 0: no early stopping)"),
        0,
        MAX_PATIENCE,
        key=PAGE.key("patience"),
        persist_state="session",
    )


def _choose_updates() -> None:
    sizes, rates = tuple(map(str, BATCH_SIZES)), tuple(f"{rate:g}" for rate in RATES)
    st.select_slider(_("Batch size"), sizes, key=PAGE.key("batch_size"), persist_state="session")
    st.select_slider(_("Learning rate"), rates, key=PAGE.key("learning_rate"), persist_state="session")
    st.number_input(_("Seed of the weights"), 0, MAX_SEED, step=1, key=PAGE.key("seed"), persist_state="session")
