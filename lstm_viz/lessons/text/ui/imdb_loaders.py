"""What of IMDB is kept for all visitors: the files, the words, and what has been trained."""

import streamlit as st

from lstm_viz.lessons.text.imdb.download import Download
from lstm_viz.lessons.text.imdb.files_location import KnownFile, Place
from lstm_viz.lessons.text.imdb.run import ImdbRun, new_run
from lstm_viz.lessons.text.imdb.settings import Settings
from lstm_viz.lessons.text.imdb.words import Vocabulary, read_vocabulary


class _Kept:
    """The longest known run of one training. Runs never change, so whoever has one keeps it as it is."""

    def __init__(self, run: ImdbRun):
        self.run = run


@st.cache_resource(max_entries=8, show_spinner=False)
def _kept(settings: Settings, place: Place) -> _Kept:
    return _Kept(new_run(settings, place))


def load_run(settings: Settings, place: Place) -> ImdbRun:
    """The longest run of this training that this server knows: the same settings give everybody the same weights."""
    return _kept(settings, place).run


def keep_run(run: ImdbRun) -> None:
    """Keeps a run that went further, for whoever asks for the same training: after a reload, say."""
    kept = _kept(run.settings, run.place)
    if len(run.losses) > len(kept.run.losses):
        kept.run = run


@st.cache_resource(max_entries=4, show_spinner=False)
def load_missing(place: Place, stamp: tuple[int, ...]) -> tuple[KnownFile, ...]:
    """Which of the files are not there, or not what they should be; looked at again when their stamp is another."""
    return place.missing()


@st.cache_resource(max_entries=2, show_spinner=False)
def load_vocabulary(place: Place) -> Vocabulary:
    """The words of the reviews.

    Raises:
        InputError: If their file is not there, or not what it should be.
    """
    return read_vocabulary(place)


@st.cache_resource(max_entries=2, show_spinner=False)
def load_download(place: Place) -> Download:
    """The download of the files, one for all visitors: it begins when it is first asked for.

    `load_download.clear()` lets the next who asks begin anew.
    """
    return Download(place)
