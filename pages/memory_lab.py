"""Memory lab: how a memory is learned, where it sits, and what happens when it is broken."""

from lstm_viz.lessons.memory_lab.ui.lesson import LESSON

LESSON.run()
