"""The page Patterns: how models such as many to one, stacked and encoder–decoder are built."""

from lstm_viz.lessons.patterns.ui.lesson import LESSON

LESSON.run()
