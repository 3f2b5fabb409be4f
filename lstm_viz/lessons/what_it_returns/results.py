"""What Keras gave for a call."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from lstm_viz.engine.weights import StaysReadOnly
from lstm_viz.keras_errors import KerasError

Tensors = Mapping[str, np.ndarray]


@dataclass(frozen=True, eq=False)
class Returned(StaysReadOnly):
    """Every tensor of a call. All arrays are read-only.

    Names are those of `Call.names`. Outputs are (samples, units), with return_sequences (samples, timesteps, units);
    states (samples, units). A merged "concat" has twice the units.

    Attributes:
        tensors: What the call returned, in Keras's order.
        next_layer: What the next layer made of the output; Keras's refusal; None if there is none.
        again: What a stateful layer returned when it was called a second time, named as the first time; else nothing.
        steps: Each state after each step, (samples, timesteps, units) in the input's order of time.
        weights: The layer's weights, named as in Keras, in its order.
        parameters: How many numbers those are.
    """

    tensors: Tensors
    next_layer: np.ndarray | KerasError | None
    again: Tensors
    steps: Tensors
    weights: Tensors
    parameters: int

    def __post_init__(self):
        for part in (self.tensors, self.again, self.steps, self.weights):
            for array in part.values():
                array.setflags(write=False)
        if isinstance(self.next_layer, np.ndarray):
            self.next_layer.setflags(write=False)
