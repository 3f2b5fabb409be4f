"""What real Keras layers gave, as plain arrays."""

from dataclasses import dataclass, replace

import numpy as np

from lstm_viz.engine.weights import RecurrentWeights
from lstm_viz.keras_errors import KerasError

Shape = tuple[int | None, ...]


@dataclass(frozen=True)
class LayerError(KerasError):
    """Keras's refusal of a model, and the layer that it is about.

    Attributes:
        at: Which of the blueprint's layers, from 0: Keras builds the model of those before it.
        reads: The shape of what that layer is given, as Keras tells it.
    """

    at: int
    reads: Shape


@dataclass(frozen=True, eq=False)
class Direction:
    """One way through a sequence: an LSTM, or one of the two in a Bidirectional.

    Attributes:
        weights: Its own; `go_backwards` tells which way it reads.
        hidden: Its hidden state at each step, (samples, time, units), in the input's order whichever way it reads.
        last_hidden: Its hidden state when it has read all, (samples, units).
        last_cell: Its cell state then, (samples, units).
    """

    weights: RecurrentWeights
    hidden: np.ndarray
    last_hidden: np.ndarray
    last_cell: np.ndarray


@dataclass(frozen=True, eq=False)
class LayerRun:
    """A layer of the model, and what it gave.

    Attributes:
        name: As Keras calls it.
        kind: Its class: "LSTM", "RepeatVector", "Dense".
        wrapper: The class around it, "Bidirectional" or "TimeDistributed"; "" without one.
        output_shape: As Keras tells it, with None for any size.
        parameters: How many weights it has.
        output: What it gave, (samples, …).
        directions: Of an LSTM one, of a Bidirectional forward and backward; none of the others.
        unwrapped: Of a layer in a TimeDistributed what it gives without it, on the same; None for the others.
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
        """The same of the first sample alone."""
        directions = tuple(
            Direction(each.weights, each.hidden[:1], each.last_hidden[:1], each.last_cell[:1])
            for each in self.directions
        )
        return replace(self, output=self.output[:1], directions=directions)

    @property
    def gives_sequence(self) -> bool:
        """Whether there is an output for each step."""
        return self.output.ndim == 3


@dataclass(frozen=True, eq=False)
class PatternRun:
    """A model's run over some samples.

    Attributes:
        inputs: What it read, (samples, time, features) or (samples, features).
        layers: From the first to the last.
        alone: What the model gives to the first of several samples alone; None where there is but one.
    """

    inputs: np.ndarray
    layers: tuple[LayerRun, ...]
    alone: np.ndarray | None = None

    @property
    def output(self) -> np.ndarray:
        """What the model gives."""
        return self.layers[-1].output

    @property
    def arrays(self) -> dict[str, np.ndarray]:
        """What it read, "inputs", and each layer's output by its name."""
        return {"inputs": self.inputs, **{layer.name: layer.output for layer in self.layers}}

    @property
    def first_sample(self) -> "PatternRun":
        """The same of the first sample alone."""
        layers = tuple(layer.first_sample for layer in self.layers)
        return PatternRun(self.inputs[:1], layers)

    @property
    def recurrent(self) -> tuple[LayerRun, ...]:
        """The recurrent layers."""
        return tuple(layer for layer in self.layers if layer.directions)

    def before(self, layer: LayerRun) -> np.ndarray:
        """What a layer read."""
        at = self.layers.index(layer)
        return self.layers[at - 1].output if at else self.inputs


@dataclass(frozen=True, eq=False)
class Continuation:
    """A series carried on by a model that is fed its own output.

    Attributes:
        known: What it read first, (known, 1).
        values: What it gave, one after another, (steps, 1).
        model: The stateful model over the known part, run layer by layer.
        whole: The same weights without `stateful`, over the known values and its own in one sequence, with an output
            for each step.
        forgetful: The same weights without `stateful`, given the very same values one at a time, (steps − 1, 1): its
            answers where the loop's second and later values come.
    """

    known: np.ndarray
    values: np.ndarray
    model: PatternRun
    whole: PatternRun
    forgetful: np.ndarray
