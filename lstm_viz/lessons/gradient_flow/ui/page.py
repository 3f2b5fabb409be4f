"""The page Gradient flow among the pages of a session."""

from lstm_viz.app.session import LinkedPage
from lstm_viz.lessons.gradient_flow.link import FIELDS, from_link

PAGE = LinkedPage(from_link, tuple(FIELDS), "flow_")
