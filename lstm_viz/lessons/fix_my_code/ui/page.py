"""The page Fix my code and its settings in the session."""

from lstm_viz.app.page import Page
from lstm_viz.lessons.fix_my_code.settings import SETTINGS

PAGE = Page(SETTINGS, "fix_", name="fix_my_code")
