"""A Keras model as plain data: the worker builds it and the code panel writes it from the same description."""

from dataclasses import dataclass, replace
from itertools import product


@dataclass(frozen=True)
class Lstm:
    """A `keras.layers.LSTM`, in a `Bidirectional` or not.

    Attributes:
        units: Size of the state.
        return_sequences: As in Keras.
        bidirectional: Whether a `Bidirectional` wraps it, which joins the two directions (`merge_mode="concat"`).
        stateful: As in Keras.
    """

    units: int
    return_sequences: bool = False
    bidirectional: bool = False
    stateful: bool = False

    def code(self) -> str:
        """The expression that makes it."""
        options = [name for name in ("return_sequences", "stateful") if getattr(self, name)]
        lstm = f"layers.LSTM({', '.join([str(self.units), *(f'{name}=True' for name in options)])})"
        return f"layers.Bidirectional({lstm})" if self.bidirectional else lstm


@dataclass(frozen=True)
class Repeat:
    """A `keras.layers.RepeatVector`.

    Attributes:
        n: How many steps each hold a copy of the vector.
    """

    n: int

    def code(self) -> str:
        """The expression that makes it."""
        return f"layers.RepeatVector({self.n})"


@dataclass(frozen=True)
class Dense:
    """A `keras.layers.Dense`, in a `TimeDistributed` or not.

    Attributes:
        units: Size of its output.
        activation: Keras's name.
        time_distributed: Whether a `TimeDistributed` wraps it.
    """

    units: int
    activation: str = "linear"
    time_distributed: bool = False

    def code(self) -> str:
        """The expression that makes it."""
        activation = "" if self.activation == "linear" else f', activation="{self.activation}"'
        dense = f"layers.Dense({self.units}{activation})"
        return f"layers.TimeDistributed({dense})" if self.time_distributed else dense


Layer = Lstm | Repeat | Dense


@dataclass(frozen=True)
class Blueprint:
    """A `keras.Sequential`.

    Attributes:
        input_shape: Of a sample, as `keras.Input` takes it: (timesteps, features) or (features,); None is any length.
        layers: From the input to the output.
        batch_size: Fixed for stateful layers, else None.
    """

    input_shape: tuple[int | None, ...]
    layers: tuple[Layer, ...]
    batch_size: int | None = None

    def code(self) -> str:
        """The statement that builds it, as `model`, after `from keras import layers`."""
        batch_size = "" if self.batch_size is None else f", batch_size={self.batch_size}"
        lines = [f"keras.Input({self.input_shape}{batch_size})", *(layer.code() for layer in self.layers)]
        return "\n".join(["model = keras.Sequential([", *(f"    {line}," for line in lines), "])"])

    def with_layer(self, at: int, **changes: object) -> "Blueprint":
        """The same with one layer changed.

        Args:
            at: Which of `layers`.
            **changes: Its attributes.
        """
        layers = list(self.layers)
        layers[at] = replace(layers[at], **changes)  # type: ignore[arg-type]
        return replace(self, layers=tuple(layers))

    def switched(self) -> dict[tuple[bool, ...], "Blueprint"]:
        """The same with every setting of its LSTM layers' `return_sequences`, one for each of them in order."""
        at = [number for number, layer in enumerate(self.layers) if isinstance(layer, Lstm)]
        made = {}
        for switches in product((True, False), repeat=len(at)):
            changed = self
            for number, switch in zip(at, switches, strict=True):
                changed = changed.with_layer(number, return_sequences=switch)
            made[switches] = changed
        return made
