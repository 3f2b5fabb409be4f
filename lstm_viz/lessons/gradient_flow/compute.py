"""What the worker is asked for. Keras is imported only where this runs."""

from lstm_viz.lessons.gradient_flow.results import GradientFlow
from lstm_viz.lessons.gradient_flow.settings import FIRST, FlowSettings, model_of


def flow_of(settings: FlowSettings, network: str) -> GradientFlow:
    """The norms of one of `gap.NETWORKS`; see `keras_engine.gradients`."""
    from lstm_viz.lessons.gradient_flow.in_keras import gradient_flow

    model = model_of(settings, network)
    assert model.head is not None  # for the type checker: both recipes have one
    return gradient_flow(model.weights, settings.inputs, model.head, FIRST)
