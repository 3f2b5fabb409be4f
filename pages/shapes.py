"""Shapes: how data become [samples, timesteps, features]."""

from lstm_viz.lessons.shapes.ui.lesson import LESSON

LESSON.run()
