"""What the first page needs, to be imported while the first visitor's browser is still loading Streamlit."""

import streamlit.emojis  # noqa: F401  which Streamlit imports with the first label

import lstm_viz.ui.keras_badge
import lstm_viz.ui.lab_model
import lstm_viz.ui.stepping_controls
import lstm_viz.ui.stepping_lessons
import lstm_viz.ui.stepping_panels
import lstm_viz.ui.stepping_viewer  # noqa: F401
