"""What is taken from the configuration of a Keras layer: its kind, and those arguments that change its numbers.

A layer that is not in the table, or has an argument that is not understood, is not computed.
"""

import math
from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np

from lstm_viz.engine.activations import ACTIVATIONS, HARD_SIGMOID_OF_KERAS_2
from lstm_viz.i18n import N_
from lstm_viz.model_files.keras_config import IN_CALL
from lstm_viz.model_files.writer import Writer
from lstm_viz.problem import Note

Json = dict[str, Any]
LARGEST_WINDOW, MOST_REPEATS = 10_000, 1_000_000
RECURRENT = {
    "LSTM": "lstm",
    "CuDNNLSTM": "lstm",
    "LSTMCell": "lstm",
    "GRU": "gru",
    "CuDNNGRU": "gru",
    "GRUCell": "gru",
    "SimpleRNN": "simple_rnn",
    "SimpleRNNCell": "simple_rnn",
}
"""Class → the kind of its weights."""
PROJECTIONS = ("query", "key", "value", "output")
"""The parts of a MultiHeadAttention, in the order of its weights."""
CELLS = ("LSTMCell", "GRUCell", "SimpleRNNCell")
CONVOLUTION = N_("{class_name} is a convolution inside of an LSTM, whose gates are images. It is not traced.")
CUSTOM = N_(
    "{class_name} is not one of Keras's recurrent layers: what it computes is not in the file. It is not traced."
)
ACTIVATION_ALIASES = {"swish": "silu", "hard_swish": "hard_silu", "relu_6": "relu6"}
MERGE_CLASSES = ("Add", "Subtract", "Multiply", "Average", "Maximum", "Minimum")
MERGE_MODES_OF_KERAS_1 = {"sum": "add", "mul": "multiply", "ave": "average", "max": "maximum"}


class NotUnderstoodError(Exception):
    """An argument of a layer whose meaning is not known.

    Attributes:
        note: What is not understood.
    """

    def __init__(self, note: Note):
        super().__init__(str(note))
        self.note = note


def not_understood(argument: str) -> NotUnderstoodError:
    """The error for an argument."""
    return NotUnderstoodError(Note("Its argument {name} is not understood.", name=argument))


class Known(NamedTuple):
    """A layer that is computed.

    Attributes:
        kind: Its function in `numpy_layers`.
        options: The arguments that change its numbers.
        trained: The names of its weights, in Keras's order.
        fixed: The names of those weights that training does not change; they come last.
    """

    kind: str
    options: Json
    trained: tuple[str, ...] = ()
    fixed: tuple[str, ...] = ()


Reader = Callable[[Json, Writer], Known]


def _single(value: Any) -> Any:
    """A value, also if it is written as a list of one."""
    return value[0] if isinstance(value, list) and len(value) == 1 else value


def whole(config: Json, name: str, default: int | None = None, most: int = LARGEST_WINDOW) -> int:
    """An argument that is a whole number from 1, also if it is written as a list of one.

    Raises:
        NotUnderstoodError: If it is none.
    """
    value = _single(config.get(name, default))
    if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= most:
        raise not_understood(name)
    return value


def number(config: Json, name: str, default: float) -> float:
    """An argument that is a number; NumPy's numbers stand in a dict."""
    value = config.get(name, default)
    if isinstance(value, dict):
        inner = value.get("config")
        value = (inner if isinstance(inner, dict) and "value" not in value else value).get("value")
    if not isinstance(value, int | float) or not math.isfinite(value):
        raise not_understood(name)
    return float(value)


def several(config: Json, name: str, default: int, rank: int) -> list[int]:
    """An argument that is one whole number or one for each axis."""
    value = config.get(name)
    if isinstance(value, list) and len(value) == rank:
        return [whole({name: one}, name) for one in value]
    return [whole(config if value is not None else {}, name, default)] * rank


def one_of(config: Json, name: str, default: str, allowed: tuple[str, ...]) -> str:
    """An argument that is one of a few words."""
    value = config.get(name, default)
    if value not in allowed:
        raise not_understood(name)
    return str(value)


def activation_name(value: Any, writer: Writer) -> str:
    """The name of an activation as `engine.activations` has it, with the meaning that it had for the writer.

    Raises:
        NotUnderstoodError: If it is a function of the author's own.
    """
    if isinstance(value, dict):  # Keras 3 in some forms: a function by its name, or a layer
        inner = value.get("config")
        value = inner if isinstance(inner, str) else value.get("class_name")
        value = {"ReLU": "relu", "Softmax": "softmax", "ELU": "elu"}.get(value, value) if inner == {} else value
    name = "linear" if value is None else ACTIVATION_ALIASES.get(str(value), str(value))
    if name == "hard_sigmoid" and writer.keras < (3, 0):
        return HARD_SIGMOID_OF_KERAS_2
    if name not in ACTIVATIONS or name == HARD_SIGMOID_OF_KERAS_2:
        raise NotUnderstoodError(Note("Its activation {name} is not known.", name=name))
    return name


def _policy(inner: Json) -> Any:
    """The name of a policy; a quantised layer, whose weights are whole numbers, has a mode and what it was before."""
    mode = str(inner.get("mode") or "").partition("/")[0]
    return f"{mode}_from_{inner.get('source_name')}" if mode else inner.get("name")


def precision(config: Json) -> str | None:
    """The name of the precision in which a layer computes, if it is another than float32."""
    value = config.get("dtype")
    if isinstance(value, dict):
        inner = value.get("config")
        value = _policy(inner) if isinstance(inner, dict) else value.get("class_name")
    name = str(value or "")
    return name if any(part in name for part in ("float16", "float64", "float8", "int8_", "int4_")) else None


def always(kind: str, *trained: str, **options: Any) -> Reader:
    """The reader of a layer that has no arguments which change its numbers."""
    return lambda config, writer: Known(kind, options, trained)


def _sloped(config: Json, writer: Writer) -> Json:
    """The activation of a layer; that may be a layer itself, such as LeakyReLU, with a number of its own."""
    value = config.get("activation")
    if isinstance(value, dict) and value.get("class_name") in LAYERS_AS_ACTIVATIONS:
        return LAYERS_AS_ACTIVATIONS[str(value["class_name"])](value.get("config") or {}, writer).options
    return {"activation": activation_name(value, writer)}


def _dense(config: Json, writer: Writer) -> Known:
    options = _sloped(config, writer)
    return Known("dense", options, ("kernel", "bias") if _has_bias(config) else ("kernel",))


def _has_bias(config: Json) -> bool:
    return bool(config.get("use_bias", config.get("bias", True)))


def _embedding(config: Json, writer: Writer) -> Known:
    return Known("embedding", {"mask_zero": bool(config.get("mask_zero", False))}, ("embeddings",))


def _masking(config: Json, writer: Writer) -> Known:
    return Known("masking", {"mask_value": number(config, "mask_value", 0.0)})


def _activation(config: Json, writer: Writer) -> Known:
    return Known("activate", {"activation": activation_name(config.get("activation"), writer)})


def _relu(config: Json, writer: Writer) -> Known:
    slope, threshold = number(config, "negative_slope", 0.0), number(config, "threshold", 0.0)
    if slope or threshold or config.get("max_value") not in (None, 6, 6.0):
        raise not_understood("negative_slope")
    return Known("activate", {"activation": "relu" if config.get("max_value") is None else "relu6"})


def _leaky_relu(config: Json, writer: Writer) -> Known:
    slope = number(config, "negative_slope" if "negative_slope" in config else "alpha", 0.3)
    return Known("activate", {"activation": "leaky_relu", "slope": slope})


def _elu(config: Json, writer: Writer) -> Known:
    return Known("activate", {"activation": "elu", "slope": number(config, "alpha", 1.0)})


LAYERS_AS_ACTIVATIONS: dict[str, Reader] = {"LeakyReLU": _leaky_relu, "ELU": _elu}


def _thresholded(config: Json, writer: Writer) -> Known:
    return Known("activate", {"activation": "threshold", "slope": number(config, "theta", 1.0)})


def inner_axis(axis: Any) -> int:
    """An axis that is not the batch."""
    axis = _single(axis)
    if not isinstance(axis, int) or axis == 0:
        raise not_understood("axis")
    return axis


def _softmax(config: Json, writer: Writer) -> Known:
    axis = inner_axis(config.get("axis", -1))
    if config.get(f"{IN_CALL}mask"):
        raise not_understood("mask")
    return Known("activate", {"activation": "softmax"}) if axis == -1 else Known("softmax_along", {"axis": axis})


def _batch_normalization(config: Json, writer: Writer) -> Known:
    axis = _single(config.get("axis", -1))
    if not isinstance(axis, int) or axis == 0 or config.get("mode", 0) != 0:
        raise not_understood("axis")
    options = {"axis": axis, "epsilon": number(config, "epsilon", 1e-3)}
    return Known("batch_normalization", options, _scaled(config), ("moving_mean", "moving_variance"))


def _scaled(config: Json) -> tuple[str, ...]:
    return (*(("gamma",) if config.get("scale", True) else ()), *(("beta",) if config.get("center", True) else ()))


def _layer_normalization(config: Json, writer: Writer) -> Known:
    # Keras 2 writes the axis as it counts from the front: 2 for a sequence, 1 where only its last step was returned.
    axis = _single(config.get("axis", -1))
    if config.get("rms_scaling") or not isinstance(axis, int) or axis == 0:
        raise not_understood("axis")
    return Known("layer_normalization", {"axis": axis, "epsilon": number(config, "epsilon", 1e-3)}, _scaled(config))


def _normalization(config: Json, writer: Writer) -> Known:
    if _single(config.get("axis", -1)) not in (-1, 2):
        raise not_understood("axis")
    invert = bool(config.get("invert"))
    if config.get("mean") is None:
        return Known("normalization", {"invert": invert}, (), ("mean", "variance", "count"))
    mean, deviation = _vector(config, "mean"), np.maximum(np.sqrt(_vector(config, "variance")), np.float32(1e-7))
    scale, offset = (deviation, mean) if invert else (1 / deviation, -mean / deviation)
    return Known("rescaling", {"scale": scale.tolist(), "offset": offset.tolist()})


def _vector(config: Json, name: str) -> np.ndarray:
    """An argument that is a number or one for each feature; an array of NumPy stands in a dict."""
    value = config.get(name)
    if isinstance(value, dict):
        value = (value.get("config") or {}).get("value")
    try:
        return np.asarray(value, np.float32)
    except (TypeError, ValueError) as error:
        raise not_understood(name) from error


def _convolution(rank: int) -> Reader:
    def known(config: Json, writer: Writer) -> Known:
        _check_channels(config)
        if config.get("groups", 1) != 1:
            raise not_understood("groups")
        options = {
            **_sloped(config, writer),
            "strides": several(config, "strides" if "strides" in config else "subsample_length", 1, rank),
            "dilation_rate": several(config, "dilation_rate", 1, rank),
            "padding": _padding(config, ("valid", "same", "causal")),
            # Theano turned kernels round, as mathematicians do.
            "turned": writer.backend == "theano",
        }
        return Known("convolution", options, ("kernel", "bias") if _has_bias(config) else ("kernel",))

    return known


def _padding(config: Json, allowed: tuple[str, ...]) -> str:
    return one_of(config, "padding" if "padding" in config else "border_mode", "valid", allowed)


def _check_channels(config: Json) -> None:
    if config.get("data_format", "channels_last") not in ("channels_last", None):
        raise not_understood("data_format")


def _pooling(rank: int, mean: bool) -> Reader:
    def known(config: Json, writer: Writer) -> Known:
        _check_channels(config)
        size = several(config, "pool_size" if "pool_size" in config else "pool_length", 2, rank)
        strides = size
        for name in ("strides", "stride"):
            if config.get(name) is not None:
                strides = several(config, name, 1, rank)
        options = {"pool_size": size, "strides": strides, "padding": _padding(config, ("valid", "same")), "mean": mean}
        return Known("pooling", options)

    return known


def _global_pooling(mean: bool) -> Reader:
    def known(config: Json, writer: Writer) -> Known:
        _check_channels(config)
        return Known("global_pooling", {"mean": mean, "keepdims": bool(config.get("keepdims", False))})

    return known


def _flatten(config: Json, writer: Writer) -> Known:
    _check_channels(config)
    return Known("flatten", {})


def _reshape(config: Json, writer: Writer) -> Known:
    target = config.get("target_shape")
    sizes = target if isinstance(target, list) else [target]
    if not sizes or sizes.count(-1) > 1 or any(not isinstance(size, int) or not -1 <= size < 2**31 for size in sizes):
        raise not_understood("target_shape")
    return Known("reshape", {"target_shape": sizes})


def _permute(config: Json, writer: Writer) -> Known:
    dims = config.get("dims")
    if not isinstance(dims, list) or sorted(map(str, dims)) != [str(axis + 1) for axis in range(len(dims))]:
        raise not_understood("dims")
    return Known("permute", {"dims": dims})


def _repeat_vector(config: Json, writer: Writer) -> Known:
    return Known("repeat_vector", {"n": whole(config, "n", most=MOST_REPEATS)})


def _up_sampling(config: Json, writer: Writer) -> Known:
    return Known("up_sampling", {"size": whole(config, "size" if "size" in config else "length", 2)})


def ends(config: Json, name: str) -> list[int]:
    """An argument that is a whole number from 0 for both ends, or one for each."""
    value = config.get(name, 1)
    both = [value, value] if isinstance(value, int) else value
    if (
        not isinstance(both, list)
        or len(both) != 2
        or any(not isinstance(e, int) or not 0 <= e <= LARGEST_WINDOW for e in both)
    ):
        raise not_understood(name)
    return both


def _zero_padding(config: Json, writer: Writer) -> Known:
    return Known("zero_padding", {"padding": ends(config, "padding")})


def _cropping(config: Json, writer: Writer) -> Known:
    return Known("cropping", {"cropping": ends(config, "cropping")})


def _concatenate(config: Json, writer: Writer) -> Known:
    axis = config.get("axis", config.get("concat_axis", -1))
    if not isinstance(axis, int) or axis == 0:
        raise not_understood("axis")
    return Known("concatenate", {"axis": axis, "all_masks": writer.keras < (3, 0)})


def _merge(by: str) -> Reader:
    return lambda config, writer: Known("merge", {"by": by, "all_masks": writer.keras < (3, 0)})


def _merge_of_keras_1(config: Json, writer: Writer) -> Known:
    mode = config.get("mode")
    if mode == "concat":
        return _concatenate(config, writer)
    if mode not in MERGE_MODES_OF_KERAS_1:
        raise not_understood("mode")
    return _merge(MERGE_MODES_OF_KERAS_1[str(mode)])(config, writer)


def _dot(config: Json, writer: Writer) -> Known:
    axes = config.get("axes")
    both = [axes, axes] if isinstance(axes, int) else axes
    if not isinstance(both, list) or len(both) != 2 or not all(isinstance(a, int) for a in both):
        raise not_understood("axes")
    return Known("dot", {"axes": both, "normalize": bool(config.get("normalize"))})


def _dropout(config: Json, writer: Writer) -> Known:
    """Nothing at inference. Its rate is kept for those who build the model anew."""
    rate = config.get("rate", config.get("p"))
    return Known("same", {"rate": float(rate)} if isinstance(rate, int | float) and 0 <= rate < 1 else {})


def axis_of(config: Json) -> int:
    """The argument `axis`, which may stand alone in a list."""
    axis = _single(config.get("axis"))
    if not isinstance(axis, int):
        raise not_understood("axis")
    return axis


def _attention(by: str) -> Reader:
    def known(config: Json, writer: Writer) -> Known:
        score = "concat" if config.get("score_mode") == "concat" else by
        trained: tuple[str, ...] = ("scale",) if config.get("use_scale", by == "additive") else ()
        if score == "concat":
            trained += ("concat_score_weight",)
        return Known("attention", {"score": score, **_of_attention(config)}, trained)

    return known


def _of_attention(config: Json) -> Json:
    options: Json = {"rate": number(config, "dropout", 0.0)}
    # Before Keras 2.10 an argument of the layer.
    options["causal"] = bool(config.get(f"{IN_CALL}use_causal_mask") or config.get("causal"))
    return {**options, "scores": bool(config.get(f"{IN_CALL}return_attention_scores"))}


def _multi_head_attention(config: Json, writer: Writer) -> Known:
    if config.get(f"{IN_CALL}attention_mask"):
        raise not_understood("attention_mask")
    if config.get("use_gate") or config.get("sliding_window"):
        raise not_understood("use_gate" if config.get("use_gate") else "sliding_window")
    if config.get("attention_axes") not in (None, 1, [1]):
        raise not_understood("attention_axes")
    if not isinstance(_single(config.get("output_shape") or 1), int):
        raise not_understood("output_shape")
    parts = ("kernel", "bias") if config.get("use_bias", True) else ("kernel",)
    trained = [f"{name}.{part}" for name in PROJECTIONS for part in parts]
    return Known("multi_head_attention", _of_attention(config), tuple(trained))


def _rescaling(config: Json, writer: Writer) -> Known:
    scale, offset = (_vector({name: default, **config}, name) for name, default in (("scale", 1.0), ("offset", 0.0)))
    return Known("rescaling", {"scale": scale.tolist(), "offset": offset.tolist()})


READERS: dict[str, Reader] = {
    "InputLayer": always("input"),
    "Dense": _dense,
    "TimeDistributedDense": _dense,
    "Embedding": _embedding,
    "Masking": _masking,
    "Activation": _activation,
    "ReLU": _relu,
    "LeakyReLU": _leaky_relu,
    "ELU": _elu,
    "ThresholdedReLU": _thresholded,
    "Softmax": _softmax,
    "PReLU": always("prelu", "alpha"),
    "BatchNormalization": _batch_normalization,
    "BatchNormalizationV1": _batch_normalization,
    "BatchNormalizationV2": _batch_normalization,
    "LayerNormalization": _layer_normalization,
    "Normalization": _normalization,
    "Conv1D": _convolution(1),
    "Convolution1D": _convolution(1),
    "Conv2D": _convolution(2),
    "MaxPooling1D": _pooling(1, mean=False),
    "AveragePooling1D": _pooling(1, mean=True),
    "MaxPooling2D": _pooling(2, mean=False),
    "AveragePooling2D": _pooling(2, mean=True),
    "GlobalMaxPooling1D": _global_pooling(mean=False),
    "GlobalMaxPooling2D": _global_pooling(mean=False),
    "GlobalAveragePooling1D": _global_pooling(mean=True),
    "GlobalAveragePooling2D": _global_pooling(mean=True),
    "Flatten": _flatten,
    "Reshape": _reshape,
    "Permute": _permute,
    "RepeatVector": _repeat_vector,
    "UpSampling1D": _up_sampling,
    "ZeroPadding1D": _zero_padding,
    "Cropping1D": _cropping,
    "Concatenate": _concatenate,
    "Merge": _merge_of_keras_1,
    "Dot": _dot,
    "Rescaling": _rescaling,
    "Attention": _attention("dot"),
    "AdditiveAttention": _attention("additive"),
    "MultiHeadAttention": _multi_head_attention,
}
READERS |= {name: _merge(name.lower()) for name in MERGE_CLASSES}
SIGNS = {"Attention": "use_scale", "AdditiveAttention": "use_scale", "MultiHeadAttention": "key_dim"}
"""Class → an argument that Keras always writes. Without it the layer is one of the author's own, of the same name."""
DROPOUTS = ("Dropout", "SpatialDropout1D", "SpatialDropout2D", "GaussianDropout", "AlphaDropout")
READERS |= dict.fromkeys(DROPOUTS, _dropout)
READERS |= dict.fromkeys(("GaussianNoise", "ActivityRegularization", "Identity"), always("same"))
