"""Trains a network of the Memory lab again if this server does not know it."""

import streamlit as st

from lstm_viz.app import runs
from lstm_viz.app.language import _
from lstm_viz.app.training_panel import TrainingPanel
from lstm_viz.lessons.step_through.ui.loaders import lab_model
from lstm_viz.lessons.step_through.ui.page import PAGE
from lstm_viz.lessons.step_through.view import LAB, SteppingView
from lstm_viz.training import Run
from lstm_viz.training.trained import Trained


def is_ready(view: SteppingView) -> bool:
    """Whether the view's model can be shown. If not, this starts its training, and the page runs again when it ends."""
    if view.model != LAB or _is_known(view.trained):
        return True
    TRAINING.show(view.trained)
    return False


def _is_known(trained: Trained) -> bool:
    try:
        lab_model(trained)
    except KeyError:
        return False
    return True


def _draw(trained: Trained) -> None:
    st.text(_("This network comes from the Memory lab. It is trained again here, from its seed and settings."))
    TRAINING.show_progress()
    if TRAINING.job is not None and TRAINING.job.problem is not None:
        st.button(_("Try again"), key="lab_model_again", on_click=TRAINING.start, args=(trained, trained.epoch))
    if any(run.has_diverged for run in TRAINING.runs(trained).values()):
        st.warning(_("Its training diverges before that epoch, so it has no such weights."))


TRAINING: TrainingPanel[Trained, Run] = TrainingPanel(
    PAGE,
    kept=lambda trained: {trained.settings.network: runs.kept(trained.settings, trained.task)},
    goal=lambda trained: trained.epoch,
    draw=_draw,
    wanted=lambda trained: trained.epoch,
    prefix="lab_model_",
)
