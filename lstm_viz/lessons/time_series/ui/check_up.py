"""The panel Check-up: what ails the network that was trained here, and what is sound."""

import streamlit as st

from lstm_viz.app.check_up import show_check_up
from lstm_viz.app.language import _
from lstm_viz.lessons.time_series.check_up import findings
from lstm_viz.lessons.time_series.ui.loaders import remembered
from lstm_viz.lessons.time_series.ui.page import PAGE
from lstm_viz.lessons.time_series.ui.trained_view import TrainedView


def show_findings(shown: TrainedView) -> None:
    """Draws the check-up of the weights that the page forecasts with, over the test part."""
    view, run = shown.view, shown.run
    found = remembered(view, "check-up", run.weights_epoch, lambda: findings(view.prepared, view.settings, run.weights))
    st.caption(
        _("The network is checked over windows of the test part, and its forecasts are compared with the true values.")
    )
    show_check_up(PAGE, found)
