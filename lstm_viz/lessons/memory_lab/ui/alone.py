"""Draws the viewer alone, for a class, which may be asked for the prediction of each step before it is shown."""

from lstm_viz.app import session
from lstm_viz.app.predictions import ask_for_step
from lstm_viz.app.viewer_panel import ViewerPanel
from lstm_viz.lessons.memory_lab.ui.controls import chosen_lab
from lstm_viz.lessons.memory_lab.ui.page import PAGE
from lstm_viz.lessons.memory_lab.ui.scene import find_scene, show_scene
from lstm_viz.lessons.memory_lab.ui.training import show_training

# No panels follow its cursor, but the question does.
VIEWER = ViewerPanel(PAGE)


def show_alone() -> None:
    """Draws the viewer, once its network is trained, and writes the link."""
    view = chosen_lab()
    scene = find_scene(view, show_training(view))
    if scene:
        known = ask_for_step(PAGE, VIEWER, scene.changed, scene.task.alphabet, scene.key)
        show_scene(scene, VIEWER, known)
    session.write_link(PAGE, PAGE.values() | view.link())
