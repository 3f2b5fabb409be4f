"""The panel IMDB of the page Text: real reviews, trained on in the page."""

import streamlit as st

from lstm_viz.data import InputError
from lstm_viz.i18n import Translate
from lstm_viz.imdb.place import default_place
from lstm_viz.ui.messages import show_problem
from lstm_viz.ui.text.imdb_controls import choose_settings
from lstm_viz.ui.text.imdb_files import missing_files, show_getting
from lstm_viz.ui.text.imdb_review import show_reading
from lstm_viz.ui.text.imdb_training import show_training


def show_imdb(gettext: Translate) -> None:
    """The files if they are not there yet; else a training, and what the network makes of a review."""
    st.markdown(
        gettext(
            "Real reviews: `keras.datasets.imdb`, 25,000 to train on and 25,000 to test with, half of them positive. "
            "The 10,000 most frequent words are read, as `Embedding(10_000, 16, mask_zero=True)` → LSTM or GRU → "
            '`Dense(1, activation="sigmoid")`; of a longer review its end, a shorter one is padded at its beginning.'
        )
    )
    place = default_place()
    if missing_files(place):
        show_getting(place, gettext)
        return
    settings = choose_settings(gettext)
    try:
        run = show_training(settings, place, gettext)
        if run.epochs:
            show_reading(run, gettext)
    except InputError as problem:  # the files have been changed since
        show_problem(problem, gettext)
