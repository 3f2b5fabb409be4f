"""The settings of the page Memory lab in the session."""

from lstm_viz.app.page import Page
from lstm_viz.lessons.memory_lab.view import SETTINGS

PAGE = Page(SETTINGS, "lab_", name="memory_lab")
