"""Gradient flow: why a SimpleRNN forgets what an LSTM keeps."""

from lstm_viz.app import language, session
from lstm_viz.app.messages import show_ignored
from lstm_viz.lessons.gradient_flow.ui.controls import choose_flow
from lstm_viz.lessons.gradient_flow.ui.hints import lessons
from lstm_viz.lessons.gradient_flow.ui.page import PAGE
from lstm_viz.lessons.gradient_flow.ui.panels import show_panels

gettext = language.translator()
session.adopt_link(PAGE)

language.heading(
    gettext("Gradient flow"),
    gettext(
        "Why does a SimpleRNN forget what an LSTM keeps? Follow the gradient from the last step back to the first."
    ),
)
settings = choose_flow(gettext)
show_ignored(session.ignored_of_link(PAGE, settings), gettext)
show_panels(settings, gettext)
lessons(settings, gettext)
