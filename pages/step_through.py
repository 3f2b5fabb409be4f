"""Step through: what the gates, the cell and the output do at each step, for A, for B and for their difference."""

from lstm_viz.lessons.step_through.ui.lesson import LESSON

LESSON.run()
