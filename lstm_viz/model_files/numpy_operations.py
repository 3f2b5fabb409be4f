"""The operations of `keras.ops` between layers, computed with numpy. A function is as those of `numpy_layers`."""

import math
from collections.abc import Callable, Sequence

import numpy as np

from lstm_viz.model_files import numpy_layers
from lstm_viz.model_files.graph import Layer
from lstm_viz.model_files.numpy_layers import LAYERS, Compute, Value


def mapped(layer: Layer, inputs: Sequence[Value]) -> Value:
    """A function of each number, such as exp."""
    return Value(MAPS[layer.options["by"]](inputs[0].array))


def clip(layer: Layer, inputs: Sequence[Value]) -> Value:
    """Each number, or the nearest limit."""
    return Value(np.clip(inputs[0].array, np.float32(layer.options["x_min"]), np.float32(layer.options["x_max"])))


def paired(layer: Layer, inputs: Sequence[Value]) -> Value:
    """A function of two numbers at the same place, such as x / y, or a comparison of them."""
    return Value(PAIRS[layer.options["by"]](inputs[0].array, inputs[1].array))


def matmul(layer: Layer, inputs: Sequence[Value]) -> Value:
    """A product of matrices."""
    return Value(inputs[0].array @ inputs[1].array)


def einsum(layer: Layer, inputs: Sequence[Value]) -> Value:
    """An Einsum, whose first axis is everywhere the batch."""
    return Value(np.einsum(layer.options["subscripts"], *(value.array for value in inputs)))


def einsum_size(layer: Layer, inputs: Sequence[Value]) -> int:
    """The products of an Einsum before they are added up."""
    letters = layer.options["subscripts"].split("->")[0].split(",")
    sizes = {
        each: size
        for part, value in zip(letters, inputs, strict=True)
        for each, size in zip(part, value.array.shape, strict=True)
    }
    return math.prod(size for each, size in sizes.items() if each != letters[0][0])


def swapaxes(layer: Layer, inputs: Sequence[Value]) -> Value:
    """Two axes in each other's place."""
    return Value(inputs[0].array.swapaxes(layer.options["axis1"], layer.options["axis2"]))


def flip(layer: Layer, inputs: Sequence[Value]) -> Value:
    """An axis from its end to its beginning."""
    return Value(np.flip(inputs[0].array, axis=tuple(layer.options["axis"])))


def repeat(layer: Layer, inputs: Sequence[Value]) -> Value:
    """Each number along an axis several times."""
    if layer.options["axis"] == -inputs[0].array.ndim:
        raise ValueError("the batch")
    return Value(np.repeat(inputs[0].array, layer.options["repeats"], axis=layer.options["axis"]))


def tile(layer: Layer, inputs: Sequence[Value]) -> Value:
    """The array several times, side by side."""
    if len(layer.options["repeats"]) > inputs[0].array.ndim:
        raise ValueError("an axis for each number of repeats")
    return Value(np.tile(inputs[0].array, layer.options["repeats"]))


def roll(layer: Layer, inputs: Sequence[Value]) -> Value:
    """An axis turned on: what leaves it at one end comes back at the other."""
    return Value(np.roll(inputs[0].array, layer.options["shift"], axis=layer.options["axis"]))


def pad(layer: Layer, inputs: Sequence[Value]) -> Value:
    """The array with zeros at the ends of its axes."""
    return Value(np.pad(inputs[0].array, layer.options["pad_width"]))


def cumsum(layer: Layer, inputs: Sequence[Value]) -> Value:
    """The sums of the numbers up to each place along an axis."""
    return Value(inputs[0].array.cumsum(axis=layer.options["axis"]))


def cast(layer: Layer, inputs: Sequence[Value]) -> Value:
    """The array in another type."""
    return Value(inputs[0].array.astype(layer.options["dtype"]))


def stack(layer: Layer, inputs: Sequence[Value]) -> Value:
    """Arrays one behind the other, along a new axis."""
    return Value(np.stack([value.array for value in inputs], axis=layer.options["axis"]))


def where(layer: Layer, inputs: Sequence[Value]) -> Value:
    """A number of the second array where the first is not 0, else of the third."""
    condition, one, other = (value.array for value in inputs)
    return Value(np.where(condition, one, other))


def one_hot(layer: Layer, inputs: Sequence[Value]) -> Value:
    """Each whole number as a vector: 1 at its place, or zeros without such a place."""
    ids = inputs[0].array.astype(np.int64)
    return Value((ids[..., None] == np.arange(layer.options["num_classes"])).astype(np.float32))


def split(layer: Layer, inputs: Sequence[Value]) -> list[Value]:
    """The parts of an array along an axis."""
    axis = layer.options["axis"]
    return [Value(part) for part in np.split(inputs[0].array, layer.options["indices_or_sections"], axis=axis)]


def _gelu(x: np.ndarray) -> np.ndarray:
    """The approximation that `keras.ops.gelu` takes if it is not told otherwise."""
    inner = np.float32((2 / np.pi) ** 0.5) * (x + np.float32(0.044715) * x**3)
    return np.float32(0.5) * x * (1 + np.tanh(inner))


MAPS: dict[str, Callable[[np.ndarray], np.ndarray]] = {
    "exp": np.exp,
    "expm1": np.expm1,
    "log": np.log,
    "log1p": np.log1p,
    "sqrt": np.sqrt,
    "rsqrt": lambda x: 1 / np.sqrt(x),
    "square": np.square,
    "absolute": np.abs,
    "negative": np.negative,
    "sin": np.sin,
    "cos": np.cos,
    "sign": np.sign,
    "reciprocal": np.reciprocal,
    "logical_not": np.logical_not,
    "gelu": _gelu,
}
PAIRS: dict[str, Callable[[np.ndarray, np.ndarray], np.ndarray]] = {
    "divide": np.true_divide,
    "power": np.power,
    "floor_divide": np.floor_divide,
    "greater": np.greater,
    "greater_equal": np.greater_equal,
    "less": np.less,
    "less_equal": np.less_equal,
    "equal": np.equal,
}
MOVING: dict[str, Compute] = {each.__name__: each for each in (swapaxes, flip, repeat, tile, roll, pad)}
"""Kind → function, of operations that only move or repeat numbers."""
COMPUTED: dict[str, Compute] = {
    **LAYERS,
    **MOVING,
    **{each.__name__: each for each in (mapped, clip, paired, matmul, einsum, stack, where, one_hot, cumsum, cast)},
}
"""Kind → function, of layers and operations."""
SEVERAL: dict[str, Callable[[Layer, Sequence[Value]], list[Value]]] = {"split": split}
"""The same for those with several outputs."""
SIZES = numpy_layers.SIZES | {"einsum": einsum_size}
"""Kind → how many numbers it computes for each sample before it has its output, where these may be more."""
