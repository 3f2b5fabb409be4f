"""The page Memory lab among the pages of a session."""

from lstm_viz.app.page import Page
from lstm_viz.lessons.memory_lab.view import SETTINGS

PAGE = Page(SETTINGS, "lab_")
