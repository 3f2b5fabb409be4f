"""A Keras model as plain data. The worker builds the model from it, and the code panel writes the script from it."""

from dataclasses import dataclass, replace
from itertools import product


@dataclass(frozen=True)
class Lstm:
    """A `keras.layers.LSTM`, in a `Bidirectional` or not.

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

    def code(self) -> str:
        """The Python expression that makes the layer."""
        options = [name for name in ("return_sequences", "stateful") if getattr(self, name)]
        lstm = f"layers.LSTM({', '.join([str(self.units), *(f'{name}=True' for name in options)])})"
        return f"layers.Bidirectional({lstm})" if self.bidirectional else lstm


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


Layer = Lstm | Repeat | Dense


@dataclass(frozen=True)
class Blueprint:
    """A `keras.Sequential`.

    Attributes:
        input_shape: The shape of a sample for `keras.Input`: (timesteps, features) or (features,). None is any length.
        layers: The layers, from the input to the output.
        batch_size: The fixed batch size of a stateful model, otherwise None.
    """

    input_shape: tuple[int | None, ...]
    layers: tuple[Layer, ...]
    batch_size: int | None = None

    def code(self) -> str:
        """The Python statement that assigns the model to `model`; it needs `from keras import layers`."""
        batch_size = "" if self.batch_size is None else f", batch_size={self.batch_size}"
        lines = [f"keras.Input({self.input_shape}{batch_size})", *(layer.code() for layer in self.layers)]
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
        """A copy for each combination of `return_sequences`; the keys have a value for each LSTM layer, in order."""
        at = [number for number, layer in enumerate(self.layers) if isinstance(layer, Lstm)]
        made = {}
        for switches in product((True, False), repeat=len(at)):
            changed = self
            for number, switch in zip(at, switches, strict=True):
                changed = changed.with_layer(number, return_sequences=switch)
            made[switches] = changed
        return made
