"""The training on the page Memory lab, with curves that grow while it runs."""

from collections.abc import Mapping

import streamlit as st

from lstm_viz.app import classroom, runs
from lstm_viz.app.language import _
from lstm_viz.app.training_panel import Kept, TrainingPanel
from lstm_viz.charts.networks import network_titles
from lstm_viz.lessons.memory_lab.ui.page import PAGE
from lstm_viz.lessons.memory_lab.ui.results import show_results
from lstm_viz.lessons.memory_lab.view import LabView
from lstm_viz.training import Run
from lstm_viz.training.learned import Learned


def show_training(view: LabView) -> dict[str, Learned]:
    """Draws the button, the progress and the curves.

    Returns:
        Network → what it had learned before this drawing.
    """
    return _learned(view, TRAINING.show(view))


def what_is_learned(view: LabView) -> dict[str, Learned]:
    """Network → what it has learned."""
    return _learned(view, TRAINING.runs(view))


def _learned(view: LabView, found: Mapping[str, Run]) -> dict[str, Learned]:
    """What each network has learned: the same objects as in the last run if nothing was learned since."""
    before: dict[str, Learned] = PAGE.find("learned") or {}
    same = {name: each for name, each in before.items() if (each.run, each.epochs) == (found.get(name), view.epochs)}
    learned = {name: same.get(name) or Learned(run, view.epochs) for name, run in found.items()}
    PAGE.set(learned=learned)
    return learned


def _kept(view: LabView) -> dict[str, Kept[Run]]:
    """The run of each network. An uploaded run is not shared with other visitors, as its weights may be anything."""
    given: Kept[Run] | None = PAGE.find("given")
    kept = {}
    for name in view.networks:
        training = view.settings(name), view.task
        is_given = given is not None and (given.run.settings, given.run.task) == training
        kept[name] = given if given is not None and is_given else runs.kept(*training)
    return kept


def _draw(view: LabView) -> None:
    learned = what_is_learned(view)
    _problems(learned)
    if classroom.is_open(PAGE):
        TRAINING.show_progress()
    else:
        _draw_learning(view, learned)
    # A link to the page trains this many epochs. A network that diverged diverges again there.
    reached = min(view.epochs if each.run.has_diverged else each.epoch for each in learned.values())
    PAGE.set(trained=TRAINING.aim or reached)


def _draw_learning(view: LabView, learned: Mapping[str, Learned]) -> None:
    """Draws the button, if there is something to train, and the curves, if they are open. A training opens them."""
    if TRAINING.is_running:
        PAGE.set(curves=True)
    has_more = any(not each.run.has_diverged and each.epoch < view.epochs for each in learned.values())
    if PAGE.get("curves") or has_more:
        TRAINING.row(view)
    if PAGE.get("curves"):
        show_results(view, learned, is_training=TRAINING.is_running)


def _begin(_view: LabView) -> None:
    """Lets the slider follow the training: it shows the last epoch."""
    PAGE.set(last_epoch=PAGE.get("epoch"), link_epoch=None)


TRAINING: TrainingPanel[LabView, Run] = TrainingPanel(
    PAGE,
    kept=_kept,
    goal=lambda view: view.epochs,
    draw=_draw,
    wanted=lambda view: min(PAGE.get("trained"), view.epochs),
    begin=_begin,
)


def _problems(learned: Mapping[str, Learned]) -> None:
    for name, each in learned.items():
        if each.run.has_diverged and len(each.run.losses) <= each.epochs:
            template = _(
                "{network} diverged: after epoch {epoch} its loss was no longer a number. The learning rate "
                "{rate} is too high for it. What it had learned before is shown."
            )
            rate = f"{each.run.settings.learning_rate:g}"
            network = network_titles(_)[name]
            st.warning(template.format(network=network, epoch=each.run.epoch, rate=rate), icon=":material/warning:")
