"""Patterns: one to many, many to one, many to many, stacked, encoder–decoder: how each is built."""

from lstm_viz.lessons.patterns.ui.lesson import LESSON

LESSON.run()
