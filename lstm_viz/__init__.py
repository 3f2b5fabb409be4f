"""The gates, cell state and hidden state of a Keras recurrent layer, step by step.

Importing this package imports only numpy. Keras is imported when a Keras layer or model is traced.
"""

from typing import TYPE_CHECKING, Any

from lstm_viz.engine.bidirectional_trace import BidirectionalTrace
from lstm_viz.engine.intervene import Edit, intervene
from lstm_viz.engine.model_trace import ModelTrace
from lstm_viz.engine.trace import Trace
from lstm_viz.engine.tracing import trace_layer, trace_model
from lstm_viz.engine.weights import BidirectionalWeights, RecurrentWeights
from lstm_viz.explain.ledger import memory_ledger
from lstm_viz.explain.step import explain_step

if TYPE_CHECKING:
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


def __getattr__(name: str) -> Any:
    """What reads the files of others is imported when it is first used."""
    if name in ("ModelFile", "read_model"):
        from lstm_viz import model_files

        return getattr(model_files, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
