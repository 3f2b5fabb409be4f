"""The page Stateful among the pages of a session."""

from lstm_viz.lessons.stateful.link import FIELDS, from_link
from lstm_viz.ui.session import LinkedPage

PAGE = LinkedPage(from_link, tuple(FIELDS), "stateful_")
