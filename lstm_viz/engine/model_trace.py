"""The traces of the recurrent layers inside a model."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from lstm_viz.engine.bidirectional_trace import BidirectionalTrace
from lstm_viz.engine.trace import Trace


@dataclass(frozen=True, eq=False)
class ModelTrace:
    """The traces of a model's recurrent layers, each over the inputs that it got inside the model.

    Attributes:
        layers: Name → trace, in the order in which the layers ran. A layer of a model inside the model is named
            "inner/lstm". If a layer runs twice, its second pass is named "lstm:2".
        outputs: The outputs of the model, as numpy arrays in the model's own structure.
        max_error: The largest absolute difference between the model and the traces. It compares what each traced layer
            returned inside the model with its trace's `keras_outputs`, and the model's outputs with those that it gives
            when the traces replace these layers. inf if only one of two compared values is NaN.
        untraced: Name → reason, for each recurrent layer that could not be traced.
    """

    layers: Mapping[str, Trace | BidirectionalTrace]
    outputs: Any
    max_error: float
    untraced: Mapping[str, str] = field(default_factory=dict)
