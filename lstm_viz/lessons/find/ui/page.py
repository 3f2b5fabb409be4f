"""The page Find and its settings in the session."""

from lstm_viz.app.page import Page
from lstm_viz.lessons.find.settings import SETTINGS

PAGE = Page(SETTINGS, "find_", name="find")
