"""Stateful: what is kept between batches, for whom, and when it is reset."""

from lstm_viz.app import language, session
from lstm_viz.app.messages import show_ignored
from lstm_viz.lessons.stateful.ui.controls import choose_tanks
from lstm_viz.lessons.stateful.ui.hints import lessons
from lstm_viz.lessons.stateful.ui.page import PAGE
from lstm_viz.lessons.stateful.ui.panels import show_panels

gettext = language.translator()
session.adopt_link(PAGE)

language.heading(
    gettext("Stateful"),
    gettext("What does a recurrent layer keep between batches, for which sample, and when is it reset?"),
)
settings = choose_tanks(gettext)
show_ignored(session.ignored_of_link(PAGE, settings), gettext)
show_panels(settings, gettext)
lessons(gettext)
