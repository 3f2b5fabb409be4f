"""The choice of network, epoch and sequences, and the viewer that shows their passes."""

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from lstm_viz.app.language import _
from lstm_viz.app.viewer_panel import ViewerPanel
from lstm_viz.charts.networks import network_titles
from lstm_viz.engine.cell import STATES
from lstm_viz.explain.changes import changed_cells
from lstm_viz.explain.planned_edits import edited_cells, read_edits
from lstm_viz.judging import judge
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
        return STATES[self.scene.model.weights.kind][-1]


def choose_scene(view: LabView, learned: Mapping[str, Learned]) -> LabScene | None:
    """Draws the choice of network, epoch and sequences.

    Returns:
        The scene, or None if only the perceptron is trained, which has no signals to show.
    """
    networks = [name for name in RECURRENT if name in view.networks]
    if not networks:
        st.info(_("The perceptron has no gates and no memory to look into. Choose a recurrent network as well."))
        return None
    if PAGE.get("network") not in networks:
        PAGE.set(network=networks[0])
    left, middle, a, b = st.columns([3, 5, 2, 2], vertical_alignment="bottom")
    with left:
        network = PAGE.draw("network", options=networks)
    with middle:
        epoch = _choose_epoch(learned[network])
    task = view.task
    for name, place in (("a", a), ("b", b)):
        _choose_sequence(name, task, place)
    edits = read_edits(PAGE.get("edits"))
    return scene_of(learned[network], epoch, PAGE.get("a") - 1, PAGE.get("b") - 1, edits)


def _choose_epoch(learned: Learned) -> int:
    """Draws the choice of a snapshot, from the initial weights to the last epoch."""
    epochs = learned.snapshots
    _remember_the_links_epoch()
    if len(epochs) == 1:
        st.caption(_("Not trained yet: these are the initial weights."))
        return epochs[0]
    wanted = _wanted_epoch(epochs)
    PAGE.set(epoch=min(epochs, key=lambda epoch: abs(epoch - wanted)), last_epoch=epochs[-1])
    return PAGE.draw("epoch", titles={epoch: str(epoch) for epoch in epochs}, on_change=_forget_the_links_epoch)


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


def _choose_sequence(name: str, task: Task, place: DeltaGenerator) -> None:
    titles = {number: f"{number}: {','.join(task.names(each))}" for number, each in enumerate(task.sequences, start=1)}
    PAGE.set(**{name: min(PAGE.get(name), len(titles))})
    with place:
        PAGE.draw(name, titles=titles)


def show_scene(scene: LabScene) -> None:
    """Draws the viewer, with the interventions in force."""
    traces = {name: each.trace for name, each in scene.changed.items()}
    VIEWER.show(
        traces,
        tokens={name: each.tokens for name, each in scene.changed.items()},
        predictions={name: predictions_of(each, scene.task) for name, each in scene.changed.items()},
        title=_("{network} after epoch {epoch}").format(
            network=network_titles(_)[scene.model.weights.kind], epoch=scene.epoch
        ),
        subtitle=_subtitle(scene),
        edited={name: edited_cells(scene.edits, name, each.trace) for name, each in scene.changed.items()},
        changed={name: changed_cells(each.trace, scene.changed[name].trace) for name, each in scene.passes.items()},
    )


def _subtitle(scene: LabScene) -> str:
    if not scene.edits:
        return ""
    template = _("Interventions applied: {count}. The figure shows the pass with them.")
    return template.format(count=len(scene.edits))


def predictions_of(each: LabPass, task: Task) -> list[Prediction]:
    """The most likely symbol after each step, and whether it is right; None if it is undecided or does not count."""
    best = each.probabilities.argmax(-1)
    return [
        Prediction(
            task.alphabet[symbol],
            float(each.probabilities[step, symbol]),
            judge(each.probabilities[step], each.targets[step]) if step >= each.scored else None,
        )
        for step, symbol in enumerate(best)
    ]
