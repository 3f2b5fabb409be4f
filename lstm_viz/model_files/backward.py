"""The way back through the layers of `numpy_layers`: from the gradient by their output to those by their inputs.

A function takes the layer, its inputs and the gradient by its output, and returns the gradient by each of its inputs.
Gradients are float64.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np

from lstm_viz.engine.activations import softmax
from lstm_viz.engine.gradients import SLOPES
from lstm_viz.model_files.graph import Layer
from lstm_viz.model_files.numpy_layers import (
    REDUCTIONS,
    Value,
    along_axis,
    attention_scales,
    attention_shares,
    convolution,
    heads,
    pooled,
    taps,
)
from lstm_viz.model_files.numpy_operations import COMPUTED

Gradients = list[np.ndarray]
Backward = Callable[[Layer, Sequence[Value], np.ndarray], Gradients]


def activated(layer: Layer, array: np.ndarray, gradient: np.ndarray) -> np.ndarray:
    """The way back through the activation of a layer, whose input was `array`."""
    name, slope = layer.options.get("activation", "linear"), layer.options.get("slope")
    array = array.astype(float)
    if name == "softmax":
        return _shared(softmax(array), gradient)
    if name == "log_softmax":
        return gradient - softmax(array) * gradient.sum(axis=-1, keepdims=True)
    if slope is None:
        return gradient * SLOPES[name](array)
    if name == "threshold":
        return gradient * (array > slope)
    return gradient * np.where(array > 0, 1, slope if name == "leaky_relu" else slope * np.exp(np.minimum(array, 0)))


def _shared(shares: np.ndarray, gradient: np.ndarray, axis: int = -1) -> np.ndarray:
    """The way back through a softmax along an axis, which returned these shares."""
    return shares * (gradient - (gradient * shares).sum(axis=axis, keepdims=True))


def activate(layer: Layer, inputs: Sequence[Value], gradient: np.ndarray) -> Gradients:
    """Activation, ReLU, LeakyReLU, ELU, Softmax, ThresholdedReLU."""
    return [activated(layer, inputs[0].array, gradient)]


def prelu(layer: Layer, inputs: Sequence[Value], gradient: np.ndarray) -> Gradients:
    """A PReLU."""
    return [gradient * np.where(inputs[0].array > 0, 1, layer.arrays["alpha"])]


def dense(layer: Layer, inputs: Sequence[Value], gradient: np.ndarray) -> Gradients:
    """A Dense."""
    kernel = layer.arrays["kernel"].astype(float)
    product = inputs[0].array @ kernel + layer.arrays.get("bias", 0.0)
    return [activated(layer, product, gradient) @ kernel.T]


def masking(layer: Layer, inputs: Sequence[Value], gradient: np.ndarray) -> Gradients:
    """A Masking."""
    read = (inputs[0].array != np.float32(layer.options["mask_value"])).any(axis=-1)
    return [gradient * read[..., None]]


def scaled(layer: Layer, inputs: Sequence[Value], gradient: np.ndarray) -> Gradients:
    """A layer that multiplies each number by another, and adds one: the factors are found from 1 and 0."""
    shape = (1, *inputs[0].array.shape[1:])
    one, zero = (COMPUTED[layer.kind or ""](layer, [Value(of(shape))]).array for of in (np.ones, np.zeros))
    return [gradient * (one - zero)]


def layer_normalization(layer: Layer, inputs: Sequence[Value], gradient: np.ndarray) -> Gradients:
    """A LayerNormalization over one axis."""
    array, axis = inputs[0].array.astype(float), layer.options["axis"]
    deviation = np.sqrt(array.var(axis=axis, keepdims=True) + layer.options["epsilon"])
    scores = (array - array.mean(axis=axis, keepdims=True)) / deviation
    gradient = gradient * along_axis(layer, array).get("gamma", 1.0)
    along = (gradient * scores).mean(axis=axis, keepdims=True)
    return [(gradient - gradient.mean(axis=axis, keepdims=True) - scores * along) / deviation]


def reshaped(layer: Layer, inputs: Sequence[Value], gradient: np.ndarray) -> Gradients:
    """A layer that changes the axes at most."""
    return [gradient.reshape(inputs[0].array.shape)]


def moved(layer: Layer, inputs: Sequence[Value], gradient: np.ndarray) -> Gradients:
    """A layer that only moves, repeats or leaves out numbers. Where each goes is found with their places; 0 is none."""
    places = _places(inputs[0])
    return [_gathered(inputs[0], COMPUTED[layer.kind or ""](layer, [Value(places)]).array, gradient)]


def _places(value: Value) -> np.ndarray:
    """The number of each place of a sample, from 1, (1, …)."""
    shape = value.array.shape[1:]
    return np.arange(1, 1 + math.prod(shape)).reshape(1, *shape)


def _gathered(value: Value, to: np.ndarray, gradient: np.ndarray) -> np.ndarray:
    """The sum of the gradients that belong to each place. `to` has the place of each, with a batch of 1."""
    total = np.zeros((1 + value.array[0].size, len(gradient)))
    np.add.at(total, to.ravel(), gradient.reshape(len(gradient), -1).T)
    return total[1:].T.reshape(value.array.shape)


def convolved(layer: Layer, inputs: Sequence[Value], gradient: np.ndarray) -> Gradients:
    """Conv1D or Conv2D."""
    linear = replace(layer, options={**layer.options, "activation": "linear", "slope": None})
    gradient = activated(layer, convolution(linear, inputs).array, gradient)
    kernel = layer.arrays["kernel"].astype(float)
    parts = [_gathered(inputs[0], read, gradient @ kernel[place].T) for place, read in taps(layer, _places(inputs[0]))]
    return [np.sum(parts, axis=0)]


def pooling(layer: Layer, inputs: Sequence[Value], gradient: np.ndarray) -> Gradients:
    """MaxPooling or AveragePooling: the first of the largest numbers gets all, or each number the same."""
    places = pooled(layer, _places(inputs[0]), 0)
    rank = len(layer.options["pool_size"])
    flat = (*places.shape[:-rank], -1)
    if layer.options["mean"]:
        share = (places > 0) / (places > 0).sum(axis=tuple(range(-rank, 0)), keepdims=True)
    else:
        windows = pooled(layer, inputs[0].array, -np.inf)
        first = windows.reshape(len(windows), *flat[1:]).argmax(axis=-1)[..., None]
        share = (np.arange(math.prod(places.shape[-rank:])) == first).reshape(windows.shape)
    return [_gathered(inputs[0], places, np.expand_dims(gradient, tuple(range(-rank, 0))) * share)]


def global_pooling(layer: Layer, inputs: Sequence[Value], gradient: np.ndarray) -> Gradients:
    """The largest value or the average over all axes between the batch and the channels."""
    array, mask = inputs[0]
    axes = tuple(range(1, array.ndim - 1))
    gradient = gradient if layer.options["keepdims"] else np.expand_dims(gradient, axes)
    if not layer.options["mean"]:
        return [_among_equals(array == array.max(axis=axes, keepdims=True), gradient, axes)]
    if mask is None:
        return [np.broadcast_to(gradient / math.prod(array.shape[1:-1]), array.shape)]
    read = mask[..., None].astype(float)
    return [gradient * read / read.sum(axis=1, keepdims=True)]


def _among_equals(chosen: np.ndarray, gradient: np.ndarray, axes: tuple[int, ...]) -> np.ndarray:
    """The gradient by the largest of some numbers: Keras shares it among equal ones."""
    return gradient * chosen / chosen.sum(axis=axes, keepdims=True)


def concatenate(layer: Layer, inputs: Sequence[Value], gradient: np.ndarray) -> Gradients:
    """A Concatenate."""
    axis = layer.options["axis"]
    ends = np.cumsum([value.array.shape[axis] for value in inputs])
    return np.split(gradient, ends[:-1], axis=axis)


def merge(layer: Layer, inputs: Sequence[Value], gradient: np.ndarray) -> Gradients:
    """Add, Subtract, Multiply, Average, Maximum, Minimum."""
    arrays = [value.array.astype(float) for value in inputs]
    by, found = layer.options["by"], []
    for place, array in enumerate(arrays):
        others = arrays[:place] + arrays[place + 1 :]
        if by == "multiply":
            part = gradient * math.prod(others[1:], start=others[0])
        elif by in ("maximum", "minimum"):
            most = np.maximum if by == "maximum" else np.minimum
            part = gradient * (array == most.reduce(np.broadcast_arrays(array, *others)))
        else:
            part = gradient * {"average": 1 / len(arrays), "subtract": -1 if place else 1}.get(by, 1)
        found.append(like(array, part))
    return found


def attention(layer: Layer, inputs: Sequence[Value], gradient: np.ndarray) -> Gradients:
    """Attention and AdditiveAttention."""
    inputs = [Value(value.array.astype(float), value.mask) for value in inputs]
    shares, mask = attention_shares(layer, inputs), inputs[0].mask
    if mask is not None:
        gradient = gradient * mask[..., None]
    by_share = gradient @ inputs[1].array.swapaxes(1, 2)
    by_query, by_key = _scored(layer, inputs, _shared(shares, by_share))
    by_value = shares.swapaxes(1, 2) @ gradient
    return [by_query, by_value + by_key] if len(inputs) == 2 else [by_query, by_value, by_key]


def _scored(layer: Layer, inputs: Sequence[Value], gradient: np.ndarray) -> Gradients:
    """The way back through the scores of an attention, to its query and its key."""
    query, key = inputs[0].array, inputs[-1].array
    if layer.options["score"] == "dot":
        gradient = gradient * layer.arrays.get("scale", 1.0)
        return [gradient @ key, gradient.swapaxes(1, 2) @ query]
    inner, outer = attention_scales(layer)
    slope = 1 - np.tanh(inner * (query[:, :, None] + key[:, None])) ** 2
    by_sum = gradient[..., None] * (outer * inner * slope)
    return [by_sum.sum(axis=2), by_sum.sum(axis=1)]


def multi_head_attention(layer: Layer, inputs: Sequence[Value], gradient: np.ndarray) -> Gradients:
    """A MultiHeadAttention."""
    query, key, value, shares = heads(layer, [Value(each.array.astype(float), each.mask) for each in inputs])
    by_found = np.einsum("bto,hdo->bhtd", gradient, layer.arrays["output.kernel"])
    by_share = by_found @ value.swapaxes(2, 3)
    by_score = _shared(shares, by_share) / np.sqrt(query.shape[-1])
    by_query, by_key, by_value = (
        np.einsum("bhts,dhs->btd", part, layer.arrays[f"{name}.kernel"])
        for name, part in (
            ("query", by_score @ key),
            ("key", by_score.swapaxes(2, 3) @ query),
            ("value", shares.swapaxes(2, 3) @ by_found),
        )
    )
    return [by_query, by_value + by_key] if len(inputs) == 2 else [by_query, by_value, by_key]


def softmax_along(layer: Layer, inputs: Sequence[Value], gradient: np.ndarray) -> Gradients:
    """A Softmax along another axis than the last."""
    axis = layer.options["axis"]
    return [_shared(softmax(inputs[0].array.astype(float), axis), gradient, axis)]


def reduced(layer: Layer, inputs: Sequence[Value], gradient: np.ndarray) -> Gradients:
    """The sum, the mean, the largest or the smallest number along some axes."""
    array, by = inputs[0].array, layer.options["by"]
    axes = tuple(axis % array.ndim for axis in layer.options["axis"])
    gradient = gradient if layer.options["keepdims"] else np.expand_dims(gradient, axes)
    if by in ("max", "min"):
        return [_among_equals(array == REDUCTIONS[by](array, axis=axes, keepdims=True), gradient, axes)]
    count = math.prod(array.shape[axis] for axis in axes)
    if by in ("std", "var"):
        apart = array.astype(float) - array.mean(axis=axes, keepdims=True)
        slope = 2 * apart if by == "var" else apart / array.std(axis=axes, keepdims=True)
        return [gradient * slope / count]
    share = 1.0 if by == "sum" else 1 / count
    return [np.broadcast_to(gradient * share, array.shape)]


def like(array: np.ndarray, gradient: np.ndarray) -> np.ndarray:
    """The gradient summed over the axes along which the array was repeated."""
    gradient = gradient.sum(axis=tuple(range(gradient.ndim - array.ndim)))
    repeated = tuple(axis for axis, size in enumerate(array.shape) if size == 1 < gradient.shape[axis])
    return gradient.sum(axis=repeated, keepdims=True)


def constant(layer: Layer, inputs: Sequence[Value], gradient: np.ndarray) -> Gradients:
    """A comparison: a small change of what it reads changes nothing."""
    return [np.zeros(value.array.shape) for value in inputs]


BACKWARD: dict[str, Backward] = {
    "convolution": convolved,
    **dict.fromkeys(("batch_normalization", "normalization", "rescaling"), scaled),
    **dict.fromkeys(("same", "flatten", "reshape", "expand_dims", "squeeze"), reshaped),
    **dict.fromkeys(("permute", "repeat_vector", "up_sampling", "zero_padding", "cropping", "get_item"), moved),
    **dict.fromkeys(("not_equal", "any_or_all", "filled"), constant),
    **{
        function.__name__: function
        for function in (
            *(activate, prelu, dense, masking, layer_normalization, pooling, global_pooling, concatenate, merge),
            *(attention, multi_head_attention, softmax_along, reduced),
        )
    },
}
"""Kind → function. The kinds "recurrent", "bidirectional" and "time_distributed" are in
`backward_pass`. "embedding" and "dot" have no way back."""
