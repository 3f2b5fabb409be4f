"""The page Step through: gates, states and outputs at each step, for A, for B and for their difference."""

from lstm_viz.lessons.step_through.ui.lesson import LESSON

LESSON.run()
