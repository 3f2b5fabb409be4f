"""The page Step through and its settings in the session."""

from lstm_viz.app.page import Page
from lstm_viz.lessons.step_through.settings import SETTINGS

PAGE = Page(SETTINGS, name="step_through", first={"lesson": "1"})
