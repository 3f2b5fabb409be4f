"""Draws the viewer alone, for a class, which may be asked for the prediction of each step before it is shown."""

from lstm_viz.app import session
from lstm_viz.app.predictions import ask_for_step
from lstm_viz.app.viewer_panel import ViewerPanel
from lstm_viz.lessons.step_through.ui.controls import chosen_view
from lstm_viz.lessons.step_through.ui.lab_model import is_ready
from lstm_viz.lessons.step_through.ui.loaders import load_passes
from lstm_viz.lessons.step_through.ui.page import PAGE
from lstm_viz.lessons.step_through.ui.viewer import show_viewer
from lstm_viz.lessons.step_through.view import predicts

# No panels follow its cursor, but the question does.
VIEWER = ViewerPanel(PAGE)


def show_alone() -> None:
    """Draws the viewer, and writes the link."""
    view = chosen_view()
    if is_ready(view):
        model, passes = load_passes(view)
        known = ask_for_step(PAGE, VIEWER, passes, view.alphabet, view) if predicts(view) else None
        show_viewer(view, model, passes, VIEWER, known=known)
    session.write_link(PAGE, PAGE.values() | view.link())
