"""Gradient flow: why a SimpleRNN forgets what an LSTM keeps."""

from lstm_viz.ui import language, session
from lstm_viz.ui.gradient_flow.controls import choose_flow
from lstm_viz.ui.gradient_flow.lessons import lessons
from lstm_viz.ui.gradient_flow.page import PAGE
from lstm_viz.ui.gradient_flow.panels import show_panels
from lstm_viz.ui.messages import show_ignored

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
