"""The page Patterns among the pages of a session."""

from lstm_viz.app.session import LinkedPage
from lstm_viz.lessons.patterns.link import FIELDS, from_link

PAGE = LinkedPage(from_link, tuple(FIELDS), "patterns_")
PANELS = "patterns_panels"
