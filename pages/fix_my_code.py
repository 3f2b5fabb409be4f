"""The page Fix my code: what an error of Keras means, and old code rewritten for Keras 3."""

from lstm_viz.lessons.fix_my_code.ui.lesson import LESSON

LESSON.run()
