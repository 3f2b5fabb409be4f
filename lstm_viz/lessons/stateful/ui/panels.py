"""What the page Stateful shows of the tanks, a panel at a time."""

import streamlit as st

from lstm_viz.app import session
from lstm_viz.app.panel_switch import choose_panel
from lstm_viz.i18n import Translate
from lstm_viz.lessons.stateful.link import to_link
from lstm_viz.lessons.stateful.settings import StatefulSettings
from lstm_viz.lessons.stateful.ui.by_hand import show_by_hand
from lstm_viz.lessons.stateful.ui.files import show_code_panel, show_data
from lstm_viz.lessons.stateful.ui.lanes import show_lanes
from lstm_viz.lessons.stateful.ui.mistakes import show_mistakes
from lstm_viz.lessons.stateful.ui.old_code import show_old_code
from lstm_viz.lessons.stateful.ui.page import PAGE
from lstm_viz.lessons.stateful.ui.ways import show_ways

DRAW = {
    "lanes": show_lanes,
    "ways": show_ways,
    "mistakes": show_mistakes,
    "by_hand": show_by_hand,
    "old_code": show_old_code,
    "data": show_data,
    "code": show_code_panel,
}


@st.fragment(key="stateful_panels")
def show_panels(settings: StatefulSettings, gettext: Translate) -> None:
    """The chosen panel; then the link is written."""
    titles = {
        "lanes": gettext("Batch by batch"),
        "ways": gettext("Three ways"),
        "mistakes": gettext("What goes wrong"),
        "by_hand": gettext("Train, reset, carry by hand"),
        "old_code": gettext("Old code"),
        "data": gettext("Data"),
        "code": gettext("Keras code"),
    }
    DRAW[choose_panel(PAGE, titles, gettext)](settings, gettext)
    session.write_link(PAGE, to_link(PAGE.settings()))
