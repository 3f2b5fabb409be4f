"""The page Shapes and its settings in the session."""

from lstm_viz.app.page import Page
from lstm_viz.lessons.shapes.settings import SETTINGS

PAGE = Page(SETTINGS, "shapes_", name="shapes")
