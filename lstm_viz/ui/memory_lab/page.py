"""The page Memory lab among the pages of a session."""

from lstm_viz.lessons.memory_lab.link import FIELDS, from_link
from lstm_viz.ui.session import LinkedPage

PAGE = LinkedPage(from_link, tuple(FIELDS), "lab_")
