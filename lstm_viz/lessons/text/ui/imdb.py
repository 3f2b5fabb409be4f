"""The panel IMDB of the page Text: a network is trained on real reviews."""

import streamlit as st

from lstm_viz.app.files import show_code
from lstm_viz.app.language import _
from lstm_viz.app.messages import show_problem
from lstm_viz.data import InputError
from lstm_viz.lessons.text.imdb.code import imdb_code
from lstm_viz.lessons.text.imdb.files_location import FilesLocation, default_location
from lstm_viz.lessons.text.imdb.settings import imdb_settings
from lstm_viz.lessons.text.ui.imdb_files import missing_files, show_download
from lstm_viz.lessons.text.ui.imdb_review import show_reading
from lstm_viz.lessons.text.ui.imdb_training import show_training
from lstm_viz.lessons.text.ui.page import PAGE


def show_imdb() -> None:
    """Draws the download if files are missing; else the training, and a review as the network reads it."""
    st.markdown(
        _(
            "Real reviews: `keras.datasets.imdb`, 25,000 to train on and 25,000 to test with, half of them "
            "positive. The 10,000 most frequent words are read, as `Embedding(10_000, 16, mask_zero=True)` "
            '→ LSTM or GRU → `Dense(1, activation="sigmoid")`. Only the end of a long review is read; a '
            "short one is padded at its beginning."
        )
    )
    location = default_location()
    if missing_files(location):
        show_download(location)
    else:
        _show_network(location)
    _show_code()


def _show_network(location: FilesLocation) -> None:
    _choose_settings()
    try:
        run = show_training(imdb_settings(PAGE.values()), location)
        if run.epochs:
            show_reading(run)
    except InputError as problem:  # a file was changed after it had been verified
        show_problem(problem)


def _choose_settings() -> None:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        PAGE.draw("imdb_kind")
        for name in ("imdb_units", "imdb_reviews", "imdb_length", "imdb_rate"):
            PAGE.draw(name, width=170)
        for name in ("imdb_epochs", "imdb_seed"):
            PAGE.draw(name, width=130)


def _show_code() -> None:
    """Draws the script that trains the same network. It is shown even if this server does not have the files."""
    with st.expander(_("Keras code"), icon=":material/code:"):
        st.caption(_("Trains the same network on the same reviews, and prints how it does on the held-out ones."))
        code = imdb_code(imdb_settings(PAGE.values()), PAGE.get("imdb_epochs"))
        show_code(PAGE, code, "train_imdb.py")
