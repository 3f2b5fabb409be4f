"""A Keras model as plain data. The worker builds the model from it, and the code panel writes the script from it."""

from dataclasses import dataclass, replace
from itertools import product
from typing import ClassVar


@dataclass(frozen=True)
class Embedding:
    """A `keras.layers.Embedding`, which reads ids and is the first layer.

    Attributes:
        words: The number of ids: `input_dim` in Keras.
        size: The size of a word's vector: `output_dim` in Keras.
    """

    words: int
    size: int

    def code(self) -> str:
        """The Python expression that makes the layer."""
        return f"layers.Embedding({self.words}, {self.size})"


@dataclass(frozen=True)
class Recurrent:
    """A recurrent layer of Keras, in a `Bidirectional` or not.

    Attributes:
        units: The size of the state.
        return_sequences: See Keras.
        bidirectional: Whether a `Bidirectional` with `merge_mode="concat"` wraps the layer.
        stateful: See Keras.
    """

    units: int
    return_sequences: bool = False
    bidirectional: bool = False
    stateful: bool = False
    kind: ClassVar[str]
    """The name of the layer in Keras."""

    def code(self) -> str:
        """The Python expression that makes the layer."""
        options = [name for name in ("return_sequences", "stateful") if getattr(self, name)]
        made = f"layers.{self.kind}({', '.join([str(self.units), *(f'{name}=True' for name in options)])})"
        return f"layers.Bidirectional({made})" if self.bidirectional else made


class Lstm(Recurrent):
    """A `keras.layers.LSTM`."""

    kind = "LSTM"


class Gru(Recurrent):
    """A `keras.layers.GRU`."""

    kind = "GRU"


@dataclass(frozen=True)
class Repeat:
    """A `keras.layers.RepeatVector`.

    Attributes:
        n: The number of steps, each of which is a copy of the vector.
    """

    n: int

    def code(self) -> str:
        """The Python expression that makes the layer."""
        return f"layers.RepeatVector({self.n})"


@dataclass(frozen=True)
class Dense:
    """A `keras.layers.Dense`, in a `TimeDistributed` or not.

    Attributes:
        units: The size of the output.
        activation: The name of the activation in Keras.
        time_distributed: Whether a `TimeDistributed` wraps the layer.
    """

    units: int
    activation: str = "linear"
    time_distributed: bool = False

    def code(self) -> str:
        """The Python expression that makes the layer."""
        activation = "" if self.activation == "linear" else f', activation="{self.activation}"'
        dense = f"layers.Dense({self.units}{activation})"
        return f"layers.TimeDistributed({dense})" if self.time_distributed else dense


Layer = Embedding | Lstm | Gru | Repeat | Dense


@dataclass(frozen=True)
class Blueprint:
    """A `keras.Sequential`.

    Attributes:
        input_shape: The shape of a sample for `keras.Input`: (timesteps, features), (features,), or (timesteps,) before
            an Embedding. None is any length.
        layers: The layers, from the input to the output.
        batch_size: The fixed batch size of a stateful model, otherwise None.
    """

    input_shape: tuple[int | None, ...]
    layers: tuple[Layer, ...]
    batch_size: int | None = None

    @property
    def reads_ids(self) -> bool:
        """Whether the model reads ids of words, not numbers."""
        return isinstance(self.layers[0], Embedding)

    def code(self) -> str:
        """The Python statement that assigns the model to `model`; it needs `from keras import layers`."""
        batch_size = "" if self.batch_size is None else f", batch_size={self.batch_size}"
        dtype = ', dtype="int32"' if self.reads_ids else ""
        lines = [f"keras.Input({self.input_shape}{batch_size}{dtype})", *(layer.code() for layer in self.layers)]
        return "\n".join(["model = keras.Sequential([", *(f"    {line}," for line in lines), "])"])

    def with_layer(self, at: int, **changes: object) -> "Blueprint":
        """A copy with one layer changed.

        Args:
            at: The position of the layer in `layers`.
            **changes: New values of its attributes.
        """
        layers = list(self.layers)
        layers[at] = replace(layers[at], **changes)  # type: ignore[arg-type]
        return replace(self, layers=tuple(layers))

    def switched(self) -> dict[tuple[bool, ...], "Blueprint"]:
        """A copy for each combination of `return_sequences`; the keys have one for each recurrent layer."""
        at = [number for number, layer in enumerate(self.layers) if isinstance(layer, Recurrent)]
        made = {}
        for switches in product((True, False), repeat=len(at)):
            changed = self
            for number, switch in zip(at, switches, strict=True):
                changed = changed.with_layer(number, return_sequences=switch)
            made[switches] = changed
        return made
