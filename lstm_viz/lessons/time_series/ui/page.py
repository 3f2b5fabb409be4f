"""The page Time series among the pages of a session."""

from lstm_viz.app.page import Page
from lstm_viz.lessons.time_series.settings import SETTINGS

PAGE = Page(SETTINGS, "series_")
