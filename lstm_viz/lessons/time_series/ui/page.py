"""The settings of the page Time series in the session."""

from lstm_viz.app.page import Page
from lstm_viz.lessons.time_series.settings import SETTINGS

PAGE = Page(SETTINGS, "series_", name="time_series")
