"""What the first page needs, to be imported while the first visitor's browser is still loading Streamlit."""

import streamlit.emojis  # noqa: F401  which Streamlit imports with the first label

import lstm_viz.lessons.step_through.ui.controls
import lstm_viz.lessons.step_through.ui.hints
import lstm_viz.lessons.step_through.ui.keras_badge
import lstm_viz.lessons.step_through.ui.lab_model
import lstm_viz.lessons.step_through.ui.panels
import lstm_viz.lessons.step_through.ui.viewer  # noqa: F401
