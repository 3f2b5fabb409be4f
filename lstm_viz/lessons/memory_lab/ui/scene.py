"""Which network, which epoch and which sequences are looked at, and the stepping viewer that shows them."""

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from lstm_viz.app.language import _
from lstm_viz.app.viewer_panel import ViewerPanel
from lstm_viz.charts.networks import network_titles
from lstm_viz.engine.cell import STATES
from lstm_viz.explain.changes import changed_cells
from lstm_viz.lessons.memory_lab.edits import edited_cells, read_edits
from lstm_viz.lessons.memory_lab.scene import LabPass, LabScene, scene_of
from lstm_viz.lessons.memory_lab.ui.page import PAGE
from lstm_viz.lessons.memory_lab.view import RECURRENT, LabView
from lstm_viz.tasks import Task
from lstm_viz.training.learned import Learned
from lstm_viz.viewer import Prediction

VIEWER = ViewerPanel(PAGE, follower="panels")


@dataclass(frozen=True)
class SceneStep:
    """A scene, and where the viewer's cursor stands, counted from 0: what a panel is about."""

    scene: LabScene
    time: int
    unit: int

    @property
    def name(self) -> str:
        """The sequence in front: A, unless the viewer shows B alone."""
        return "B" if PAGE.get("show") == "B" else "A"

    @property
    def memory(self) -> str:
        """The state that holds the memory: an LSTM's cell, the others' hidden state."""
        return STATES[self.scene.model.weights.kind][-1]


def choose_scene(view: LabView, learned: Mapping[str, Learned]) -> LabScene | None:
    """Draws the choice of network, epoch and sequences.

    Returns:
        The scene, or None if only the perceptron is trained, which has nothing to step through.
    """
    networks = [name for name in RECURRENT if name in view.networks]
    if not networks:
        st.info(_("The perceptron has no gates and no memory to look into. Choose a recurrent network too."))
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
    """The snapshots: from the untrained weights to the last."""
    epochs = learned.snapshots
    _remember_the_links_epoch()
    if len(epochs) == 1:
        st.caption(_("Not trained yet: these are the weights it begins with."))
        return epochs[0]
    wanted = _wanted_epoch(epochs)
    PAGE.set(epoch=min(epochs, key=lambda epoch: abs(epoch - wanted)), last_epoch=epochs[-1])
    return PAGE.draw("epoch", titles={epoch: str(epoch) for epoch in epochs}, on_change=_forget_the_links_epoch)


def _remember_the_links_epoch() -> None:
    """A link's epoch may have yet to be trained: until somebody moves the slider, it is the one to show."""
    if PAGE.find("epoch_jump") != PAGE.get("jump"):
        PAGE.set(epoch_jump=PAGE.get("jump"), link_epoch=PAGE.get("epoch"))


def _forget_the_links_epoch() -> None:
    PAGE.set(link_epoch=None)


def _wanted_epoch(epochs: list[int]) -> int:
    """A link's epoch until it has come; then the slider's, which goes along with the end if it stands there."""
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
    """The stepping viewer, with the edits in force."""
    traces = {name: each.trace for name, each in scene.changed.items()}
    VIEWER.fit(traces)
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
    template = _("Edits in force: {count}. What you see is the pass as it runs with them.")
    return template.format(count=len(scene.edits))


def predictions_of(each: LabPass, task: Task) -> list[Prediction]:
    """The likeliest symbol after each step, and whether it is right where that counts."""
    best = each.probabilities.argmax(-1)
    return [
        Prediction(
            task.alphabet[symbol],
            float(each.probabilities[step, symbol]),
            bool(symbol == each.targets[step]) if step >= each.scored else None,
        )
        for step, symbol in enumerate(best)
    ]
