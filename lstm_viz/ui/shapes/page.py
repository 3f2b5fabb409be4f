"""The page Shapes among the pages of a session."""

from lstm_viz.lessons.shapes.link import FIELDS, from_link
from lstm_viz.ui.session import LinkedPage

PAGE = LinkedPage(from_link, tuple(FIELDS), "shapes_")
