"""The page What it returns among the pages of a session."""

from lstm_viz.app.session import LinkedPage
from lstm_viz.lessons.what_it_returns.link import FIELDS, from_link

PAGE = LinkedPage(from_link, tuple(FIELDS), "returns_")
