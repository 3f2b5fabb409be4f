"""A network of the Memory lab on the page Step through: where this server has not trained it, it is trained again."""

import streamlit as st

from lstm_viz.app.language import _
from lstm_viz.app.runs import keep_run, load_run
from lstm_viz.app.training_progress import show_progress
from lstm_viz.lessons.step_through.ui.loaders import lab_model
from lstm_viz.lessons.step_through.view import LAB, SteppingView
from lstm_viz.training.trained import Trained
from lstm_viz.worker import shared_worker
from lstm_viz.worker.training_job import TrainingJob

EVERY_SECONDS = 0.2
PATIENCE_SECONDS = 0.3


def is_ready(view: SteppingView) -> bool:
    """Whether the view's model can be shown; if not, it is being trained, and the page runs again when it is done."""
    if view.model != LAB or _is_known(view.trained):
        return True
    job: TrainingJob | None = st.session_state.get("lab_job")
    if job is None or st.session_state["lab_job_for"] != view.lab:
        job = _new_job(view.trained)
        st.session_state.update(lab_job=job, lab_job_for=view.lab)
    is_stuck = job.problem is not None or _diverged(job)
    st.fragment(_train, run_every=None if is_stuck else EVERY_SECONDS, key="lab_model")(job)
    return False


def _is_known(trained: Trained) -> bool:
    try:
        lab_model(trained)
    except KeyError:
        return False
    return True


def _new_job(trained: Trained) -> TrainingJob:
    run = load_run(trained.settings, trained.task)
    return TrainingJob({trained.settings.network: run}, trained.epoch, shared_worker())


def _diverged(job: TrainingJob) -> bool:
    return any(run.has_diverged for run in job.runs.values())


def _train(job: TrainingJob) -> None:
    st.text(_("This network comes from the Memory lab. It is trained again here, from its seed and settings."))
    job.wait(PATIENCE_SECONDS)
    job.look()
    show_progress(job)
    if job.problem is not None and st.button(_("Try again"), key="lab_model_again"):
        del st.session_state["lab_job"]
        st.rerun()
    if _diverged(job):
        st.warning(_("Its training diverges before that epoch: there are no such weights."))
    elif job.is_over and job.problem is None:
        for run in job.runs.values():
            keep_run(run)
        st.rerun()
