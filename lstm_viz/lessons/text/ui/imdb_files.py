"""Gets Keras's IMDB files: the server downloads them, or a visitor uploads them."""

import streamlit as st

from lstm_viz.app.language import _
from lstm_viz.app.messages import show_problem
from lstm_viz.app.uploads import read_given
from lstm_viz.lessons.text.imdb.download import Download
from lstm_viz.lessons.text.imdb.files_location import MEGABYTE, FilesLocation, KnownFile
from lstm_viz.lessons.text.ui.imdb_loaders import load_download, load_missing
from lstm_viz.lessons.text.ui.page import PAGE

EVERY_SECONDS = 0.5
AT_ONCE_SECONDS = 1.0  # without a network, the download has usually failed by then


def missing_files(location: FilesLocation) -> tuple[KnownFile, ...]:
    """The files that this server does not have."""
    return load_missing(location, location.stamp())


def show_download(location: FilesLocation) -> None:
    """Draws the progress of the download, or why it failed, and an upload for the files."""
    download = load_download(location)
    download.wait(AT_ONCE_SECONDS)
    PAGE.set(imdb_has_clock=not download.is_over)
    every = None if download.is_over else EVERY_SECONDS
    st.fragment(_download, run_every=every, key="text_imdb_getting")(location, download)


def _download(location: FilesLocation, download: Download) -> None:
    if not missing_files(location) or download.is_over == PAGE.find("imdb_has_clock"):
        st.rerun()  # only a rerun of the whole page shows the new state and stops this fragment's clock
    if download.is_over:
        show_problem(download.problem)
        st.button(
            _("Try to download again"),
            icon=":material/refresh:",
            key=PAGE.key("imdb_again"),
            on_click=load_download.clear,
        )
    else:
        st.progress(_part(download), _progress(download))
    _ask_for_files(location)


def _part(download: Download) -> float:
    return min(download.received / download.expected, 1.0) if download.expected else 0.0


def _progress(download: Download) -> str:
    if download.expected is None:
        return _("Looking for Keras's IMDB files …")
    template = _("Downloading Keras's IMDB files: {received} of {expected} MB")
    received, expected = (f"{count / MEGABYTE:.1f}" for count in (download.received, download.expected))
    return template.format(received=received, expected=expected)


def _ask_for_files(location: FilesLocation) -> None:
    st.text(
        _(
            "If you already have the files, upload them here: Keras keeps them in .keras/datasets. "
            "Otherwise download them from the same place as Keras does. They are checked against Keras's "
            "own checksums before they are opened, and kept on this server."
        )
    )
    st.code("\n".join(file.url for file in missing_files(location)), language=None)
    st.file_uploader(
        _("Upload imdb.npz and imdb_word_index.json"),
        type=["npz", "json"],
        accept_multiple_files=True,
        key=PAGE.key("imdb_given"),
        on_change=_keep_given,
        args=(location,),
        max_upload_size=20,
    )
    for problem in PAGE.find("imdb_problems") or ():
        show_problem(problem)


def _keep_given(location: FilesLocation) -> None:
    """Keeps the uploaded files that are right, and remembers what is wrong with the others."""
    problems = read_given(PAGE.key("imdb_given"), location.keep)
    if problems is not None:
        PAGE.set(imdb_problems=problems)
