"""The choice of network, epoch and sequences, and the viewer that shows their passes."""

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from lstm_viz.app.language import _
from lstm_viz.app.predictions import predictions_of
from lstm_viz.app.viewer_panel import ViewerPanel
from lstm_viz.charts.networks import network_titles
from lstm_viz.explain.changes import changed_cells
from lstm_viz.explain.narrate_words import memory_name
from lstm_viz.explain.planned_edits import edited_cells, read_edits
from lstm_viz.lessons.memory_lab.scene import LabPass, LabScene, scene_of
from lstm_viz.lessons.memory_lab.ui.page import PAGE
from lstm_viz.lessons.memory_lab.view import RECURRENT, LabView
from lstm_viz.tasks import Task
from lstm_viz.training.learned import Learned
from lstm_viz.viewer import Prediction

VIEWER = ViewerPanel(PAGE, follower="panels")


@dataclass(frozen=True)
class SceneStep:
    """What a panel shows: a scene, and the step and unit of the viewer's cursor, both counted from 0."""

    scene: LabScene
    time: int
    unit: int

    @property
    def name(self) -> str:
        """The sequence that the panels show: A, unless the viewer shows only B."""
        return "B" if PAGE.get("show") == "B" else "A"

    @property
    def memory(self) -> str:
        """The state that keeps the memory: the cell state of an LSTM, the hidden state of a GRU or SimpleRNN."""
        return memory_name(self.scene.model.weights.kind)


def find_scene(view: LabView, learned: Mapping[str, Learned], *, draws: bool = False) -> LabScene | None:
    """The network, the epoch and the sequences that are chosen.

    Args:
        view: What is trained.
        learned: What each network has learned.
        draws: Whether to draw the controls that choose them.

    Returns:
        The scene, or None, with a sentence, if only the perceptron is trained, which has no signals to show.
    """
    networks = [name for name in RECURRENT if name in view.networks]
    if not networks:
        st.info(_("The perceptron has no gates and no memory to look into. Choose a recurrent network as well."))
        return None
    if PAGE.get("network") not in networks:
        PAGE.set(network=networks[0])
    each, task = learned[PAGE.get("network")], view.task
    epoch = _fit_epoch(each.snapshots)
    PAGE.set(**{name: min(PAGE.get(name), len(task.sequences)) for name in ("a", "b")})
    if draws:
        _choose(networks, each.snapshots, task)
    return scene_of(each, epoch, PAGE.get("a") - 1, PAGE.get("b") - 1, read_edits(PAGE.get("edits")))


def _choose(networks: list[str], epochs: list[int], task: Task) -> None:
    """Draws the choice of a network, of a snapshot, from the initial weights to the last epoch, and of sequences."""
    left, middle, a, b = st.columns([3, 5, 2, 2], vertical_alignment="bottom")
    with left:
        PAGE.draw("network", options=networks)
    with middle:
        if len(epochs) == 1:
            st.caption(_("Not trained yet: these are the initial weights."))
        else:
            PAGE.draw("epoch", titles={epoch: str(epoch) for epoch in epochs}, on_change=_forget_the_links_epoch)
    sequences = enumerate(task.sequences, start=1)
    titles = {number: f"{number}: {','.join(task.names(each))}" for number, each in sequences}
    for name, place in (("a", a), ("b", b)):
        with place:
            PAGE.draw(name, titles=titles)


def _fit_epoch(epochs: list[int]) -> int:
    """The snapshot that is shown: the one nearest to the epoch that is wanted."""
    _remember_the_links_epoch()
    if len(epochs) == 1:
        return epochs[0]
    wanted = _wanted_epoch(epochs)
    shown = min(epochs, key=lambda epoch: abs(epoch - wanted))
    PAGE.set(epoch=shown, last_epoch=epochs[-1])
    return shown


def _remember_the_links_epoch() -> None:
    """Keeps the epoch of a new link until the slider is moved, as that epoch may not be trained yet."""
    if PAGE.find("epoch_jump") != PAGE.get("jump"):
        PAGE.set(epoch_jump=PAGE.get("jump"), link_epoch=PAGE.get("epoch"))


def _forget_the_links_epoch() -> None:
    PAGE.set(link_epoch=None)


def _wanted_epoch(epochs: list[int]) -> int:
    """The epoch of a link until it is trained; then the slider's. A slider at the last epoch follows the training."""
    if (wanted := PAGE.find("link_epoch")) is None:
        return epochs[-1] if PAGE.get("epoch") == PAGE.find("last_epoch") else PAGE.get("epoch")
    if wanted in epochs:
        _forget_the_links_epoch()
    return wanted


def show_scene(scene: LabScene, viewer: ViewerPanel = VIEWER, known: int | None = None) -> None:
    """Draws the viewer, with the interventions in force.

    Args:
        scene: The scene.
        viewer: The viewer, if it is not the one with the panels below it.
        known: The number of steps after which the prediction is shown; None for all steps.
    """
    passes = scene.changed
    viewer.show(
        {name: each.trace for name, each in passes.items()},
        tokens={name: each.tokens for name, each in passes.items()},
        predictions={name: _predictions(each, scene.task, known) for name, each in passes.items()},
        title=_("{network} after epoch {epoch}").format(
            network=network_titles(_)[scene.model.weights.kind], epoch=scene.epoch
        ),
        subtitle=_subtitle(scene),
        edited={name: edited_cells(scene.edits, name, each.trace) for name, each in passes.items()},
        changed={name: changed_cells(each.trace, passes[name].trace) for name, each in scene.passes.items()},
    )


def _predictions(each: LabPass, task: Task, known: int | None) -> list[Prediction]:
    return predictions_of(each.probabilities, each.targets, task.alphabet, scored=each.scored, known=known)


def _subtitle(scene: LabScene) -> str:
    if not scene.edits:
        return ""
    template = _("Interventions applied: {count}. The figure shows the pass with them.")
    return template.format(count=len(scene.edits))
