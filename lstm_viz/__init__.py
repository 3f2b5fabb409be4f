"""The gates, cell state and hidden state of a Keras recurrent layer, step by step.

Importing this package imports only numpy. Keras is imported when a Keras layer or model is traced.
"""

import importlib
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
    from lstm_viz.charts.notebook import knockouts, ledger, timelines
    from lstm_viz.checks import Finding, check_up
    from lstm_viz.corpus import Corpus, open_corpus, trace_corpus
    from lstm_viz.model_files import ModelFile, read_model
    from lstm_viz.viewer.saved_page import save_html
    from lstm_viz.viewer.widget import StepThrough, show

__version__ = "0.1.0"
__all__ = [
    "BidirectionalTrace",
    "BidirectionalWeights",
    "Corpus",
    "Edit",
    "Finding",
    "ModelFile",
    "ModelTrace",
    "RecurrentWeights",
    "StepThrough",
    "Trace",
    "check_up",
    "explain_step",
    "intervene",
    "knockouts",
    "ledger",
    "memory_ledger",
    "open_corpus",
    "read_model",
    "save_html",
    "show",
    "timelines",
    "trace_corpus",
    "trace_layer",
    "trace_model",
]


LATE = {
    "ModelFile": "model_files",
    "read_model": "model_files",
    "Finding": "checks",
    "check_up": "checks",
    "Corpus": "corpus",
    "open_corpus": "corpus",
    "trace_corpus": "corpus",
    "save_html": "viewer.saved_page",
    "knockouts": "charts.notebook",
    "ledger": "charts.notebook",
    "timelines": "charts.notebook",
    "show": "viewer.widget",
    "StepThrough": "viewer.widget",
}
"""What is imported when it is first used → the room that it is in."""


def __getattr__(name: str) -> Any:
    if name in LATE:
        return getattr(importlib.import_module(f"lstm_viz.{LATE[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
