"""Stateful: what is kept between batches, for whom, and when it is reset."""

from lstm_viz.lessons.stateful.ui.lesson import LESSON

LESSON.run()
