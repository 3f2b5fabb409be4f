"""What is computed once for all visitors of the page Gradient flow."""

import streamlit as st

from lstm_viz.lessons.gradient_flow import gap
from lstm_viz.lessons.gradient_flow.recorded import recorded_flows
from lstm_viz.lessons.gradient_flow.remote import flow_of
from lstm_viz.lessons.gradient_flow.results import GradientFlow
from lstm_viz.lessons.gradient_flow.settings import DEFAULT, FlowSettings
from lstm_viz.worker import shared_worker


@st.cache_resource(max_entries=64, show_spinner=False)
def load_flows(settings: FlowSettings) -> dict[str, GradientFlow]:
    """Each network's norms on the page Gradient flow: of the first view as recorded, else computed by the worker.

    Raises:
        WorkerError: If they are not to be had.
    """
    if settings == DEFAULT:
        return recorded_flows()
    return {network: shared_worker().call(flow_of, settings, network) for network in gap.NETWORKS}


@st.cache_resource(max_entries=1, show_spinner=False)
def load_gap_accuracy() -> gap.GapAccuracy:
    """How far back each network learned, as recorded."""
    return gap.recorded_accuracy()
