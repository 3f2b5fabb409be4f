"""The page Step through among the pages of a session."""

from lstm_viz.app.session import LinkedPage
from lstm_viz.lessons.step_through.link import FIELDS, from_link

PAGE = LinkedPage(from_link, tuple(FIELDS))
