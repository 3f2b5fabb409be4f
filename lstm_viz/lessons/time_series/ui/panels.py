"""What the page Time series shows of a series and its network, a panel at a time."""

from collections.abc import Callable

import streamlit as st

from lstm_viz.app import session
from lstm_viz.app.language import _
from lstm_viz.app.panel_switch import choose_panel
from lstm_viz.lessons.time_series.link import to_link
from lstm_viz.lessons.time_series.run import ForecastRun
from lstm_viz.lessons.time_series.ui.comparison_panel import show_forecast, show_rollout
from lstm_viz.lessons.time_series.ui.files import show_files
from lstm_viz.lessons.time_series.ui.gates import show_gates
from lstm_viz.lessons.time_series.ui.lags import show_lags
from lstm_viz.lessons.time_series.ui.page import PAGE, PANELS
from lstm_viz.lessons.time_series.ui.preparation import show_way
from lstm_viz.lessons.time_series.ui.shown import Shown
from lstm_viz.lessons.time_series.ui.training import told
from lstm_viz.lessons.time_series.view import View


@st.fragment(key=PANELS)
def show_panels(view: View, run: ForecastRun) -> None:
    """The chosen panel; then the link is written."""
    names = {
        "way": _("Split, scaler, windows"),
        "forecast": _("One step ahead"),
        "rollout": _("Rolled out"),
        "gates": _("Gates under the curve"),
        "lags": _("Which lag mattered"),
        "files": _("Files and code"),
    }
    panel = choose_panel(PAGE, names)
    if PAGE.get("has_clock") and run.epoch:
        # In mid-training a panel shows the weights there were when it was drawn.
        st.caption(told(view, run))
    DRAW[panel](Shown(view, run))
    session.write_link(PAGE, to_link(PAGE.settings()))


DRAW: dict[str, Callable[[Shown], None]] = {
    "way": show_way,
    "forecast": show_forecast,
    "rollout": show_rollout,
    "gates": show_gates,
    "lags": show_lags,
    "files": show_files,
}
