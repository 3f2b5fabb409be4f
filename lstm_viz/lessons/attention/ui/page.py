"""The page Attention and its settings in the session."""

from lstm_viz.app.page import Page
from lstm_viz.lessons.attention.settings import SETTINGS

PAGE = Page(SETTINGS, "attention_", name="attention")
