"""The way back through the operations of `numpy_operations`. A function is as those of `backward`."""

from collections.abc import Callable, Sequence

import numpy as np

from lstm_viz.model_files import backward
from lstm_viz.model_files.backward import Backward, Gradients, constant, like, moved
from lstm_viz.model_files.graph import Layer
from lstm_viz.model_files.numpy_layers import Value
from lstm_viz.model_files.numpy_operations import MOVING


def _slope_of_gelu(x: np.ndarray) -> np.ndarray:
    factor = (2 / np.pi) ** 0.5
    bent = np.tanh(factor * (x + 0.044715 * x**3))
    return 0.5 * (1 + bent) + 0.5 * x * (1 - bent**2) * factor * (1 + 3 * 0.044715 * x**2)


SLOPES: dict[str, Callable[[np.ndarray], np.ndarray]] = {
    "exp": np.exp,
    "expm1": np.exp,
    "log": np.reciprocal,
    "log1p": lambda x: 1 / (1 + x),
    "sqrt": lambda x: 0.5 / np.sqrt(x),
    "rsqrt": lambda x: -0.5 * x**-1.5,
    "square": lambda x: 2 * x,
    "absolute": np.sign,
    "negative": lambda x: np.full(x.shape, -1.0),
    "sin": np.cos,
    "cos": lambda x: -np.sin(x),
    "sign": np.zeros_like,
    "reciprocal": lambda x: -1 / x**2,
    "logical_not": np.zeros_like,
    "gelu": _slope_of_gelu,
}
"""The slope of each function of `numpy_operations.MAPS`."""


def mapped(layer: Layer, inputs: Sequence[Value], gradient: np.ndarray) -> Gradients:
    """A function of each number."""
    return [gradient * SLOPES[layer.options["by"]](inputs[0].array.astype(float))]


def clip(layer: Layer, inputs: Sequence[Value], gradient: np.ndarray) -> Gradients:
    """Each number, or the nearest limit."""
    array = inputs[0].array
    return [gradient * ((array >= layer.options["x_min"]) & (array <= layer.options["x_max"]))]


def paired(layer: Layer, inputs: Sequence[Value], gradient: np.ndarray) -> Gradients:
    """A function of two numbers at the same place."""
    one, other = (value.array.astype(float) for value in inputs)
    if layer.options["by"] == "divide":
        return [like(one, gradient / other), like(other, -gradient * one / other**2)]
    if layer.options["by"] == "power":
        logarithm = np.log(np.where(one > 0, one, 1))
        return [like(one, gradient * other * one ** (other - 1)), like(other, gradient * one**other * logarithm)]
    return constant(layer, inputs, gradient)


def matmul(layer: Layer, inputs: Sequence[Value], gradient: np.ndarray) -> Gradients:
    """A product of matrices."""
    one, other = (value.array.astype(float) for value in inputs)
    return [like(one, gradient @ other.swapaxes(-1, -2)), like(other, one.swapaxes(-1, -2) @ gradient)]


def stack(layer: Layer, inputs: Sequence[Value], gradient: np.ndarray) -> Gradients:
    """Arrays one behind the other."""
    return [np.take(gradient, place, axis=layer.options["axis"]) for place in range(len(inputs))]


def where(layer: Layer, inputs: Sequence[Value], gradient: np.ndarray) -> Gradients:
    """A number of the second array, or of the third."""
    condition = np.broadcast_to(inputs[0].array != 0, gradient.shape)
    first = np.zeros(inputs[0].array.shape)
    return [first, like(inputs[1].array, gradient * condition), like(inputs[2].array, gradient * ~condition)]


BACKWARD: dict[str, Backward] = {
    **backward.BACKWARD,
    **dict.fromkeys(MOVING, moved),
    **{each.__name__: each for each in (mapped, clip, paired, matmul, stack, where)},
    "one_hot": constant,
    "cast": backward.reshaped,
}
"""Kind → function, of layers and operations. "einsum", "cumsum" and "split" have no way back."""
