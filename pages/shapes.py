"""Shapes: how data become [samples, timesteps, features]."""

from lstm_viz.app import language, session
from lstm_viz.app.language import _
from lstm_viz.app.messages import show_ignored
from lstm_viz.lessons.shapes.ui.controls import choose_data
from lstm_viz.lessons.shapes.ui.hints import lessons
from lstm_viz.lessons.shapes.ui.page import PAGE
from lstm_viz.lessons.shapes.ui.panels import show_panels

session.adopt_link(PAGE)

language.heading(
    _("Shapes"),
    _("How do my data become [samples, timesteps, features], and what does Keras do with each shape?"),
)
settings = choose_data()
show_ignored(session.ignored_of_link(PAGE, settings))
show_panels(settings)
lessons(settings)
