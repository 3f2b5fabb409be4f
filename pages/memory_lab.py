"""The page Memory lab: how a memory is learned, where it is, and what an intervention changes."""

from lstm_viz.lessons.memory_lab.ui.lesson import LESSON

LESSON.run()
