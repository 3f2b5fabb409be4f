"""Training on the page Memory lab, and its curves as they grow."""

import streamlit as st

from lstm_viz.app.language import _
from lstm_viz.app.runs import keep_run, load_run
from lstm_viz.app.training_progress import is_running, show_progress
from lstm_viz.charts.networks import network_titles
from lstm_viz.lessons.memory_lab.ui.page import PAGE
from lstm_viz.lessons.memory_lab.ui.results import show_results
from lstm_viz.lessons.memory_lab.view import LabView
from lstm_viz.tasks import Task
from lstm_viz.training import Run, Settings
from lstm_viz.training.learned import Learned
from lstm_viz.worker import shared_worker
from lstm_viz.worker.training_job import TrainingJob

EVERY_SECONDS = 0.1
# Between two drawings of the curves the job is looked at without a drawing: that costs the other visitors nothing.
REDRAW_SECONDS = 1.0

LearnedNetworks = dict[str, Learned]


def learned_of(view: LabView) -> LearnedNetworks:
    """What each network of a view has learned so far, on this server. What a link shows trained is trained first."""
    learned = _learned(view)
    job, job_view = _job()
    if job is not None and job_view != view:
        job.stop()
        PAGE.set(job=None)
    is_new_link = PAGE.get("jump") != PAGE.find("job_jump")
    if is_new_link and any(_is_short(each, PAGE.get("trained")) for each in learned.values()):
        _start(view, min(PAGE.get("trained"), view.epochs))
    PAGE.set(job_jump=PAGE.get("jump"))
    return learned


def _learned(view: LabView) -> LearnedNetworks:
    return {name: Learned(run, view.epochs) for name, run in _runs(view).items()}


def _runs(view: LabView) -> dict[str, Run]:
    task, given = view.task, PAGE.find("given")
    is_given = {name: given is not None and _is_same(given, view.settings(name), task) for name in view.networks}
    return {name: given if is_given[name] else load_run(view.settings(name), task) for name in view.networks}


def _is_same(run: Run, settings: Settings, task: Task) -> bool:
    return (run.settings, run.task) == (settings, task)


def _keep(run: Run) -> None:
    """What comes from a visitor's file stays with the visitor: its weights may be anything."""
    given = PAGE.find("given")
    if given is not None and _is_same(given, run.settings, run.task):
        PAGE.set(given=run)
    else:
        keep_run(run)


def _job() -> tuple[TrainingJob | None, LabView | None]:
    return PAGE.find("job"), PAGE.find("job_view")


def _is_short(learned: Learned, wanted: int) -> bool:
    return not learned.run.has_diverged and learned.epoch < min(wanted, learned.epochs)


def _start(view: LabView, epochs: int) -> None:
    PAGE.set(job=TrainingJob(_runs(view), epochs, shared_worker()), job_view=view)


def show_training(view: LabView) -> None:
    """The button, the progress and the curves; looks after the training by itself while there is one."""
    job, _view = _job()
    PAGE.set(has_clock=is_running(job), drawn=_epochs(_learned(view)))
    st.fragment(_training, run_every=EVERY_SECONDS if is_running(job) else None, key="lab_training")(view)


def _epochs(learned: LearnedNetworks) -> list[int]:
    return [len(each.losses) for each in learned.values()]


def _training(view: LabView) -> None:
    job, _view = _job()
    if job is not None:
        job.watch(REDRAW_SECONDS)
        for run in job.runs.values():
            _keep(run)
    learned = _learned(view)
    with st.container(horizontal=True, vertical_alignment="center"):
        _button(view, learned, job)
        if job is not None and (job.problem is not None or not job.is_over):
            show_progress(job)
    _problems(learned)
    show_results(view, learned)
    PAGE.set(trained=_trained(view, learned, job))
    is_behind = not is_running(job) and _epochs(learned) != PAGE.get("drawn")
    if is_behind or is_running(job) != PAGE.get("has_clock"):
        # What was learned is shown all over the page, and only a run of the page starts or stops this fragment's clock.
        st.rerun()


def _trained(view: LabView, learned: LearnedNetworks, job: TrainingJob | None) -> int:
    """How far a link to the page trains: in mid-training as far as that goes, so that a reload loses nothing."""
    if job is not None and not job.is_over:
        return job.goal
    return min(view.epochs if each.run.has_diverged else each.epoch for each in learned.values())


def _button(view: LabView, learned: LearnedNetworks, job: TrainingJob | None) -> None:
    if job is not None and not job.is_over:
        # As callbacks: they come first in a run, while what follows the looking may be cut short by another run.
        st.button(_("Stop"), icon=":material/stop:", key="lab_stop", on_click=job.stop)
        return
    has_more = any(_is_short(each, view.epochs) for each in learned.values())
    has_begun = any(each.epoch for each in learned.values())
    template = _("Go on to {epochs} epochs") if has_begun and has_more else _("Train {epochs} epochs")
    st.button(
        template.format(epochs=view.epochs),
        icon=":material/model_training:",
        key="lab_train",
        disabled=not has_more,
        help=None if has_more else _("Trained already. Ask for more epochs, or change something."),
        on_click=_begin,
        args=(view, has_begun),
    )


def _begin(view: LabView, has_begun: bool) -> None:
    _start(view, view.epochs)
    if not has_begun:
        PAGE.set(last_epoch=PAGE.get("epoch"), link_epoch=None)  # what has been trained is shown at its end


def _problems(learned: LearnedNetworks) -> None:
    for name, each in learned.items():
        if each.run.has_diverged and len(each.run.losses) <= each.epochs:
            template = _(
                "{network} diverged: after epoch {epoch} its loss was no longer a number. The learning rate {rate} is "
                "too high for it; what it had learned before is shown."
            )
            rate = f"{each.run.settings.learning_rate:g}"
            network = network_titles(_)[name]
            st.warning(template.format(network=network, epoch=each.run.epoch, rate=rate), icon=":material/warning:")
