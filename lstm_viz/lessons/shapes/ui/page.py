"""The page Shapes among the pages of a session."""

from lstm_viz.app.page import Page
from lstm_viz.lessons.shapes.settings import SETTINGS

PAGE = Page(SETTINGS, "shapes_")
