"""The Memory lab's trainings that this server knows, for all pages and all visitors."""

import streamlit as st

from lstm_viz.tasks import Task
from lstm_viz.training import Run, Settings, new_run, recorded


class _Kept:
    """The longest known run of one training. Runs never change, so whoever has one keeps it as it is."""

    def __init__(self, run: Run):
        self.run = run


@st.cache_resource(max_entries=24, show_spinner=False)
def _kept(settings: Settings, task: Task) -> _Kept:
    return _Kept(recorded(settings, task) or new_run(settings, task))


def load_run(settings: Settings, task: Task) -> Run:
    """The longest run of this training that this server knows: the same settings give everybody the same weights."""
    return _kept(settings, task).run


def keep_run(run: Run) -> None:
    """Keeps a run that went further, for whoever asks for the same training: after a reload, say."""
    kept = _kept(run.settings, run.task)
    if len(run.losses) > len(kept.run.losses):
        kept.run = run
