"""The page Attention: where an encoder–decoder looks while it answers."""

from lstm_viz.lessons.attention.ui.lesson import LESSON

LESSON.run()
