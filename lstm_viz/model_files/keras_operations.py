"""What is taken from the configuration of an operation of `keras.ops` between layers: its kind and its arguments."""

import math
import re
from typing import Any

from lstm_viz.model_files.keras_config import IN_CALL
from lstm_viz.model_files.keras_layers import (
    MOST_REPEATS,
    READERS,
    Json,
    Known,
    Reader,
    always,
    axis_of,
    ends,
    inner_axis,
    not_understood,
    one_of,
    whole,
)
from lstm_viz.model_files.numpy_layers import REDUCTIONS
from lstm_viz.model_files.numpy_operations import MAPS, PAIRS
from lstm_viz.model_files.writer import Writer

EINSUM = re.compile(r"(?P<batch>[a-z])[a-z]{0,9}(?:,(?P=batch)[a-z]{0,9}){0,3}->(?P=batch)[a-z]{0,9}")


def _limit(config: Json, name: str) -> float:
    value = config.get(name)
    if not isinstance(value, int | float) or not math.isfinite(value):
        raise not_understood(name)
    return float(value)


def _expand_dims(config: Json, writer: Writer) -> Known:
    return Known("expand_dims", {"axis": axis_of(config)})


def _squeeze(config: Json, writer: Writer) -> Known:
    return Known("squeeze", {"axis": inner_axis(config.get("axis"))})


def _get_item(config: Json, writer: Writer) -> Known:
    """x[:, -1]: an index that leaves the batch as it is."""
    index = config.get(f"{IN_CALL}1")
    parts = [_part_of_index(part) for part in index] if isinstance(index, list) else []
    if not parts or parts[0] not in ([None, None, None], "..."):
        raise not_understood("key")
    return Known("get_item", {"index": parts if parts[0] == "..." else parts[1:]})


def _part_of_index(part: Any) -> int | str | list[int | None] | None:
    """A number, ends, None for a new axis, or "..."."""
    if part is None or (isinstance(part, dict) and part.get("class_name") == "__ellipsis__"):
        return part if part is None else "..."
    if isinstance(part, int) and not isinstance(part, bool):
        return part
    ends = part.get("config", part) if isinstance(part, dict) else None
    if not isinstance(ends, dict) or not {"start", "stop", "step"} <= set(ends):
        raise not_understood("key")
    values: list[Any] = [ends.get(name) for name in ("start", "stop", "step")]
    if not all(value is None or isinstance(value, int) for value in values) or values[-1] == 0:
        raise not_understood("key")
    return values


def _reduced(by: str) -> Reader:
    def known(config: Json, writer: Writer) -> Known:
        axis = config.get("axis")
        axes = [axis] if isinstance(axis, int) else axis
        if not isinstance(axes, list) or not axes or not all(isinstance(each, int) and each for each in axes):
            raise not_understood("axis")
        return Known("reduced", {"by": by, "axis": axes, "keepdims": bool(config.get("keepdims"))})

    return known


def _any_or_all(every: bool) -> Reader:
    def known(config: Json, writer: Writer) -> Known:
        return Known("any_or_all", {"axis": axis_of(config), "keepdims": bool(config.get("keepdims")), "all": every})

    return known


def _clip(config: Json, writer: Writer) -> Known:
    return Known("clip", {name: _limit(config, name) for name in ("x_min", "x_max")})


def _transpose(config: Json, writer: Writer) -> Known:
    """An order of axes that leaves the batch first, as in a Permute."""
    axes = config.get("axes")
    if not isinstance(axes, list) or sorted(map(str, axes)) != sorted(map(str, range(len(axes)))) or axes[0] != 0:
        raise not_understood("axes")
    return Known("permute", {"dims": axes[1:]})


def _swapaxes(config: Json, writer: Writer) -> Known:
    return Known("swapaxes", {name: inner_axis(config.get(name)) for name in ("axis1", "axis2")})


def _flip(config: Json, writer: Writer) -> Known:
    axis = config.get("axis")
    return Known("flip", {"axis": [inner_axis(each) for each in (axis if isinstance(axis, list) else [axis])]})


def _repeat(config: Json, writer: Writer) -> Known:
    return Known(
        "repeat", {"repeats": whole(config, "repeats", most=MOST_REPEATS), "axis": inner_axis(config.get("axis"))}
    )


def _tile(config: Json, writer: Writer) -> Known:
    repeats = config.get("repeats")
    several = [whole({"repeats": each}, "repeats", most=MOST_REPEATS) for each in repeats or ()]
    if not several or several[0] != 1:
        raise not_understood("repeats")
    return Known("tile", {"repeats": several})


def _roll(config: Json, writer: Writer) -> Known:
    shift = config.get("shift")
    if not isinstance(shift, int):
        raise not_understood("shift")
    return Known("roll", {"shift": shift, "axis": inner_axis(config.get("axis"))})


def _pad(config: Json, writer: Writer) -> Known:
    width = config.get("pad_width")
    if not isinstance(width, list) or width[:1] != [[0, 0]] or config.get("mode", "constant") != "constant":
        raise not_understood("pad_width")
    if config.get("constant_values"):
        raise not_understood("constant_values")
    return Known("pad", {"pad_width": [[0, 0], *(ends({"pad_width": each}, "pad_width") for each in width[1:])]})


def _cumsum(config: Json, writer: Writer) -> Known:
    return Known("cumsum", {"axis": inner_axis(config.get("axis"))})


def _cast(config: Json, writer: Writer) -> Known:
    return Known("cast", {"dtype": one_of(config, "dtype", "", ("float32", "int32", "int64", "bool"))})


def _stack(config: Json, writer: Writer) -> Known:
    return Known("stack", {"axis": inner_axis(config.get("axis"))})


def _reshape(config: Json, writer: Writer) -> Known:
    """A shape whose first axis is the batch."""
    if "target_shape" in config:  # a layer of a file that names no module
        return READERS["Reshape"](config, writer)
    shape: Any = config.get("newshape")
    if not isinstance(shape, list) or shape[:1] not in ([-1], [None]):
        raise not_understood("newshape")
    return READERS["Reshape"]({"target_shape": shape[1:]}, writer)


def _einsum(config: Json, writer: Writer) -> Known:
    subscripts = str(config.get("subscripts")).replace(" ", "")
    if not EINSUM.fullmatch(subscripts):
        raise not_understood("subscripts")
    return Known("einsum", {"subscripts": subscripts})


def _split(config: Json, writer: Writer) -> Known:
    parts = config.get("indices_or_sections")
    places = parts if isinstance(parts, list) else [parts]
    if not places or not all(isinstance(each, int) and 0 < each <= MOST_REPEATS for each in places):
        raise not_understood("indices_or_sections")
    return Known("split", {"indices_or_sections": parts, "axis": inner_axis(config.get("axis"))})


def _one_hot(config: Json, writer: Writer) -> Known:
    if config.get("axis", -1) != -1:
        raise not_understood("axis")
    return Known("one_hot", {"num_classes": whole(config, "num_classes", most=MOST_REPEATS)})


def _gelu(config: Json, writer: Writer) -> Known:
    return Known("mapped", {"by": "gelu"}) if config.get("approximate", True) else Known("activate", ACTIVATED["Gelu"])


def _with_slope(activation: str, argument: str, default: float) -> Reader:
    def known(config: Json, writer: Writer) -> Known:
        slope = _limit({argument: default, **config}, argument)
        return Known("activate", {"activation": activation, "slope": slope})

    return known


def _log_softmax(config: Json, writer: Writer) -> Known:
    if config.get("axis", -1) != -1:
        raise not_understood("axis")
    return Known("activate", {"activation": "log_softmax"})


ACTIVATED: dict[str, Json] = {
    "Tanh": {"activation": "tanh"},
    "Sigmoid": {"activation": "sigmoid"},
    "Relu": {"activation": "relu"},
    "Gelu": {"activation": "gelu"},
    "Silu": {"activation": "silu"},
    "Softplus": {"activation": "softplus"},
    "Selu": {"activation": "selu"},
    "Softsign": {"activation": "softsign"},
    "Relu6": {"activation": "relu6"},
    "HardSigmoid": {"activation": "hard_sigmoid"},
    "HardSilu": {"activation": "hard_silu"},
}
OPERATIONS: dict[str, Reader] = {
    **{name: READERS[name] for name in ("Add", "Subtract", "Multiply", "Maximum", "Minimum", "Concatenate", "Softmax")},
    **{by.capitalize(): _reduced(by) for by in REDUCTIONS},
    "NotEqual": always("not_equal"),
    "ExpandDims": _expand_dims,
    "Squeeze": _squeeze,
    "Any": _any_or_all(every=False),
    "All": _any_or_all(every=True),
    "ZerosLike": always("filled", value=0.0),
    "OnesLike": always("filled", value=1.0),
    "LogicalOr": always("merge", by="logical_or", all_masks=False),
    "LogicalAnd": always("merge", by="logical_and", all_masks=False),
    "GetItem": _get_item,
    "ConvertToTensor": always("same"),
    **{name: always("activate", **options) for name, options in ACTIVATED.items()},
    **{"".join(map(str.capitalize, by.split("_"))): always("mapped", by=by) for by in MAPS},
    **{"".join(map(str.capitalize, by.split("_"))): always("paired", by=by) for by in PAIRS},
    "TrueDivide": always("paired", by="divide"),
    "Abs": always("mapped", by="absolute"),
    "Gelu": _gelu,
    "Elu": _with_slope("elu", "alpha", 1.0),
    "LeakyRelu": _with_slope("leaky_relu", "negative_slope", 0.2),
    "LogSoftmax": _log_softmax,
    "Clip": _clip,
    "Matmul": always("matmul"),
    "Transpose": _transpose,
    "Swapaxes": _swapaxes,
    "Flip": _flip,
    "Repeat": _repeat,
    "Tile": _tile,
    "Stack": _stack,
    "Roll": _roll,
    "Pad": _pad,
    "Cumsum": _cumsum,
    "Cast": _cast,
    "Reshape": _reshape,
    "Where": always("where"),
    "Einsum": _einsum,
    "Split": _split,
    "OneHot": _one_hot,
}
"""The class of an operation of Keras 3 → what is taken from it. None passes a mask on."""
OF_TENSORFLOW = {
    "__operators__.getitem": "GetItem",
    "__operators__.add": "Add",
    "compat.v1.squeeze": "Squeeze",
    "concat": "Concatenate",
    "expand_dims": "ExpandDims",
    "math.maximum": "Maximum",
    "math.minimum": "Minimum",
    "math.multiply": "Multiply",
    "math.reduce_max": "Max",
    "math.reduce_mean": "Mean",
    "math.reduce_min": "Min",
    "math.reduce_sum": "Sum",
    "math.sigmoid": "Sigmoid",
    "math.subtract": "Subtract",
    "math.tanh": "Tanh",
    "nn.relu": "Relu",
    "nn.softmax": "Softmax",
}
"""The function of a TFOpLambda of Keras 2.4 and later → the operation of Keras 3."""
