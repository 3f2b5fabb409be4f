"""The page Text: a sentiment model that shows why the order of words matters, and which word changes which gate."""

from lstm_viz.lessons.text.ui.lesson import LESSON

LESSON.run()
