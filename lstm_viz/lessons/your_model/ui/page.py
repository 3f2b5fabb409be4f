"""The settings of the page Your model in the session."""

from lstm_viz.app.page import Page
from lstm_viz.lessons.your_model.settings import SETTINGS

PAGE = Page(SETTINGS, "model_", name="your_model")
