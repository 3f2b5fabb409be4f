"""Counts the parameters of a layer of any size from the shapes of its weights."""

from dataclasses import dataclass
from math import prod

from lstm_viz.engine.cell import GATES

MAX_SIZE = 1024


@dataclass(frozen=True)
class WeightArray:
    """One array of weights: its name in Keras, its shape as code and in numbers.

    Attributes:
        name: "kernel", "recurrent_kernel" or "bias".
        code: The shape as code: "(features, 4 * units)".
        shape: The shape in numbers.
    """

    name: str
    code: str
    shape: tuple[int, ...]

    @property
    def count(self) -> int:
        """The number of parameters in the array."""
        return prod(self.shape)


@dataclass(frozen=True)
class LayerSize:
    """The arguments of a layer on which the number of its parameters depends.

    Attributes:
        layer: "lstm", "gru" or "simple_rnn".
        units: The size of the state.
        features: The number of features that the layer reads at each step.
        reset_after: See Keras's GRU, whose bias has two rows with it. Other layers ignore it.
        bidirectional: Whether a `Bidirectional` wraps the layer.
    """

    layer: str
    units: int
    features: int
    reset_after: bool = True
    bidirectional: bool = False

    @property
    def arrays(self) -> tuple[WeightArray, ...]:
        """The weights of one layer, in Keras's order."""
        gates = len(GATES[self.layer])
        columns, width = ("units" if gates == 1 else f"{gates} * units"), gates * self.units
        bias = WeightArray("bias", f"({columns},)", (width,))
        if self.layer == "gru" and self.reset_after:
            bias = WeightArray("bias", f"(2, {columns})", (2, width))
        return (
            WeightArray("kernel", f"(features, {columns})", (self.features, width)),
            WeightArray("recurrent_kernel", f"(units, {columns})", (self.units, width)),
            bias,
        )

    @property
    def count(self) -> int:
        """The number of parameters of the layer, or of both layers of a Bidirectional."""
        return (2 if self.bidirectional else 1) * sum(array.count for array in self.arrays)

    @property
    def formula(self) -> str:
        """The sum of the sizes of the arrays, in numbers: "10 × 400 + 100 × 400 + 400"."""
        terms = " + ".join(" × ".join(f"{size:,}" for size in array.shape) for array in self.arrays)
        return f"2 × ({terms})" if self.bidirectional else terms
