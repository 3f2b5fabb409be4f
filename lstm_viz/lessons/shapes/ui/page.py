"""The page Shapes among the pages of a session."""

from lstm_viz.app.session import LinkedPage
from lstm_viz.lessons.shapes.link import FIELDS, from_link

PAGE = LinkedPage(from_link, tuple(FIELDS), "shapes_")
