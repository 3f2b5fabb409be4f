"""The page Shapes: how data become an array of [samples, timesteps, features]."""

from lstm_viz.lessons.shapes.ui.lesson import LESSON

LESSON.run()
