"""What the first page needs, to be imported while the first visitor's browser is still loading Streamlit."""

import streamlit.emojis  # noqa: F401  which Streamlit imports with the first label

import lstm_viz.lessons.step_through.ui.lesson  # noqa: F401
