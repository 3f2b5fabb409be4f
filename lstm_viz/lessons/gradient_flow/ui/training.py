"""How far back each network learns: what was trained beforehand, and one point trained now."""

from functools import partial
from typing import Any

import streamlit as st

from lstm_viz.app.charts import draw
from lstm_viz.app.choices import choose_one
from lstm_viz.app.language import _
from lstm_viz.app.runs import keep_run, load_run
from lstm_viz.app.training_progress import is_running, show_progress
from lstm_viz.charts.networks import network_titles
from lstm_viz.charts.theme import Mode
from lstm_viz.i18n import Translate
from lstm_viz.keras_code import LAYERS
from lstm_viz.lessons.gradient_flow import gap
from lstm_viz.lessons.gradient_flow.link import MAX_SEED
from lstm_viz.lessons.gradient_flow.ui.loaders import load_gap_accuracy
from lstm_viz.lessons.gradient_flow.ui.page import PAGE
from lstm_viz.training import Run
from lstm_viz.worker import shared_worker
from lstm_viz.worker.training_job import TrainingJob

EVERY_SECONDS = 0.2
PATIENCE_SECONDS = 0.3

Point = tuple[str, int, int]


def show_gap() -> None:
    """A point to train, whose training is looked after while there is one, and the accuracies."""
    point = _choose_point()
    runs = is_running(_job_of(point))
    PAGE.set(has_clock=runs, drawn=load_run(*gap.training_of(*point)).epoch)
    st.fragment(_training, run_every=EVERY_SECONDS if runs else None, key="flow_training")()
    _result(point, load_run(*gap.training_of(*point)))


def _choose_point() -> Point:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        choose_one(PAGE, "network", _("Network"), LAYERS)
        st.select_slider(
            _("Gap (steps)"),
            tuple(map(str, gap.GAPS)),
            key=PAGE.key("gap"),
            persist_state="session",
            width=320,
        )
        st.number_input(
            _("Seed to train from"),
            0,
            MAX_SEED,
            step=1,
            key=PAGE.key("train_seed"),
            persist_state="session",
            width=160,
        )
    return _point()


def _point() -> Point:
    return PAGE.get("network"), int(PAGE.get("gap")), PAGE.get("train_seed")


def _job_of(point: Point) -> TrainingJob | None:
    """The training under way; one of another point is stopped."""
    job = PAGE.find("job")
    if job is not None and PAGE.find("job_point") != point:
        job.stop()
        PAGE.set(job=None)
    return PAGE.find("job")


def _training() -> None:
    point, job = _point(), PAGE.find("job")
    if job is not None and not job.is_over:
        job.wait(PATIENCE_SECONDS)
        job.look()
        for trained in job.runs.values():
            keep_run(trained)
    run = load_run(*gap.training_of(*point))
    with st.container(horizontal=True, vertical_alignment="center"):
        _button(point, run, job)
        if job is not None and (job.problem is not None or not job.is_over):
            show_progress(job)
    is_behind = not is_running(job) and run.epoch != PAGE.get("drawn")
    if is_behind or is_running(job) != PAGE.get("has_clock"):
        st.rerun()  # only a run of the page starts or stops this fragment's clock, and draws what has been trained


def _button(point: Point, run: Run, job: TrainingJob | None) -> None:
    if job is not None and not job.is_over:
        # As callbacks: they come first in a run, while what follows the looking may be cut short by another run.
        st.button(_("Stop"), icon=":material/stop:", key="flow_stop", on_click=job.stop)
        return
    words = _("Go on") if run.epoch else _("Train this one now")
    is_trained = _is_trained(run)
    help_text = _("Trained already: it is marked in the chart.") if is_trained else None
    icon = ":material/model_training:"
    st.button(
        words,
        icon=icon,
        key="flow_train",
        disabled=is_trained,
        help=help_text,
        on_click=_start,
        args=(point, run),
    )


def _start(point: Point, run: Run) -> None:
    PAGE.set(job=TrainingJob({point[0]: run}, gap.EPOCHS, shared_worker()), job_point=point)


def _is_trained(run: Run) -> bool:
    return run.has_diverged or run.epoch >= gap.EPOCHS


def _result(point: Point, run: Run) -> None:
    """The chart, with the point that was trained now, and where the rest comes from."""
    network, n, seed = point
    accuracy = gap.accuracy_of(run.settings, run.task, run.state) if _is_trained(run) else None
    if accuracy is not None:
        words = _("{network}, gap {gap}, seed {seed}: {accuracy} right after {epochs} updates, loss {loss} nats.")
        st.text(
            words.format(
                network=network_titles(_)[network],
                gap=n,
                seed=seed,
                accuracy=f"{accuracy:.0%}",
                epochs=run.epoch,
                loss=f"{run.losses[-1]:.2g}",
            )
        )
    shown = (network, n, accuracy)
    draw(partial(_charts, shown), "gap_accuracy", shown)
    st.caption(
        _(
            "Beforehand, by tools/train_gap.py, in {minutes} minutes: {units} units, {epochs} updates by Adam with a "
            "learning rate of {rate}, backpropagated through all steps, the same for every network. Two sequences: a, "
            "x …, a and b, x …, b; half of the answers can be guessed."
        ).format(
            minutes=round(load_gap_accuracy().seconds / 60),
            units=gap.UNITS,
            epochs=gap.EPOCHS,
            rate=gap.LEARNING_RATE,
        )
    )


def _charts(shown: tuple[str, int, float | None], *, gettext: Translate, mode: Mode) -> list[Any]:
    from lstm_viz.lessons.gradient_flow.charts.gap_accuracy import TrainedPoint, gap_accuracy

    network, n, accuracy = shown
    point = None if accuracy is None else TrainedPoint(network, n, accuracy)
    recorded = load_gap_accuracy()
    return [gap_accuracy(recorded.accuracies, recorded.gaps, gettext=gettext, trained_now=point, mode=mode)]
