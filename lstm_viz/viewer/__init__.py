"""The viewer steps through a pass in a browser: on a page of the app, in a notebook, or in a file of its own."""

from lstm_viz.viewer.payload import Cursor, Prediction, payload
from lstm_viz.viewer.window import Window

__all__ = ["Cursor", "Prediction", "Window", "payload"]
