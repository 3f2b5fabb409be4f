"""The page Find: a search over questions, terms, pages and the links to try."""

from lstm_viz.lessons.find.ui.lesson import LESSON

LESSON.run()
