"""The page Step through among the pages of a session."""

from lstm_viz.lessons.step_through.link import FIELDS, from_link
from lstm_viz.ui.session import LinkedPage

PAGE = LinkedPage(from_link, tuple(FIELDS))
