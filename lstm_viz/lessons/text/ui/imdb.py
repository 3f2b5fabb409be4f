"""The panel IMDB of the page Text: real reviews, trained on in the page."""

import streamlit as st

from lstm_viz.app.files import show_code
from lstm_viz.app.language import _
from lstm_viz.app.messages import show_problem
from lstm_viz.data import InputError
from lstm_viz.lessons.text.imdb.code import imdb_code
from lstm_viz.lessons.text.imdb.files_location import Place, default_place
from lstm_viz.lessons.text.ui.imdb_controls import choose_settings, chosen_settings
from lstm_viz.lessons.text.ui.imdb_files import missing_files, show_getting
from lstm_viz.lessons.text.ui.imdb_review import show_reading
from lstm_viz.lessons.text.ui.imdb_training import show_training
from lstm_viz.lessons.text.ui.page import PAGE


def show_imdb() -> None:
    """The files if they are not there yet; else a training, and what the network makes of a review."""
    st.markdown(
        _(
            "Real reviews: `keras.datasets.imdb`, 25,000 to train on and 25,000 to test with, half of them positive. "
            "The 10,000 most frequent words are read, as `Embedding(10_000, 16, mask_zero=True)` → LSTM or GRU → "
            '`Dense(1, activation="sigmoid")`; of a longer review its end, a shorter one is padded at its beginning.'
        )
    )
    place = default_place()
    if missing_files(place):
        show_getting(place)
    else:
        _show_network(place)
    _show_code()


def _show_network(place: Place) -> None:
    settings = choose_settings()
    try:
        run = show_training(settings, place)
        if run.epochs:
            show_reading(run)
    except InputError as problem:  # the files have been changed since
        show_problem(problem)


def _show_code() -> None:
    """What trains the same network elsewhere: without the files on this server, too."""
    with st.expander(_("Keras code"), icon=":material/code:"):
        st.caption(_("Trains the same network on the same reviews, and prints how it does on the held-out ones."))
        code = imdb_code(chosen_settings(), PAGE.get("imdb_epochs"))
        show_code(PAGE, code, "train_imdb.py")
