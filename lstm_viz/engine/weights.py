"""The weights of one recurrent layer, with the options that change its numbers."""

from collections.abc import Iterator
from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import ArrayLike

from lstm_viz.engine.cell import GATES

MERGE_MODES = ("concat", "sum", "mul", "ave", None)


@dataclass(frozen=True, eq=False)
class RecurrentWeights:
    """A recurrent layer without Keras.

    Attributes:
        kind: "lstm", "gru" or "simple_rnn".
        kernel: Shape (features, gates * units), float32, columns in Keras's order.
        recurrent_kernel: Shape (units, gates * units), float32.
        bias: Shape (gates * units,); for a GRU with `reset_after` (2, 3 * units): input bias and recurrent bias. None
            without `use_bias`.
        activation: Keras's name of the activation of the candidate, of an LSTM's cell state and of a SimpleRNN's state.
        recurrent_activation: Keras's name of the activation of the gates. Unused by a SimpleRNN.
        reset_after: Whether a GRU's reset gate acts after the recurrent product. Unused by other layers.
        go_backwards: Whether the layer reads its input from the last step to the first.
        zero_output_for_mask: Whether the output at a masked step is zeros, instead of the output of the previous step.
        unroll: Has one effect: with `go_backwards` and `zero_output_for_mask` it decides which outputs of an output
            sequence are 0.

    Raises:
        ValueError: If `kind` is unknown, a shape does not fit, or there are no features or units.
    """

    kind: str
    kernel: np.ndarray
    recurrent_kernel: np.ndarray
    bias: np.ndarray | None = None
    activation: str = "tanh"
    recurrent_activation: str = "sigmoid"
    reset_after: bool = True
    go_backwards: bool = False
    zero_output_for_mask: bool = False
    unroll: bool = False

    def __post_init__(self):
        if self.kind not in GATES:
            raise ValueError(f"kind must be one of {', '.join(GATES)}, not {self.kind!r}.")
        for name in ("kernel", "recurrent_kernel", "bias"):
            if (array := getattr(self, name)) is not None:
                object.__setattr__(self, name, read_only(array))
        for name in ("kernel", "recurrent_kernel"):
            if len(shape := getattr(self, name).shape) != 2:
                raise ValueError(f"{name} of this {self.kind} must have two axes, not shape {shape}.")
            if 0 in shape:
                raise ValueError(f"{name} of this {self.kind} must hold numbers, not have shape {shape}.")
        columns = len(GATES[self.kind]) * self.units
        self._check("kernel", self.kernel, (self.features, columns))
        self._check("recurrent_kernel", self.recurrent_kernel, (self.units, columns))
        if self.bias is not None:
            self._check("bias", self.bias, (2, columns) if self.has_recurrent_bias else (columns,))

    def _check(self, name: str, array: np.ndarray, expected: tuple[int, ...]):
        if array.shape != expected:
            raise ValueError(f"{name} of this {self.kind} must have shape {expected}, not {array.shape}.")

    @property
    def units(self) -> int:
        """Size of the state."""
        return self.recurrent_kernel.shape[0]

    @property
    def features(self) -> int:
        """Number of features at each step."""
        return self.kernel.shape[0]

    @property
    def has_recurrent_bias(self) -> bool:
        """Whether the layer has a second bias, which is added to h U before the reset gate acts."""
        return self.kind == "gru" and self.reset_after

    @property
    def input_bias(self) -> np.ndarray:
        """The bias that is added to x W, shape (gates * units,); zeros without `use_bias`."""
        if self.bias is None:
            return np.zeros(self.kernel.shape[1], "float32")
        return self.bias[0] if self.has_recurrent_bias else self.bias

    @property
    def recurrent_bias(self) -> np.ndarray:
        """The bias that is added to h U, shape (gates * units,); zeros if the layer has none."""
        if self.bias is None or not self.has_recurrent_bias:
            return np.zeros(self.kernel.shape[1], "float32")
        return self.bias[1]

    def columns(self, gate: str) -> slice:
        """The columns of a gate in the kernels and biases.

        Raises:
            ValueError: If the layer has no such gate.
        """
        gates = GATES[self.kind]
        if gate not in gates:
            raise ValueError(f"gate must be one of {', '.join(gates)}, not {gate!r}.")
        start = gates.index(gate) * self.units
        return slice(start, start + self.units)


@dataclass(frozen=True, eq=False)
class BidirectionalWeights:
    """A `keras.layers.Bidirectional` without Keras.

    Attributes:
        forward: The layer that was given.
        backward: Its copy, which reads in the opposite direction.
        merge_mode: "concat", "sum", "mul", "ave" or None, as in Keras.

    Raises:
        ValueError: If both read in the same direction, or `merge_mode` is unknown.
    """

    forward: RecurrentWeights
    backward: RecurrentWeights
    merge_mode: str | None = "concat"

    def __post_init__(self):
        if self.forward.go_backwards == self.backward.go_backwards:
            raise ValueError("forward and backward must read in opposite directions.")
        if self.merge_mode not in MERGE_MODES:
            raise ValueError(f"merge_mode must be one of {MERGE_MODES}, not {self.merge_mode!r}.")

    def __iter__(self) -> Iterator[RecurrentWeights]:
        return iter((self.forward, self.backward))


class StaysReadOnly:
    """A dataclass whose arrays stay read-only when it is sent to another process.

    Python unpickles attribute by attribute, and the arrays would be writable. So the object is created from its fields.
    """

    def __reduce__(self):
        return type(self), tuple(getattr(self, field.name) for field in fields(self))  # type: ignore[arg-type]


def read_only(array: ArrayLike) -> np.ndarray:
    """The array as read-only float32; booleans stay booleans.

    It is a copy, unless the array already has this form: a trace of many megabytes is not stored twice.

    Raises:
        ValueError: If the array does not hold numbers.
    """
    array = np.asarray(array)
    if array.dtype.kind not in "biuf":
        raise ValueError(f"An array must hold numbers, not {array.dtype}.")
    dtype = bool if array.dtype == bool else np.float32
    if array.dtype != dtype or array.flags.writeable:
        array = np.array(array, dtype=dtype, order="C")
        array.setflags(write=False)
    return array
