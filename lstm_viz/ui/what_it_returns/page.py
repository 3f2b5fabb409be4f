"""The page What it returns among the pages of a session."""

from lstm_viz.lessons.what_it_returns.link import FIELDS, from_link
from lstm_viz.ui.session import LinkedPage

PAGE = LinkedPage(from_link, tuple(FIELDS), "returns_")
