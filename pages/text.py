"""Text: a sentiment model that shows why order matters, and which word moved which gate."""

from lstm_viz.lessons.text.ui.lesson import LESSON

LESSON.run()
