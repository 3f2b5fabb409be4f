"""The layers around the recurrent ones, computed with numpy as Keras computes them at inference.

A function takes the layer and its inputs, each with its mask, and returns its outputs. Axis 0 is the batch, which may
be empty: so a pass over empty arrays gives all shapes, and allocates nothing.
"""

import math
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np

from lstm_viz.engine.activations import activation, softmax
from lstm_viz.model_files.graph import Layer
from lstm_viz.model_files.sentences import FileError


class Value(NamedTuple):
    """An output of a layer.

    Attributes:
        array: Its numbers, (batch, …).
        mask: Shape (batch, time), False at a step that is skipped; None without a mask.
    """

    array: np.ndarray
    mask: np.ndarray | None = None


Compute = Callable[[Layer, Sequence[Value]], Value]


def same(layer: Layer, inputs: Sequence[Value]) -> Value:
    """What changes nothing at inference, such as dropout."""
    return inputs[0]


def activated(layer: Layer, array: np.ndarray) -> np.ndarray:
    """The array after the activation of the layer; LeakyReLU and others have a number of their own."""
    name, slope = layer.options.get("activation", "linear"), layer.options.get("slope")
    if slope is None:
        return activation(name)(array)
    slope = np.float32(slope)
    if name == "leaky_relu":
        return np.where(array > 0, array, slope * array)
    if name == "elu":
        return np.where(array > 0, array, slope * np.expm1(np.minimum(array, 0)))
    return np.where(array > slope, array, np.float32(0))  # ThresholdedReLU


def activate(layer: Layer, inputs: Sequence[Value]) -> Value:
    """Activation, ReLU, LeakyReLU, ELU, Softmax, ThresholdedReLU."""
    return Value(activated(layer, inputs[0].array), inputs[0].mask)


def prelu(layer: Layer, inputs: Sequence[Value]) -> Value:
    """A PReLU: a slope of its own for each feature below 0."""
    array, mask = inputs[0]
    return Value(np.maximum(array, 0) + layer.arrays["alpha"] * np.minimum(array, 0), mask)


def dense(layer: Layer, inputs: Sequence[Value]) -> Value:
    """A Dense, at each step by itself."""
    array, mask = inputs[0]
    product = array @ layer.arrays["kernel"]
    if "bias" in layer.arrays:
        product = product + layer.arrays["bias"]
    return Value(activated(layer, product), mask)


def embedding(layer: Layer, inputs: Sequence[Value]) -> Value:
    """An Embedding of whole numbers.

    Raises:
        FileError: If a number has no row.
    """
    table = layer.arrays["embeddings"]
    ids = inputs[0].array.astype(np.int64)
    if ids.size and (ids.min() < 0 or ids.max() >= len(table)):
        raise FileError(
            "The layer {name} reads whole numbers from 0 to {most}, not from {first} to {last}.",
            name=layer.name,
            most=len(table) - 1,
            first=int(ids.min()),
            last=int(ids.max()),
        )
    return Value(table[ids], ids != 0 if layer.options["mask_zero"] else None)


def masking(layer: Layer, inputs: Sequence[Value]) -> Value:
    """A Masking: a step whose features all have one value is skipped, and becomes 0."""
    array = inputs[0].array
    read = (array != np.float32(layer.options["mask_value"])).any(axis=-1)
    return Value(np.where(read[..., None], array, np.float32(0)), read)


def batch_normalization(layer: Layer, inputs: Sequence[Value]) -> Value:
    """A BatchNormalization with its moving mean and variance."""
    array, mask = inputs[0]
    part = along_axis(layer, array)
    scale = np.float32(1) / np.sqrt(part["moving_variance"] + np.float32(layer.options["epsilon"]))
    scale = scale * part.get("gamma", np.float32(1))
    return Value(array * scale + (part.get("beta", np.float32(0)) - part["moving_mean"] * scale), mask)


def along_axis(layer: Layer, array: np.ndarray) -> dict[str, np.ndarray]:
    """The weights of a normalization, which lie along its axis of the array."""
    along = [1] * array.ndim
    along[layer.options["axis"]] = array.shape[layer.options["axis"]]
    return {name: values.reshape(along) for name, values in layer.arrays.items()}


def layer_normalization(layer: Layer, inputs: Sequence[Value]) -> Value:
    """A LayerNormalization over one axis."""
    array, mask = inputs[0]
    axis, part = layer.options["axis"], along_axis(layer, array)
    mean = array.mean(axis=axis, keepdims=True)
    variance = array.var(axis=axis, keepdims=True)
    scaled = (array - mean) / np.sqrt(variance + np.float32(layer.options["epsilon"]))
    scaled = scaled * part.get("gamma", np.float32(1)) + part.get("beta", np.float32(0))
    return Value(scaled, mask)


def normalization(layer: Layer, inputs: Sequence[Value]) -> Value:
    """A Normalization over the last axis, with the mean and variance that it has adapted to."""
    array, mask = inputs[0]
    deviation = np.maximum(np.sqrt(layer.arrays["variance"]), np.float32(1e-7))
    if layer.options.get("invert"):
        return Value(array * deviation + layer.arrays["mean"], mask)
    return Value((array - layer.arrays["mean"]) / deviation, mask)


def convolution(layer: Layer, inputs: Sequence[Value]) -> Value:
    """Conv1D or Conv2D, channels last: one product for each place of the kernel."""
    kernel = layer.arrays["kernel"]
    total: Any = np.float32(0)
    for place, read in taps(layer, inputs[0].array):
        total = total + read @ kernel[place]
    if "bias" in layer.arrays:
        total = total + layer.arrays["bias"]
    return Value(activated(layer, total))


def taps(layer: Layer, array: np.ndarray) -> Iterator[tuple[tuple[int, ...], np.ndarray]]:
    """Each place of the kernel of a convolution, and what it reads: one entry for each place of the output."""
    size = layer.arrays["kernel"].shape[:-2]
    strides, dilation = layer.options["strides"], layer.options["dilation_rate"]
    reach = [(width - 1) * step + 1 for width, step in zip(size, dilation, strict=True)]
    array = _padded(array, reach, strides, layer.options["padding"], 0)
    lengths = [(array.shape[1 + axis] - reach[axis]) // strides[axis] + 1 for axis in range(len(size))]
    if min(lengths) < 1:
        raise ValueError(f"at least {reach} steps")
    for place in np.ndindex(size):
        starts = [at * step for at, step in zip(place, dilation, strict=True)]
        along = tuple(
            slice(start, start + (length - 1) * stride + 1, stride)
            for start, length, stride in zip(starts, lengths, strides, strict=True)
        )
        yield place, array[(slice(None), *along)]


def pooling(layer: Layer, inputs: Sequence[Value]) -> Value:
    """MaxPooling or AveragePooling over one or two axes, channels last."""
    mean = layer.options["mean"]
    fill = np.float32(np.nan if mean else -np.inf)  # an average leaves out what is padded
    windows = pooled(layer, inputs[0].array, fill)
    inside = tuple(range(-len(layer.options["pool_size"]), 0))
    return Value(np.nanmean(windows, axis=inside) if mean and windows.size else windows.max(axis=inside))


def pooled(layer: Layer, array: np.ndarray, fill: Any) -> np.ndarray:
    """What each place of the output of a pooling is made of: its axes, the channels, and the axes of the window."""
    size, strides = layer.options["pool_size"], layer.options["strides"]
    array = _padded(array, size, strides, layer.options["padding"], fill)
    axes = tuple(range(1, 1 + len(size)))
    if any(array.shape[axis] < width for axis, width in zip(axes, size, strict=True)):
        raise ValueError(f"at least {list(size)} steps")
    windows = np.lib.stride_tricks.sliding_window_view(array, tuple(size), axis=axes)
    return windows[(slice(None), *(slice(None, None, stride) for stride in strides))]


def _padded(array: np.ndarray, reach: Sequence[int], strides: Sequence[int], padding: str, fill: Any) -> np.ndarray:
    """The array with what "same" or "causal" adds at both ends of each axis but the first and the last."""
    if padding == "valid":
        return array
    added = [(0, 0)]
    for length, width, stride in zip(array.shape[1:-1], reach, strides, strict=True):
        total = width - 1 if padding == "causal" else max((math.ceil(length / stride) - 1) * stride + width - length, 0)
        added.append((total, 0) if padding == "causal" else (total // 2, total - total // 2))
    return np.pad(array, [*added, (0, 0)], constant_values=fill)


def global_pooling(layer: Layer, inputs: Sequence[Value]) -> Value:
    """The largest value or the average over all axes between the batch and the channels."""
    array, mask = inputs[0]
    axes = tuple(range(1, array.ndim - 1))
    keep = layer.options["keepdims"]
    if not layer.options["mean"]:
        return Value(array.max(axis=axes, keepdims=keep))
    if mask is None:
        return Value(array.mean(axis=axes, keepdims=keep, dtype=np.float32))
    read = mask[..., None].astype(np.float32)
    with np.errstate(invalid="ignore"):  # 0 / 0 where all steps are masked, as in Keras
        return Value((array * read).sum(axis=1, keepdims=keep) / read.sum(axis=1, keepdims=keep))


def flatten(layer: Layer, inputs: Sequence[Value]) -> Value:
    """A Flatten."""
    array = inputs[0].array
    return Value(array.reshape(len(array), math.prod(array.shape[1:])))


def reshape(layer: Layer, inputs: Sequence[Value]) -> Value:
    """A Reshape; one -1 stands for what is left."""
    array, target = inputs[0].array, list(layer.options["target_shape"])
    if -1 in target:
        known = math.prod(size for size in target if size != -1)
        target[target.index(-1)] = math.prod(array.shape[1:]) // max(known, 1)
    return Value(_as(array, target))


def _as(array: np.ndarray, target: Sequence[int]) -> np.ndarray:
    if math.prod(target) != math.prod(array.shape[1:]) or min(target, default=0) < 0:
        raise ValueError(f"as many numbers as {tuple(target)} holds, not {array.shape[1:]}")
    return array.reshape(len(array), *target)


def permute(layer: Layer, inputs: Sequence[Value]) -> Value:
    """A Permute; its axes are counted from 1."""
    return Value(inputs[0].array.transpose(0, *layer.options["dims"]))


def repeat_vector(layer: Layer, inputs: Sequence[Value]) -> Value:
    """A RepeatVector: the vector at each of n steps."""
    return Value(np.repeat(inputs[0].array[:, None], layer.options["n"], axis=1))


def up_sampling(layer: Layer, inputs: Sequence[Value]) -> Value:
    """An UpSampling1D: each step several times."""
    return Value(np.repeat(inputs[0].array, layer.options["size"], axis=1))


def zero_padding(layer: Layer, inputs: Sequence[Value]) -> Value:
    """A ZeroPadding1D."""
    return Value(np.pad(inputs[0].array, [(0, 0), tuple(layer.options["padding"]), (0, 0)]))


def cropping(layer: Layer, inputs: Sequence[Value]) -> Value:
    """A Cropping1D."""
    first, last = layer.options["cropping"]
    array = inputs[0].array
    return Value(array[:, first : array.shape[1] - last])


def concatenate(layer: Layer, inputs: Sequence[Value]) -> Value:
    """A Concatenate. In Keras 3 a step is read if any of its parts is, before if all are; so for `merge`."""
    arrays = [value.array for value in inputs]
    axis = layer.options["axis"]
    joined = np.concatenate(arrays, axis=axis)
    if all(value.mask is None for value in inputs):
        return Value(joined)
    masks = [_mask_like(value) for value in inputs]
    test = np.all if layer.options["all_masks"] else np.any
    return Value(joined, np.asarray(test(np.concatenate(masks, axis=axis), axis=-1)))


def _mask_like(value: Value) -> np.ndarray:
    if value.mask is None:
        return np.ones(value.array.shape, bool)
    return np.broadcast_to(
        value.mask[..., None] if value.mask.ndim < value.array.ndim else value.mask, value.array.shape
    )


def merge(layer: Layer, inputs: Sequence[Value]) -> Value:
    """Add, Subtract, Multiply, Average, Maximum, Minimum."""
    by = MERGES[layer.options["by"]]
    total = inputs[0].array
    for value in inputs[1:]:
        total = by(total, value.array)
    if layer.options["by"] == "average":
        total = total / np.float32(len(inputs))
    masks = [value.mask for value in inputs if value.mask is not None]
    if len(masks) < len(inputs):
        return Value(total)
    return Value(total, (np.logical_and if layer.options["all_masks"] else np.logical_or).reduce(masks))


def dot(layer: Layer, inputs: Sequence[Value]) -> Value:
    """A Dot of two arrays along one axis of each."""
    (left, _), (right, _) = inputs
    one, other = (axis % array.ndim for axis, array in zip(layer.options["axes"], (left, right), strict=True))
    left, right = np.moveaxis(left, one, -1), np.moveaxis(right, other, -1)
    if layer.options["normalize"]:
        left, right = _of_length_1(left), _of_length_1(right)
    if left.ndim == right.ndim == 2:
        return Value((left * right).sum(axis=-1, keepdims=True))
    shape = (len(left), *left.shape[1:-1], *right.shape[1:-1])
    rows = left.reshape(len(left), math.prod(left.shape[1:-1]), left.shape[-1])
    columns = right.reshape(len(right), math.prod(right.shape[1:-1]), right.shape[-1])
    return Value((rows @ columns.swapaxes(1, 2)).reshape(shape))


def _of_length_1(vectors: np.ndarray) -> np.ndarray:
    squares = np.square(vectors).sum(axis=-1, keepdims=True)
    return vectors / np.sqrt(np.maximum(squares, np.float32(1e-12)))


def attention(layer: Layer, inputs: Sequence[Value]) -> Value:
    """Attention and AdditiveAttention of a query, a value and a key; the value is the key if there is none."""
    found = attention_shares(layer, inputs) @ inputs[1].array
    mask = inputs[0].mask
    return Value(found if mask is None else np.where(mask[..., None], found, np.float32(0)), mask)


def attention_shares(layer: Layer, inputs: Sequence[Value]) -> np.ndarray:
    """How much of each step of the value each step of the query gets, (batch, query, value); a masked one gets none."""
    query, key, mask = inputs[0].array, inputs[-1].array, _allowed(layer, inputs)
    if layer.options["score"] == "dot":
        scores = query @ key.swapaxes(1, 2) * layer.arrays.get("scale", np.float32(1))
    else:
        inner, outer = attention_scales(layer)
        scores = (outer * np.tanh(inner * (query[:, :, None] + key[:, None]))).sum(axis=-1)
    return softmax(scores if mask is None else np.where(mask, scores, scores - np.float32(1e9)))


def _allowed(layer: Layer, inputs: Sequence[Value]) -> np.ndarray | None:
    """Which step of the value each step of the query may look at, (batch, query, value); None if at all of them."""
    masks = [] if inputs[1].mask is None else [inputs[1].mask[:, None]]
    if layer.options.get("causal"):
        masks.append(_earlier(inputs))
    return np.logical_and.reduce(np.broadcast_arrays(*masks)) if masks else None


def _earlier(inputs: Sequence[Value]) -> np.ndarray:
    """Which steps of the value are not after each step of the query, (1, query, value)."""
    return np.tri(inputs[0].array.shape[1], inputs[-1].array.shape[1], dtype=bool)[None]


def scores(layer: Layer, inputs: Sequence[Value]) -> Value:
    """What an attention returns beside its output: how much each step of the query gets of each."""
    return Value(heads(layer, inputs)[3] if layer.kind == "multi_head_attention" else attention_shares(layer, inputs))


def attention_size(layer: Layer, inputs: Sequence[Value]) -> int:
    """The scores of an attention; without a dot product, each feature of a pair of steps before they are added up."""
    return _pair_count(inputs) * (1 if layer.options["score"] == "dot" else inputs[0].array.shape[-1])


def heads_size(layer: Layer, inputs: Sequence[Value]) -> int:
    """The scores of all heads."""
    return _pair_count(inputs) * len(layer.arrays["output.kernel"])


def _pair_count(inputs: Sequence[Value]) -> int:
    return inputs[0].array.shape[1] * inputs[-1].array.shape[1]


def attention_scales(layer: Layer) -> tuple[Any, Any]:
    """What the sum of query and key is multiplied by before its tanh, and after it."""
    scale = layer.arrays.get("scale", np.float32(1))
    return (
        (scale, layer.arrays["concat_score_weight"]) if layer.options["score"] == "concat" else (np.float32(1), scale)
    )


def multi_head_attention(layer: Layer, inputs: Sequence[Value]) -> Value:
    """A MultiHeadAttention of a query, a value and a key."""
    *_, value, shares = heads(layer, inputs)
    found = np.einsum("bhtd,hdo->bto", shares @ value, layer.arrays["output.kernel"])
    return Value(found + layer.arrays.get("output.bias", np.float32(0)), inputs[0].mask)


def heads(layer: Layer, inputs: Sequence[Value]) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """The query, the key and the value of each head, (batch, head, time, size), and how much each step gets of each."""
    query, key, value = (
        np.einsum("btd,dhs->bhts", array, layer.arrays[f"{name}.kernel"]) + _bias(layer, name)
        for name, array in (("query", inputs[0].array), ("key", inputs[-1].array), ("value", inputs[1].array))
    )
    scores = query @ key.swapaxes(2, 3) / np.sqrt(np.float32(query.shape[-1]))
    mask = _pairs(layer, inputs)
    if mask is None:
        return query, key, value, softmax(scores)
    shares = softmax(np.where(mask, scores, np.float32(-1e30)))
    # Keras computes a layer with a dropout in another way, in which a step that may look at nothing gets nothing.
    return query, key, value, np.where(mask, shares, np.float32(0)) if layer.options["rate"] else shares


def _bias(layer: Layer, name: str) -> Any:
    bias = layer.arrays.get(f"{name}.bias")
    return np.float32(0) if bias is None else bias[:, None]


def _pairs(layer: Layer, inputs: Sequence[Value]) -> np.ndarray | None:
    """Which step may look at which, (batch, 1, query, value)."""
    masks = [each.mask[:, None, None] for each in inputs[1:] if each.mask is not None]
    if inputs[0].mask is not None:
        masks.append(inputs[0].mask[:, None, :, None])
    if layer.options.get("causal"):
        masks.append(_earlier(inputs)[:, None])
    return np.logical_and.reduce(np.broadcast_arrays(*masks)) if masks else None


def softmax_along(layer: Layer, inputs: Sequence[Value]) -> Value:
    """A Softmax along another axis than the last, such as the steps. Keras refuses a mask there."""
    array, mask = inputs[0]
    if mask is not None:
        raise ValueError("no mask")
    return Value(softmax(array, layer.options["axis"]))


def reduced(layer: Layer, inputs: Sequence[Value]) -> Value:
    """The sum, the mean, the largest or the smallest number along some axes."""
    by = REDUCTIONS[layer.options["by"]]
    return Value(by(inputs[0].array, axis=tuple(layer.options["axis"]), keepdims=layer.options["keepdims"]))


def get_item(layer: Layer, inputs: Sequence[Value]) -> Value:
    """x[:, …] of every sample."""
    return Value(inputs[0].array[index_of(layer)])


def index_of(layer: Layer) -> tuple[Any, ...]:
    """The index of a "get_item", whose first part is the whole batch."""
    parts = (slice(*part) if isinstance(part, list | tuple) else part for part in layer.options["index"])
    return (slice(None), *(Ellipsis if part == "..." else part for part in parts))


def not_equal(layer: Layer, inputs: Sequence[Value]) -> Value:
    """The comparison by which Keras 3 makes the mask of an Embedding."""
    return Value(inputs[0].array != inputs[1].array)


def expand_dims(layer: Layer, inputs: Sequence[Value]) -> Value:
    """A new axis of length 1."""
    return Value(np.expand_dims(inputs[0].array, layer.options["axis"]))


def squeeze(layer: Layer, inputs: Sequence[Value]) -> Value:
    """Without an axis of length 1."""
    return Value(np.squeeze(inputs[0].array, axis=layer.options["axis"]))


def any_or_all(layer: Layer, inputs: Sequence[Value]) -> Value:
    """Whether any of the numbers along an axis is not 0, or all of them."""
    along = {"axis": layer.options["axis"], "keepdims": layer.options["keepdims"]}
    truth = inputs[0].array != 0
    return Value(truth.all(**along) if layer.options["all"] else truth.any(**along))


def filled(layer: Layer, inputs: Sequence[Value]) -> Value:
    """An array of one number, of the shape of the input."""
    return Value(np.full(inputs[0].array.shape, np.float32(layer.options["value"])))


def rescaling(layer: Layer, inputs: Sequence[Value]) -> Value:
    """A Rescaling."""
    array, mask = inputs[0]
    return Value(array * np.float32(layer.options["scale"]) + np.float32(layer.options["offset"]), mask)


MERGES: dict[str, Callable[[np.ndarray, np.ndarray], np.ndarray]] = {
    "add": np.add,
    "average": np.add,
    "subtract": np.subtract,
    "multiply": np.multiply,
    "maximum": np.maximum,
    "minimum": np.minimum,
    "logical_or": np.logical_or,
    "logical_and": np.logical_and,
}
REDUCTIONS: dict[str, Callable[..., np.ndarray]] = {
    "sum": np.sum,
    "mean": np.mean,
    "max": np.max,
    "min": np.min,
    "std": np.std,
    "var": np.var,
}
LAYERS: dict[str, Compute] = {
    function.__name__: function
    for function in (
        *(same, activate, prelu, dense, embedding, masking),
        *(batch_normalization, layer_normalization, normalization),
        *(convolution, pooling, global_pooling, flatten, reshape, permute, repeat_vector, up_sampling),
        *(zero_padding, cropping, concatenate, merge, dot, not_equal, expand_dims, any_or_all, filled, rescaling),
        *(attention, multi_head_attention, softmax_along, reduced, get_item, squeeze),
    )
}
"""Kind → function. The kinds "input", "recurrent", "bidirectional" and "time_distributed" are in `running`."""
SIZES: dict[str, Callable[[Layer, Sequence[Value]], int]] = {
    "attention": attention_size,
    "multi_head_attention": heads_size,
}
"""Kind → how many numbers such a layer computes for each sample before it has its output, where these may be more."""
