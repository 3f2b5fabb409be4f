"""What a panel of the Memory lab is about."""

from dataclasses import dataclass

from lstm_viz.engine.cell import STATES
from lstm_viz.lessons.memory_lab.scene import LabScene
from lstm_viz.lessons.memory_lab.ui.page import PAGE
from lstm_viz.lessons.memory_lab.view import LabView
from lstm_viz.training.learned import Learned


@dataclass(frozen=True)
class Shown:
    """A scene, and where the viewer's cursor stands, counted from 0."""

    view: LabView
    learned: dict[str, Learned]
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
