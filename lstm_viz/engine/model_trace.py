"""What a pass over a whole model recorded."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from lstm_viz.engine.bidirectional_trace import BidirectionalTrace
from lstm_viz.engine.trace import Trace


@dataclass(frozen=True, eq=False)
class ModelTrace:
    """The recurrent layers of a model over what each got inside it.

    Attributes:
        layers: Name → trace, in the order in which the layers ran. A layer of a model inside the model is named
            "inner/lstm". Where a layer runs twice, its second run is named "lstm:2".
        outputs: What the model itself gives, numpy arrays in the model's own structure.
        max_error: The largest absolute difference between the model and the traces, over everything that a traced layer
            returned inside the model against its trace's `keras_outputs`, and over the model's outputs against those it
            gives when each traced layer's part is taken by its trace. inf where only one of the two is a number.
        untraced: Name → reason, of the recurrent layers that could not be traced.
    """

    layers: Mapping[str, Trace | BidirectionalTrace]
    outputs: Any
    max_error: float
    untraced: Mapping[str, str] = field(default_factory=dict)
