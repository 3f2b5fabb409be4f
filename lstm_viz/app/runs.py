"""The Memory lab's trainings that this server knows, for all pages and all visitors."""

import streamlit as st

from lstm_viz.app.training_panel import Kept
from lstm_viz.tasks import Task
from lstm_viz.training import Run, TrainingSettings, new_run, recorded


@st.cache_resource(max_entries=24, show_spinner=False)
def kept(settings: TrainingSettings, task: Task) -> Kept[Run]:
    """Where the longest run of this training is kept: the same settings give everybody the same weights."""
    return Kept(recorded(settings, task) or new_run(settings, task))
