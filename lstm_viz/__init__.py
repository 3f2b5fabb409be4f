"""The gates, cell state and hidden state of a Keras recurrent layer, step by step.

Importing this package imports only numpy. Keras is imported when a Keras layer or model is traced.
"""

from lstm_viz.engine.bidirectional_trace import BidirectionalTrace
from lstm_viz.engine.intervene import Edit, intervene
from lstm_viz.engine.model_trace import ModelTrace
from lstm_viz.engine.trace import Trace
from lstm_viz.engine.tracing import trace_layer, trace_model
from lstm_viz.engine.weights import BidirectionalWeights, RecurrentWeights
from lstm_viz.explain.ledger import memory_ledger
from lstm_viz.explain.step import explain_step
from lstm_viz.model_files import ModelFile, read_model

__all__ = [
    "BidirectionalTrace",
    "BidirectionalWeights",
    "Edit",
    "ModelFile",
    "ModelTrace",
    "RecurrentWeights",
    "Trace",
    "explain_step",
    "intervene",
    "memory_ledger",
    "read_model",
    "trace_layer",
    "trace_model",
]
