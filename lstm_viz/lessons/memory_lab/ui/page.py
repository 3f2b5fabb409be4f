"""The settings of the page Memory lab in the session."""

from lstm_viz.app.page import Page
from lstm_viz.lessons.memory_lab.view import SETTINGS
from lstm_viz.training.settings import LESSON_PAIR

# The page opens with this link. The defaults are those of November 2026, since a shorter link means them.
PAGE = Page(SETTINGS, "lab_", name="memory_lab", first={**LESSON_PAIR, "panel": "figure"})
