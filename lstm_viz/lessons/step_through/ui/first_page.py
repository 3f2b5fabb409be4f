"""Imports what the first page needs. `app.py` imports this module as soon as the server starts."""

import streamlit.emojis  # noqa: F401  Streamlit imports it with the first label

import lstm_viz.lessons.step_through.ui.lesson  # noqa: F401
