"""The data of the page Gradient flow that are computed once for all visitors."""

from lstm_viz.app.from_keras import answer_to, kept_question
from lstm_viz.app.shared import shared
from lstm_viz.lessons.gradient_flow import gap
from lstm_viz.lessons.gradient_flow.recorded import RECORDED, recorded_flows
from lstm_viz.lessons.gradient_flow.remote import flow_of
from lstm_viz.lessons.gradient_flow.results import GradientFlow
from lstm_viz.lessons.gradient_flow.settings import FlowSettings


def load_flows(settings: FlowSettings) -> dict[str, GradientFlow]:
    """Network → its norms.

    Raises:
        WorkerError: If the worker cannot compute them.
    """
    return {network: load_flow(settings, network) for network in gap.NETWORKS}


def load_flow(settings: FlowSettings, network: str) -> GradientFlow:
    """One network's norms: recorded for the first view, computed by the worker for all others.

    Raises:
        WorkerError: If the worker cannot compute them.
    """
    for name, asked in RECORDED.items():
        if asked == (settings, network):
            return recorded_flows()[name]
    return answer_to(kept_question(flow_of, settings, network))


@shared(most=1)
def load_gap_accuracy() -> gap.GapAccuracy:
    """The recorded accuracy of each network over each gap."""
    return gap.recorded_accuracy()
