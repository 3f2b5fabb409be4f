"""Patterns: one to many, many to one, many to many, stacked, encoder–decoder: how each is built."""

from lstm_viz.app import language, session
from lstm_viz.app.messages import show_ignored
from lstm_viz.lessons.patterns.ui.controls import asked, choose_pattern
from lstm_viz.lessons.patterns.ui.hints import lessons
from lstm_viz.lessons.patterns.ui.model import show_model
from lstm_viz.lessons.patterns.ui.page import PAGE

gettext = language.translator()
session.adopt_link(PAGE)

language.heading(
    gettext("Patterns"),
    gettext("One or many in, one or many out: how is each built, and what flows from layer to layer?"),
)
pattern = choose_pattern(gettext)
show_ignored(session.ignored_of_link(PAGE, asked()), gettext)
show_model(pattern, gettext)
lessons(gettext)
