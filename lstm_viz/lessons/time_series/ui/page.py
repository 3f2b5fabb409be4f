"""The page Time series among the pages of a session."""

from lstm_viz.app.session import LinkedPage
from lstm_viz.lessons.time_series.link import FIELDS, from_link

PAGE = LinkedPage(from_link, tuple(FIELDS), "series_")
PANELS = "series_panels"
EXAMPLE = "date,visitors,temperature\n2026-01-01,120,3.5\n2026-01-02,135,4.1\n2026-01-03,,2.8"
