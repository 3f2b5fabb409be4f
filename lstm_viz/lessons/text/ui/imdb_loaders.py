"""What of IMDB is kept for all visitors: the files, the words, and what has been trained."""

import streamlit as st

from lstm_viz.app.training_panel import Kept
from lstm_viz.lessons.text.imdb.download import Download
from lstm_viz.lessons.text.imdb.files_location import FilesLocation, KnownFile
from lstm_viz.lessons.text.imdb.run import ImdbRun, new_run
from lstm_viz.lessons.text.imdb.settings import ImdbSettings
from lstm_viz.lessons.text.imdb.words import Vocabulary, read_vocabulary


@st.cache_resource(max_entries=8, show_spinner=False)
def kept(settings: ImdbSettings, location: FilesLocation) -> Kept[ImdbRun]:
    """Where the longest run of this training is kept: the same settings give everybody the same weights."""
    return Kept(new_run(settings, location))


@st.cache_resource(max_entries=4, show_spinner=False)
def load_missing(location: FilesLocation, stamp: tuple[int, ...]) -> tuple[KnownFile, ...]:
    """Which of the files are not there, or not what they should be; looked at again when their stamp is another."""
    return location.missing()


@st.cache_resource(max_entries=2, show_spinner=False)
def load_vocabulary(location: FilesLocation) -> Vocabulary:
    """The words of the reviews.

    Raises:
        InputError: If their file is not there, or not what it should be.
    """
    return read_vocabulary(location)


@st.cache_resource(max_entries=2, show_spinner=False)
def load_download(location: FilesLocation) -> Download:
    """The download of the files, one for all visitors: it begins when it is first asked for.

    `load_download.clear()` lets the next who asks begin anew.
    """
    return Download(location)
