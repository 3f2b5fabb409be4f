"""The runs of the Memory lab on this server, shared by all pages and all visitors."""

import streamlit as st

from lstm_viz.app.training_panel import Kept
from lstm_viz.tasks import Task
from lstm_viz.training import Run, TrainingSettings, new_run, recorded


@st.cache_resource(max_entries=24, show_spinner=False)
def kept(settings: TrainingSettings, task: Task) -> Kept[Run]:
    """The longest known run of a training. All visitors share it: the same settings always give the same weights."""
    return Kept(recorded(settings, task) or new_run(settings, task))
