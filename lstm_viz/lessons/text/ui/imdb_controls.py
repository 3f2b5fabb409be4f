"""What is trained on the IMDB reviews, as the visitor chooses it."""

import streamlit as st

from lstm_viz.app.choices import choose_one
from lstm_viz.app.language import _
from lstm_viz.keras_code import LAYERS
from lstm_viz.lessons.text.imdb.link import FIELDS, settings_of
from lstm_viz.lessons.text.imdb.settings import KINDS, LENGTHS, MAX_EPOCHS, MAX_SEED, RATES, REVIEWS, UNITS, Settings
from lstm_viz.lessons.text.ui.page import PAGE


def choose_settings() -> Settings:
    """The controls, and what they say."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        choose_one(PAGE, "imdb_kind", _("Layer"), {kind: LAYERS[kind] for kind in KINDS})
        _slider(_("Units"), "imdb_units", UNITS)
        _slider(_("Reviews to train on"), "imdb_reviews", REVIEWS)
        _slider(_("Words of each"), "imdb_length", LENGTHS)
        _slider(_("Learning rate (Adam)"), "imdb_rate", RATES)
        _number(_("Epochs"), "imdb_epochs", 1, MAX_EPOCHS)
        _number(_("Seed"), "imdb_seed", 0, MAX_SEED)
    return chosen_settings()


def chosen_settings() -> Settings:
    """What the controls say, whether or not they are on the page."""
    return settings_of({name: PAGE.get(name) for name in FIELDS})


def _slider(label: str, name: str, options: tuple[float, ...]) -> None:
    st.select_slider(label, tuple(map(str, options)), key=PAGE.key(name), persist_state="session", width=170)


def _number(label: str, name: str, low: int, high: int) -> None:
    st.number_input(label, low, high, step=1, key=PAGE.key(name), persist_state="session", width=130)
