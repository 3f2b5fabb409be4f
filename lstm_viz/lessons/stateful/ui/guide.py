"""Draws the layer of each stop of the guided lesson, batch by batch."""

import streamlit as st

from lstm_viz.app.guide import Guide
from lstm_viz.guided_lesson import Stop
from lstm_viz.lessons.stateful.guide import STOPS
from lstm_viz.lessons.stateful.settings import settings_of
from lstm_viz.lessons.stateful.ui.lanes import show_walk, walk_of
from lstm_viz.lessons.stateful.ui.page import PAGE


def _draw(_stop: Stop) -> dict[str, str]:
    walk = walk_of(settings_of(PAGE.values()))
    if walk.events:
        show_walk(walk, st.container())
    return {}


GUIDE = Guide(PAGE, STOPS, _draw)
