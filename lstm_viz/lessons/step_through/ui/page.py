"""The page Step through among the pages of a session."""

from lstm_viz.app.page import Page
from lstm_viz.lessons.step_through.settings import SETTINGS

PAGE = Page(SETTINGS)
