"""The page What it returns and its settings in the session."""

from lstm_viz.app.page import Page
from lstm_viz.lessons.what_it_returns.settings import SETTINGS

PAGE = Page(SETTINGS, "returns_", name="what_it_returns")
