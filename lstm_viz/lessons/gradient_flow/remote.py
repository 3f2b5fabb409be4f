"""The functions of `in_keras` that the page calls in the worker."""

from lstm_viz.lessons.gradient_flow.results import GradientFlow
from lstm_viz.lessons.gradient_flow.settings import FlowSettings
from lstm_viz.remote import Remote

flow_of: Remote[[FlowSettings, str], GradientFlow] = Remote("lstm_viz.lessons.gradient_flow.in_keras:flow_of")
