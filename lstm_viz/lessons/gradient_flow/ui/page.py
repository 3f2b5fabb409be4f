"""The settings of the page Gradient flow in the session."""

from lstm_viz.app.page import Page
from lstm_viz.lessons.gradient_flow.settings import SETTINGS

PAGE = Page(SETTINGS, "flow_", name="gradient_flow")
