"""Training on the IMDB reviews, and its curves as they grow."""

from typing import Any

import streamlit as st

from lstm_viz.app.cached import specs_of
from lstm_viz.app.charts import draw_specs, mode
from lstm_viz.app.language import _
from lstm_viz.app.messages import show_problem
from lstm_viz.app.training_progress import is_running, show_progress
from lstm_viz.data import InputError
from lstm_viz.lessons.text.imdb.files_location import Place
from lstm_viz.lessons.text.imdb.run import ImdbRun
from lstm_viz.lessons.text.imdb.settings import Settings
from lstm_viz.lessons.text.ui.imdb_loaders import keep_run, load_run
from lstm_viz.lessons.text.ui.page import PAGE
from lstm_viz.worker import shared_worker
from lstm_viz.worker.training_job import TrainingJob

EVERY_SECONDS = 0.1
# Between two drawings of the curves the job is looked at without a drawing: that costs the other visitors nothing.
REDRAW_SECONDS = 1.0

Job = TrainingJob[ImdbRun]


def show_training(settings: Settings, place: Place) -> ImdbRun:
    """The button, the progress and the curves; looks after the training by itself while there is one.

    Returns:
        What has been learned so far. What a link shows trained is trained first.
    """
    job: Job | None = PAGE.find("imdb_job")
    if job is not None and PAGE.find("imdb_job_of") != (settings, place):
        job.stop()
        PAGE.set(imdb_job=None)
    is_new_link = PAGE.find("jump") != PAGE.find("imdb_jump")
    PAGE.set(imdb_jump=PAGE.find("jump"))
    run = load_run(settings, place)
    if is_new_link and run.epochs < PAGE.get("imdb_trained"):
        _start(run, PAGE.get("imdb_trained"))
    job = PAGE.find("imdb_job")
    PAGE.set(imdb_has_clock=is_running(job), imdb_drawn=run.epochs)
    every = EVERY_SECONDS if is_running(job) else None
    st.fragment(_training, run_every=every, key="text_imdb_training")(settings, place)
    return load_run(settings, place)


def _training(settings: Settings, place: Place) -> None:
    job: Job | None = PAGE.find("imdb_job")
    if job is not None:
        try:
            job.watch(REDRAW_SECONDS)
        except InputError as problem:  # the files have been changed since
            job.stop()
            PAGE.set(imdb_trouble=problem)
        keep_run(job.runs[settings.kind])
    run = load_run(settings, place)
    with st.container(horizontal=True, vertical_alignment="center"):
        _button(run, job)
        if job is not None and (job.problem is not None or not job.is_over):
            show_progress(job)
    show_problem(PAGE.find("imdb_trouble"))
    _result(run)
    PAGE.set(imdb_trained=_trained(run, job))
    is_behind = not is_running(job) and run.epochs != PAGE.get("imdb_drawn")
    if is_behind or is_running(job) != PAGE.get("imdb_has_clock"):
        # The reviews are read with what was learned, and only a run of the page starts or stops this fragment's clock.
        st.rerun()


def _trained(run: ImdbRun, job: Job | None) -> int:
    """How many epochs a link to the page trains: in mid-training as far as that goes; so a reload loses nothing."""
    return job.goal // run.settings.updates if job is not None and not job.is_over else run.epochs


def _button(run: ImdbRun, job: Job | None) -> None:
    if job is not None and not job.is_over:
        # As callbacks: they come first in a run, while what follows the looking may be cut short by another run.
        st.button(_("Stop"), icon=":material/stop:", key=PAGE.key("imdb_stop"), on_click=job.stop)
        return
    epochs = PAGE.get("imdb_epochs")
    has_more = not run.has_diverged and run.position < epochs * run.settings.updates
    st.button(
        _invitation(epochs, run.position > 0 and has_more),
        icon=":material/model_training:",
        key=PAGE.key("imdb_train"),
        disabled=not has_more,
        help=None if has_more else _("Trained already. Ask for more epochs, or change something."),
        on_click=_start,
        args=(run, epochs),
    )


def _invitation(epochs: int, goes_on: bool) -> str:
    if goes_on:
        return _("Go on to the end of epoch {epochs}").format(epochs=epochs)
    return _("Train 1 epoch") if epochs == 1 else _("Train {epochs} epochs").format(epochs=epochs)


def _start(run: ImdbRun, epochs: int) -> None:
    job = TrainingJob({run.settings.kind: run}, epochs * run.settings.updates, shared_worker())
    PAGE.set(imdb_job=job, imdb_job_of=(run.settings, run.place), imdb_trouble=None)


def _result(run: ImdbRun) -> None:
    if not run.position:
        st.caption(_("Not trained yet."))
        return
    if run.looks:
        last = run.looks[-1]
        template = _(
            "After {updates} updates, of which {per_epoch} are an epoch: {accuracy} right of {count} reviews of the "
            "test part, which it was never trained on; loss {loss} nats."
        )
        st.text(
            template.format(
                updates=last.update,
                per_epoch=run.settings.updates,
                accuracy=f"{last.accuracy:.1%}",
                count=f"{run.held_out:,}",
                loss=f"{last.loss:.4f}",
            )
        )
        draw_specs(_curves(run), "imdb_learning")
    if run.has_diverged:
        st.warning(_("It diverged: a loss was no longer a number."), icon=":material/warning:")


def _curves(run: ImdbRun) -> list[dict[str, Any]]:
    from lstm_viz.lessons.text.charts.imdb_learning import imdb_learning

    updates = max(PAGE.get("imdb_epochs") * run.settings.updates, run.position)
    looks = [(look.update, look.loss, look.accuracy) for look in run.looks]
    return specs_of(imdb_learning(run.losses, looks, updates=updates, gettext=_, mode=mode()))
