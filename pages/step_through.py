"""Step through: what the gates, the cell and the output do at each step, for A, for B and for their difference."""

from lstm_viz.app import language, session
from lstm_viz.app.language import _
from lstm_viz.app.messages import show_ignored
from lstm_viz.lessons.step_through.ui.controls import choose_view
from lstm_viz.lessons.step_through.ui.hints import lessons
from lstm_viz.lessons.step_through.ui.keras_badge import keras_badge
from lstm_viz.lessons.step_through.ui.lab_model import is_ready
from lstm_viz.lessons.step_through.ui.loaders import load_passes
from lstm_viz.lessons.step_through.ui.page import PAGE
from lstm_viz.lessons.step_through.ui.panels import panels
from lstm_viz.lessons.step_through.ui.viewer import show_viewer

session.adopt_link(PAGE)

language.heading(
    _("Step through"),
    _(
        "An LSTM reads a sequence and predicts what comes next. What do its gates, its cell and its output do at each "
        "step?"
    ),
)
view = choose_view()
show_ignored(session.ignored_of_link(PAGE, view))
if is_ready(view):
    model, passes = load_passes(view)
    show_viewer(view, model, passes)
    keras_badge(view, model, passes)
    panels(view, model, passes)
lessons(view)
