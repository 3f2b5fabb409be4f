"""The page Your model: a model from a file, the gates of its recurrent layers, and what is wrong with it."""

from lstm_viz.lessons.your_model.ui.lesson import LESSON

LESSON.run()
