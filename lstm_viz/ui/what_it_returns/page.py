"""The page What it returns among the pages of a session."""

from lstm_viz.ui.session import LinkedPage
from lstm_viz.what_it_returns.link import FIELDS, from_link

PAGE = LinkedPage(from_link, tuple(FIELDS), "returns_")
