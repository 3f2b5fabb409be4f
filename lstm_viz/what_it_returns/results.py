"""What Keras gave for a call."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from lstm_viz.keras_errors import KerasError

Tensors = Mapping[str, np.ndarray]


@dataclass(frozen=True, eq=False)
class Returned:
    """Every tensor of a call, and of further calls with the same weights and input.

    Names are those of `Call.names`. Outputs are (samples, units), with return_sequences (samples, timesteps, units);
    states (samples, units). A merged "concat" has twice the units.

    Attributes:
        tensors: What the call returned, in Keras's order.
        behind: What the layer behind made of the output; Keras's refusal; None if there is no layer behind.
        again: What a stateful layer returned when it was called a second time, named as the first time; else nothing.
        others: What the same weights give beside it, whatever the call asks for: "output" and "sequence" as without and
            with return_sequences, every state, and what else `claims` compares.
        steps: Each state after each step, (samples, timesteps, units) in the input's order of time.
        weights: The layer's weights, named as in Keras, in its order.
        parameters: How many numbers those are.
    """

    tensors: Tensors
    behind: np.ndarray | KerasError | None
    again: Tensors
    others: Tensors
    steps: Tensors
    weights: Tensors
    parameters: int
    everything: Tensors = field(init=False)

    def __post_init__(self):
        # What the call itself returned goes before what another call returned under the same name.
        object.__setattr__(self, "everything", {**self.others, **self.tensors})
        for part in (self.tensors, self.others, self.again, self.steps, self.weights):
            for array in part.values():
                array.setflags(write=False)

    def __reduce__(self):
        # Pickled by its fields, an array would come out of the worker as one that can be written to.
        given = (self.tensors, self.behind, self.again, self.others, self.steps, self.weights, self.parameters)
        return Returned, given
