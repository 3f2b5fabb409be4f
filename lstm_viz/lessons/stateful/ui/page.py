"""The page Stateful and its settings in the session."""

from lstm_viz.app.page import Page
from lstm_viz.lessons.stateful.settings import SETTINGS

PAGE = Page(SETTINGS, "stateful_", name="stateful")
