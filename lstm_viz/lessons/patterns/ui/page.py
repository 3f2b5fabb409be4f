"""The page Patterns and its settings in the session."""

from lstm_viz.app.page import Page
from lstm_viz.lessons.patterns.settings import SETTINGS

PAGE = Page(SETTINGS, "patterns_", name="patterns")
