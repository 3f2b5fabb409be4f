"""The page What it returns among the pages of a session."""

from lstm_viz.app.page import Page
from lstm_viz.lessons.what_it_returns.settings import SETTINGS

PAGE = Page(SETTINGS, "returns_")
