"""The panel How far back it learns: recorded accuracies, and one network that the visitor trains."""

from functools import partial
from typing import Any

import streamlit as st

from lstm_viz.app import runs
from lstm_viz.app.charts import draw
from lstm_viz.app.language import _
from lstm_viz.app.training_panel import TrainingPanel
from lstm_viz.charts.networks import network_titles
from lstm_viz.charts.theme import Mode
from lstm_viz.i18n import N_, Translate
from lstm_viz.lessons.gradient_flow import gap
from lstm_viz.lessons.gradient_flow.settings import FlowSettings
from lstm_viz.lessons.gradient_flow.ui.loaders import load_gap_accuracy
from lstm_viz.lessons.gradient_flow.ui.page import PAGE
from lstm_viz.training import Run

Point = tuple[str, int, int]


def _button(_point: Point, has_begun: bool, _has_more: bool) -> str:
    return _("Go on") if has_begun else _("Train this one now")


TRAINING: TrainingPanel[Point, Run] = TrainingPanel(
    PAGE,
    kept=lambda point: {point[0]: runs.kept(*gap.training_of(*point))},
    goal=lambda point: gap.EPOCHS,
    draw=lambda point: TRAINING.row(point),
    words=_button,
    done=N_("Already trained: it is marked in the chart."),
)


def show_gap(_settings: FlowSettings) -> None:
    """Draws the choice of a network, gap and seed, its training, and the accuracies."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        PAGE.draw("network")
        PAGE.draw("gap", width=320)
        PAGE.draw("train_seed", width=160)
    point = PAGE.get("network"), int(PAGE.get("gap")), PAGE.get("train_seed")
    _result(point, TRAINING.show(point)[point[0]])


def _result(point: Point, run: Run) -> None:
    """Draws the chart with the point that was trained now, and says how the recorded points were made."""
    network, n, seed = point
    is_trained = run.has_diverged or run.epoch >= gap.EPOCHS
    accuracy = gap.accuracy_of(run.settings, run.task, run.state) if is_trained else None
    if accuracy is not None:
        words = _("{network}, gap {gap}, seed {seed}: accuracy {accuracy} after {epochs} updates, loss {loss} nats.")
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
            "Trained in advance by tools/train_gap.py, in {minutes} minutes: {units} units, {epochs} "
            "updates by Adam with a learning rate of {rate}, backpropagated through all steps, the same "
            "for every network. The two sequences are a, x …, a and b, x …, b; guessing gets half of the "
            "answers right."
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
