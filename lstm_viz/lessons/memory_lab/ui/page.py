"""The settings of the page Memory lab in the session."""

from lstm_viz.app.page import Page
from lstm_viz.lessons.memory_lab.view import LESSON_PAIR, SETTINGS

PAGE = Page(SETTINGS, "lab_", name="memory_lab", first={**LESSON_PAIR, "panel": "figure"})
