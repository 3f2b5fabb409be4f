"""Patterns: one to many, many to one, many to many, stacked, encoder–decoder: how each is built."""

from lstm_viz.app import language, session
from lstm_viz.app.language import _
from lstm_viz.app.messages import show_ignored
from lstm_viz.lessons.patterns.ui.controls import asked, choose_pattern
from lstm_viz.lessons.patterns.ui.hints import lessons
from lstm_viz.lessons.patterns.ui.model import show_model
from lstm_viz.lessons.patterns.ui.page import PAGE

session.adopt_link(PAGE)

language.heading(
    _("Patterns"),
    _("One or many in, one or many out: how is each built, and what flows from layer to layer?"),
)
pattern = choose_pattern()
show_ignored(session.ignored_of_link(PAGE, asked()))
show_model(pattern)
lessons()
