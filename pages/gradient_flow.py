"""Gradient flow: why a SimpleRNN forgets what an LSTM keeps."""

from lstm_viz.app import language, session
from lstm_viz.app.language import _
from lstm_viz.app.messages import show_ignored
from lstm_viz.lessons.gradient_flow.ui.controls import choose_flow
from lstm_viz.lessons.gradient_flow.ui.hints import lessons
from lstm_viz.lessons.gradient_flow.ui.page import PAGE
from lstm_viz.lessons.gradient_flow.ui.panels import show_panels

session.adopt_link(PAGE)

language.heading(
    _("Gradient flow"),
    _("Why does a SimpleRNN forget what an LSTM keeps? Follow the gradient from the last step back to the first."),
)
settings = choose_flow()
show_ignored(session.ignored_of_link(PAGE, settings))
show_panels(settings)
lessons(settings)
