"""The page Patterns among the pages of a session."""

from lstm_viz.lessons.patterns.link import FIELDS, from_link
from lstm_viz.ui.session import LinkedPage

PAGE = LinkedPage(from_link, tuple(FIELDS), "patterns_")
PANELS = "patterns_panels"
