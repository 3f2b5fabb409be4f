"""Training on the page Time series, and its curves as they grow."""

import streamlit as st

from lstm_viz.app.cached import specs_of
from lstm_viz.app.charts import draw_specs, mode
from lstm_viz.app.language import _
from lstm_viz.app.training_progress import is_running, show_progress
from lstm_viz.lessons.time_series.run import ForecastRun
from lstm_viz.lessons.time_series.ui.loaders import keep_run, load_run
from lstm_viz.lessons.time_series.ui.page import PAGE
from lstm_viz.lessons.time_series.ui.words import network_title
from lstm_viz.lessons.time_series.view import View
from lstm_viz.worker import shared_worker
from lstm_viz.worker.training_job import TrainingJob

EVERY_SECONDS = 0.1
# Between two drawings of the curves the job is looked at without a drawing.
REDRAW_SECONDS = 1.0
NAME = "network"

Job = TrainingJob[ForecastRun]


def run_of(view: View) -> ForecastRun:
    """What has been learned so far. What a link shows trained is trained first."""
    run, job = load_run(view), _job()
    if job is not None and PAGE.find("job_key") != view.training_key:
        job.stop()
        PAGE.set(job=None)
    is_new_link = PAGE.get("jump") != PAGE.find("job_jump")
    if is_new_link and not run.has_ended and run.epoch < min(PAGE.get("trained"), view.epochs):
        _start(view, min(PAGE.get("trained"), view.epochs))
    PAGE.set(job_jump=PAGE.get("jump"))
    return run


def _job() -> Job | None:
    return PAGE.find("job")


def _start(view: View, epochs: int) -> None:
    job: Job = TrainingJob({NAME: load_run(view)}, epochs, shared_worker())
    PAGE.set(job=job, job_key=view.training_key)


def show_training(view: View) -> None:
    """The button, the progress and the curves; looks after the training by itself while there is one."""
    runs = is_running(_job())
    PAGE.set(has_clock=runs, drawn=len(load_run(view).losses))
    st.fragment(_training, run_every=EVERY_SECONDS if runs else None, key="series_training")(view)


def _training(view: View) -> None:
    job = _job()
    if job is not None:
        job.watch(REDRAW_SECONDS)
        keep_run(view, job.runs[NAME])
    run = load_run(view)
    with st.container(horizontal=True, vertical_alignment="center"):
        _button(view, run, job)
        if job is not None and (job.problem is not None or not job.is_over):
            show_progress(job)
        else:
            st.text(told(view, run), width="stretch")
    if len(run.losses):
        _curves(view, run)
    PAGE.set(trained=job.goal if job is not None and not job.is_over else min(run.epoch, view.epochs))
    is_behind = not is_running(job) and len(run.losses) != PAGE.get("drawn")
    if is_behind or is_running(job) != PAGE.get("has_clock"):
        # What was learned is shown all over the page, and only a run of the page starts or stops this fragment's clock.
        st.rerun()


def _button(view: View, run: ForecastRun, job: Job | None) -> None:
    if job is not None and not job.is_over:
        # As a callback: it comes first in a run, while what follows the looking may be cut short by another run.
        st.button(_("Stop"), icon=":material/stop:", key="series_stop", on_click=job.stop)
        return
    has_more = not run.has_ended and run.epoch < view.epochs
    st.button(
        _asks(view.epochs, goes_on=bool(run.epoch) and has_more),
        icon=":material/model_training:",
        key="series_train",
        disabled=not has_more,
        help=None if has_more else _("Trained already. Ask for more epochs, or change something."),
        on_click=_start,
        args=(view, view.epochs),
    )


def _asks(epochs: int, *, goes_on: bool) -> str:
    if epochs == 1:
        return _("Train 1 epoch")
    template = _("Go on to {epochs} epochs") if goes_on else _("Train {epochs} epochs")
    return template.format(epochs=epochs)


def told(view: View, run: ForecastRun) -> str:
    """How the training came out, in a sentence."""
    values = {"network": network_title(view), "epochs": run.epoch, "taken": run.weights_epoch}
    if run.has_diverged:
        return _(
            "The {network} diverged: after epoch {epochs} its loss was no longer a number. Lower the learning rate."
        ).format(**values)
    if not run.epoch:
        return _("The {network} is not trained yet.").format(**values)
    if run.was_stopped_early:
        template = _(
            "The {network} was stopped early after {epochs} epochs: for {patience} the validation loss had not fallen. "
            "The weights of epoch {taken} are taken."
        )
        return template.format(patience=view.settings.patience, **values)
    template = _("Epochs for which the {network} was trained: {epochs}. The weights of epoch {taken} are taken.")
    return template.format(**values)


def _curves(view: View, run: ForecastRun) -> None:
    from lstm_viz.lessons.time_series.charts.losses import forecast_losses

    chart = forecast_losses(
        run.losses,
        run.validation_losses,
        taken=run.weights_epoch,
        epochs=view.epochs,
        gettext=_,
        mode=mode(),
    )
    draw_specs(specs_of([chart]), "forecast_losses")
