"""The results of real Keras layers for the page What it returns, as plain arrays."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from lstm_viz.engine.weights import StaysReadOnly
from lstm_viz.keras_errors import KerasError

Tensors = Mapping[str, np.ndarray]


@dataclass(frozen=True, eq=False)
class Returned(StaysReadOnly):
    """The tensors of a call. All arrays are read-only.

    The names are those of `Call.names`. An output is (samples, units), or (samples, timesteps, units) with
    return_sequences; a state is (samples, units). An output merged with "concat" has twice the units.

    Attributes:
        tensors: The returned tensors, in Keras's order.
        next_layer: The output of the next layer, or the error that Keras raises for it; None if there is no next layer.
        again: The tensors that a stateful layer returns when it is called a second time, with the same names; empty for
            other layers.
        steps: Each state after each step, (samples, timesteps, units), in the order of the input.
        weights: The weights of the layer by their Keras names, in Keras's order.
        parameters: The number of parameters in these weights.
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
