"""The page Memory lab among the pages of a session."""

from lstm_viz.app.session import LinkedPage
from lstm_viz.lessons.memory_lab.link import FIELDS, from_link

PAGE = LinkedPage(from_link, tuple(FIELDS), "lab_")
