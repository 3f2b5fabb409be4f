"""The panel Files and code: the Keras code of the training, the run as a file to download, and the upload of a run."""

import io

import streamlit as st

from lstm_viz.app import session
from lstm_viz.app.files import file_button, show_code
from lstm_viz.app.language import _, language
from lstm_viz.app.messages import show_problem
from lstm_viz.app.pages import script
from lstm_viz.app.training_panel import Kept
from lstm_viz.app.uploads import read_given
from lstm_viz.charts.networks import network_titles
from lstm_viz.lessons.memory_lab.ui.page import PAGE
from lstm_viz.lessons.memory_lab.ui.scene import SceneStep
from lstm_viz.lessons.memory_lab.uploaded_run import values_of
from lstm_viz.lessons.step_through.settings import link_to
from lstm_viz.training import Run
from lstm_viz.training.learned import Learned
from lstm_viz.training.trained import Trained


def show_files(shown: SceneStep) -> None:
    """Draws the download and the code of the network that is shown, and the upload."""
    left, right = st.columns(2, gap="large")
    learned = shown.scene.learned
    with left:
        _show_download(learned, shown.scene.epoch)
    with right:
        _show_upload()
    _code(learned)


def _show_download(learned: Learned, epoch: int) -> None:
    settings, task = learned.run.settings, learned.run.task
    st.page_link(
        script("step_through"),
        label=_("Open in Step through"),
        icon=":material/play_circle:",
        query_params=link_to(Trained(settings, task, epoch)) | {"lang": language()},
    )
    file_button(
        PAGE,
        _("Download the trained {network}").format(network=network_titles(_)[settings.network]),
        lambda: _packed(learned.run),
        f"memory_lab_{settings.network}.npz",
        "application/octet-stream",
    )
    st.caption(_("Open it in a notebook with lstm_viz.training.Run.load(path). The file holds only numbers, no code."))


def _show_upload() -> None:
    label = _("Open a saved run (.npz)")
    st.file_uploader(label, type=["npz"], key="lab_file", on_change=_open, max_upload_size=20)
    show_problem(PAGE.find("file_problem"))


def _code(learned: Learned) -> None:
    from lstm_viz.training.code import training_code

    st.caption(_("Trains this network in the same way, from the same weights, and prints its loss and answers."))
    code = training_code(learned.run.settings, learned.run.task, max(learned.epoch, 1))
    show_code(PAGE, code, "train_memory_lab.py")


def _packed(run: Run) -> bytes:
    packed = io.BytesIO()
    run.save(packed)
    return packed.getvalue()


def _open() -> None:
    """Shows the run in the uploaded file. If the file is wrong, the page stays as it is."""
    problems = read_given("lab_file", lambda content, _name: _show(content))
    if problems is not None:
        PAGE.set(file_problem=problems[0] if problems else None)


def _show(content: bytes) -> None:
    run = Run.load(io.BytesIO(content))
    values = values_of(run)
    PAGE.set(given=Kept(run), is_opened=True)
    session.show(PAGE, values)
