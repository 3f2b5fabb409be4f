"""The gates, cell state and hidden state of a Keras recurrent layer, step by step.

Importing this imports numpy alone; Keras is imported when a Keras layer or model is traced.
"""

from lstm_viz.bidirectional_trace import BidirectionalTrace
from lstm_viz.explain.ledger import memory_ledger
from lstm_viz.explain.step import explain_step
from lstm_viz.intervene import Edit, intervene
from lstm_viz.model_trace import ModelTrace
from lstm_viz.trace import Trace
from lstm_viz.tracing import trace_layer, trace_model
from lstm_viz.weights import RecurrentWeights

__all__ = [
    "BidirectionalTrace",
    "Edit",
    "ModelTrace",
    "RecurrentWeights",
    "Trace",
    "explain_step",
    "intervene",
    "memory_ledger",
    "trace_layer",
    "trace_model",
]
