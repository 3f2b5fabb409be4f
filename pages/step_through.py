"""Step through: what the gates, the cell and the output do at each step, for A, for B and for their difference."""

from lstm_viz.app import language, session
from lstm_viz.app.messages import show_ignored
from lstm_viz.lessons.step_through.ui.controls import choose_view
from lstm_viz.lessons.step_through.ui.hints import lessons
from lstm_viz.lessons.step_through.ui.keras_badge import keras_badge
from lstm_viz.lessons.step_through.ui.lab_model import is_ready
from lstm_viz.lessons.step_through.ui.loaders import load_passes
from lstm_viz.lessons.step_through.ui.page import PAGE
from lstm_viz.lessons.step_through.ui.panels import panels
from lstm_viz.lessons.step_through.ui.viewer import show_viewer

gettext = language.translator()
session.adopt_link(PAGE)

language.heading(
    gettext("Step through"),
    gettext(
        "An LSTM reads a sequence and predicts what comes next. What do its gates, its cell and its output do at each "
        "step?"
    ),
)
view = choose_view(gettext)
show_ignored(session.ignored_of_link(PAGE, view), gettext)
if is_ready(view, gettext):
    model, passes = load_passes(view)
    show_viewer(view, model, passes, gettext)
    keras_badge(view, model, passes, gettext)
    panels(view, model, passes, gettext)
lessons(view, gettext)
