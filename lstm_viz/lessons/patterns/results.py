"""The results of real Keras layers for the page Patterns, as plain arrays."""

from dataclasses import dataclass, replace

import numpy as np

from lstm_viz.engine.weights import RecurrentWeights
from lstm_viz.keras_errors import KerasError

Shape = tuple[int | None, ...]


@dataclass(frozen=True)
class LayerError(KerasError):
    """The error that Keras raises for a model, and the layer that raises it.

    Attributes:
        at: The position of the layer in the blueprint, from 0. Keras builds the layers before it without an error.
        reads: The shape of the layer's input, as Keras reports it.
    """

    at: int
    reads: Shape


@dataclass(frozen=True, eq=False)
class Direction:
    """One direction of reading: a recurrent layer, or one of the two layers in a Bidirectional.

    Attributes:
        weights: The weights of the layer; `weights.go_backwards` says in which direction it reads.
        hidden: The hidden state at each step, (samples, time, units), in the order of the input.
        last_hidden: The hidden state after the step that is read last, (samples, units).
        last_cell: The cell state after the step that is read last, (samples, units); None for a GRU, which has none.
    """

    weights: RecurrentWeights
    hidden: np.ndarray
    last_hidden: np.ndarray
    last_cell: np.ndarray | None


@dataclass(frozen=True, eq=False)
class LayerRun:
    """A layer of the model and its output.

    Attributes:
        name: The name of the layer in Keras.
        kind: The class of the layer: "Embedding", "LSTM", "GRU", "RepeatVector" or "Dense".
        wrapper: The class that wraps the layer, "Bidirectional" or "TimeDistributed"; "" if there is none.
        output_shape: The shape of the output as Keras reports it, with None for any size.
        parameters: The number of parameters.
        output: The output, (samples, …).
        directions: One direction for a recurrent layer, forward and backward for a Bidirectional, else none.
        unwrapped: The output of a layer in a TimeDistributed if it is called without it; None for other layers.
    """

    name: str
    kind: str
    wrapper: str
    output_shape: Shape
    parameters: int
    output: np.ndarray
    directions: tuple[Direction, ...] = ()
    unwrapped: np.ndarray | None = None

    @property
    def first_sample(self) -> "LayerRun":
        """A copy that holds only the first sample."""
        directions = tuple(
            Direction(
                each.weights,
                each.hidden[:1],
                each.last_hidden[:1],
                None if each.last_cell is None else each.last_cell[:1],
            )
            for each in self.directions
        )
        return replace(self, output=self.output[:1], directions=directions)

    @property
    def gives_sequence(self) -> bool:
        """Whether the layer returns an output for each step."""
        return self.output.ndim == 3


@dataclass(frozen=True, eq=False)
class PatternRun:
    """The outputs of all layers of a model, for one input.

    Attributes:
        inputs: The input, (samples, time, features) or (samples, features), or ids, (samples, time).
        layers: The layers, from the first to the last.
        alone: The output of the model for the first sample as a batch of one; None if there is only one sample.
    """

    inputs: np.ndarray
    layers: tuple[LayerRun, ...]
    alone: np.ndarray | None = None

    @property
    def output(self) -> np.ndarray:
        """The output of the model."""
        return self.layers[-1].output

    @property
    def reads_ids(self) -> bool:
        """Whether the input is ids of words, one for each step."""
        return self.inputs.dtype.kind == "i"

    @property
    def arrays(self) -> dict[str, np.ndarray]:
        """The input as "inputs", and the output of each layer by the layer's name."""
        return {"inputs": self.inputs, **{layer.name: layer.output for layer in self.layers}}

    @property
    def first_sample(self) -> "PatternRun":
        """A copy that holds only the first sample."""
        layers = tuple(layer.first_sample for layer in self.layers)
        return PatternRun(self.inputs[:1], layers)

    @property
    def recurrent(self) -> tuple[LayerRun, ...]:
        """The recurrent layers."""
        return tuple(layer for layer in self.layers if layer.directions)

    def before(self, layer: LayerRun) -> np.ndarray:
        """The input of a layer."""
        at = self.layers.index(layer)
        return self.layers[at - 1].output if at else self.inputs


@dataclass(frozen=True, eq=False)
class Continuation:
    """A series that a model continues by reading its own outputs.

    Attributes:
        known: The values that the model reads first, (known, 1).
        values: The values that the model predicts, one after another, (steps, 1).
        model: The run of the stateful model over the known part.
        whole: The run of a stateless model with the same weights that reads the known and the predicted values as one
            sequence, with an output for each step.
        forgetful: The outputs of a stateless model with the same weights that reads the same values one per call,
            (steps − 1, 1). They correspond to `values[1:]`.
    """

    known: np.ndarray
    values: np.ndarray
    model: PatternRun
    whole: PatternRun
    forgetful: np.ndarray
