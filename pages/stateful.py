"""The page Stateful: which states are kept between batches, for which sample, and until when."""

from lstm_viz.lessons.stateful.ui.lesson import LESSON

LESSON.run()
