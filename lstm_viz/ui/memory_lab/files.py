"""The Keras code that trains what is shown, the training as a file, and a file back into a view."""

import io

import streamlit as st

from lstm_viz.charts.networks import network_titles
from lstm_viz.data import InputError
from lstm_viz.memory_lab.opened import values_of
from lstm_viz.training import Run
from lstm_viz.ui import session
from lstm_viz.ui.memory_lab.page import PAGE
from lstm_viz.ui.memory_lab.shown import Shown
from lstm_viz.ui.messages import show_problem


def show_files(shown: Shown) -> None:
    """Code, download and upload of the network that is looked at."""
    gettext, network = shown.gettext, PAGE.get("network")
    learned = shown.learned[network]
    left, right = st.columns(2, gap="large")
    with left:
        st.download_button(
            gettext("Download the trained {network}").format(network=network_titles(gettext)[network]),
            lambda: _packed(learned.run),
            f"memory_lab_{network}.npz",
            "application/octet-stream",
            key="lab_save",
            icon=":material/download:",
            on_click="ignore",
        )
        st.caption(gettext("In a notebook: lstm_viz.training.Run.load(path). It holds numbers alone, no code."))
    with right:
        st.file_uploader(
            gettext("Open a training saved here (.npz)"),
            type=["npz"],
            key="lab_file",
            on_change=_open,
            max_upload_size=20,
        )
        show_problem(PAGE.find("file_problem"), gettext)
    st.caption(gettext("Trains this network in the same way, from the same weights, and prints its loss and answers."))
    from lstm_viz.training.code import training_code

    code = training_code(learned.run.settings, learned.run.task, max(learned.epoch, 1))
    st.download_button(
        gettext("Download"),
        code,
        "train_memory_lab.py",
        "text/x-python",
        key="lab_code",
        icon=":material/download:",
        on_click="ignore",
    )
    st.code(code, language=None, height=500)


def _packed(run: Run) -> bytes:
    packed = io.BytesIO()
    run.save(packed)
    return packed.getvalue()


def _open() -> None:
    """Shows the training of the file; if it is wrong, what was there stays."""
    PAGE.set(file_problem=None)
    if (given := st.session_state["lab_file"]) is None:
        return
    try:
        run = Run.load(io.BytesIO(given.getvalue()))
        values = values_of(run)
    except InputError as problem:
        PAGE.set(file_problem=problem)
        return
    PAGE.set(given=run)
    session.show(PAGE, values)
