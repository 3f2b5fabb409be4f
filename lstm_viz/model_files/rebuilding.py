"""Says how Keras 3 builds a model that was read from a file: which layers, with which arguments and weights.

The result is plain data: one function builds the model from it, another writes it as code.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from lstm_viz.engine.activations import HARD_SIGMOID_OF_KERAS_2
from lstm_viz.engine.cell import GATES
from lstm_viz.engine.weights import RecurrentWeights
from lstm_viz.i18n import N_
from lstm_viz.keras_code import LAYERS as CLASSES
from lstm_viz.model_files.graph import TRACED, Graph, Layer, Ref, Shape
from lstm_viz.model_files.numpy_layers import index_of
from lstm_viz.model_files.numpy_operations import COMPUTED, SEVERAL
from lstm_viz.model_files.reads import reads
from lstm_viz.model_files.running import weights_of
from lstm_viz.model_files.sentences import FileError

# clip(0.2 x + 0.5, 0, 1) is what Keras 3's hard_sigmoid, clip(x / 6 + 0.5, 0, 1), makes of 1.2 x.
NOT_WRITTEN = N_("The model is not rebuilt: {name} is a {class_name} in a form that is not written here.")
OF_KERAS_2 = np.float32(1.2)


APART = ("layers.MultiHeadAttention",)
"""The layers that read several inputs one by one, and not as a list."""


@dataclass(frozen=True)
class Made:
    """A layer of Keras.

    Attributes:
        function: Its class, such as "layers.LSTM"; or a function, such as "ops.not_equal".
        arguments: The arguments that are not Keras's defaults. One may be a layer itself.
    """

    function: str
    arguments: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class Call:
    """One call of a layer.

    Attributes:
        node: The number of its outputs in `inputs` of other calls.
        layer: The number of the layer; calls of one layer share it.
        name: The name of the layer.
        made: How the layer is made.
        inputs: What it reads: outputs of other calls, or numbers.
        states: Its initial states.
        mask: Its mask, if the file names one.
        weights: Its weights, in the order of `set_weights`.
    """

    node: int
    layer: int
    name: str
    made: Made
    inputs: tuple[Ref | float, ...] = ()
    states: tuple[Ref, ...] = ()
    mask: Ref | None = None
    weights: tuple[np.ndarray, ...] = ()


@dataclass(frozen=True, eq=False)
class Rebuilt:
    """A model as Keras 3 builds it.

    Attributes:
        calls: The calls, each after those that it needs.
        inputs: The nodes that are inputs.
        outputs: The outputs.
    """

    calls: tuple[Call, ...]
    inputs: tuple[int, ...]
    outputs: tuple[Ref, ...]


def rebuilt(graph: Graph, *, as_written: bool = False) -> Rebuilt:
    """How Keras 3 builds a model that computes what the model in the file computed.

    Args:
        graph: The model.
        as_written: Whether the names of activations are taken as Keras 3 understands them, also where the Keras that
            wrote the file meant another function.

    Raises:
        FileError: If a layer cannot be built.
    """
    calls: list[Call] = []
    inputs: list[int] = []
    names: dict[int, str] = {}
    for place, node in enumerate(graph.nodes):
        layer = graph.layer(place)
        own = node.inputs
        if layer.kind == "input" or not own:
            shape = reads(graph, place).shape
            if layer.kind != "input" and layer.kind not in TRACED:
                continue  # of weights alone, only what the recurrent layers compute is known
            number, name = (
                (place, layer.name) if layer.kind == "input" else (len(graph.nodes) + place, layer.name + "_input")
            )
            calls.append(_input(number, _name(name, names, number), shape, layer))
            inputs.append(number)
            own = ((number, 0),)
        if layer.kind != "input":
            made, weights = _made(layer, as_written)
            numbers = tuple(item for item in own if not isinstance(item, str))
            is_called_with = len(node.masks) > 1 or layer.options.get("causal") or layer.options.get("scores")
            if len(numbers) < len(own) or is_called_with:
                raise FileError(NOT_WRITTEN, name=layer.name, class_name=layer.class_name)
            if not all(isinstance(item, tuple) for item in own):  # a layer reads no plain numbers
                made = Made(f"ops.{made.function.partition('.')[2].lower()}")
            name = _name(layer.name, names, -1 - node.layer)
            calls.append(Call(place, node.layer, name, made, numbers, node.states, node.mask, weights))
    read = {ref for call in calls for ref in (*call.inputs, *call.states) if isinstance(ref, tuple)}
    ends = tuple((call.node, 0) for call in calls if (call.node, 0) not in read and call.made.function != "keras.Input")
    return Rebuilt(tuple(calls), graph.inputs or tuple(inputs), tuple(graph.outputs) or ends)


def keeps_old_meaning(graph: Graph) -> bool:
    """Whether Keras 3 would compute something else from the names in the file, so that weights are changed."""
    for layer in graph.all_layers():
        weights = weights_of(layer) if layer.kind in TRACED else ()
        halves = [weights] if isinstance(weights, RecurrentWeights) else weights
        if HARD_SIGMOID_OF_KERAS_2 in {
            layer.options.get("activation"),
            *(half.recurrent_activation for half in halves),
        }:
            return True
    return False


def _input(node: int, name: str, shape: Shape | None, layer: Layer) -> Call:
    if shape is None:
        raise FileError("What {name} reads is not known, so Keras cannot build it.", name=layer.name)
    return Call(node, -1, name, Made("keras.Input", {"shape": tuple(shape)}))


def _name(name: str, names: dict[int, str], number: int) -> str:
    """The name of a layer, each once. Keras 3 allows no "/" in it."""
    if number not in names:
        plain = name.replace("/", "_") or "layer"
        taken = set(names.values())
        found, count = plain, 1
        while found in taken:
            count += 1
            found = f"{plain}_{count}"
        names[number] = found
    return names[number]


def _made(layer: Layer, as_written: bool) -> tuple[Made, tuple[np.ndarray, ...]]:
    if layer.kind in COMPUTED.keys() - MAKERS.keys() or layer.kind in SEVERAL:
        raise FileError(NOT_WRITTEN, name=layer.name, class_name=layer.class_name)
    if layer.kind is None or layer.kind not in MAKERS:
        raise FileError(
            "{name} is a {class_name}, which is not computed here, so the model is not rebuilt.",
            name=layer.name,
            class_name=layer.class_name,
        )
    return MAKERS[layer.kind](layer, as_written)


def _recurrent(layer: Layer, as_written: bool) -> tuple[Made, tuple[np.ndarray, ...]]:
    if layer.options.get("turns_mask"):
        raise FileError(NOT_WRITTEN, name=layer.name, class_name=layer.class_name)
    weights = weights_of(layer)
    returns: dict[str, Any] = {name: True for name in ("return_sequences", "return_state") if layer.options[name]}
    if isinstance(weights, RecurrentWeights):
        return _one(weights, returns, as_written, layer.name)
    halves = [_one(half, returns, as_written, layer.name) for half in weights]
    made = Made(
        "layers.Bidirectional",
        {"layer": halves[0][0], "merge_mode": weights.merge_mode, "backward_layer": halves[1][0]},
    )
    return made, (*halves[0][1], *halves[1][1])


def _one(
    weights: RecurrentWeights, returns: dict[str, Any], as_written: bool, name: str
) -> tuple[Made, tuple[np.ndarray, ...]]:
    """A recurrent layer. Its gates keep the hard_sigmoid of Keras 2: their sums are 1.2 times as large."""
    if weights.activation == HARD_SIGMOID_OF_KERAS_2 and not as_written:
        raise FileError("Keras 3 has no activation that is what hard_sigmoid was when {name} was trained.", name=name)
    arrays = [weights.kernel, weights.recurrent_kernel, weights.bias]
    if weights.recurrent_activation == HARD_SIGMOID_OF_KERAS_2 and not as_written:
        arrays = [None if array is None else _scaled(weights, array) for array in arrays]
    options = {
        "units": weights.units,
        "activation": _activation(weights.activation),
        "recurrent_activation": _activation(weights.recurrent_activation),
        "use_bias": weights.bias is not None,
        "reset_after": weights.reset_after,
        "go_backwards": weights.go_backwards,
        "zero_output_for_mask": weights.zero_output_for_mask,
        "unroll": weights.unroll,
    }
    usual = {"activation": "tanh", "recurrent_activation": "sigmoid", "use_bias": True, "reset_after": True}
    usual |= {"go_backwards": False, "zero_output_for_mask": False, "unroll": False}
    unused = {"lstm": ("reset_after",), "gru": (), "simple_rnn": ("reset_after", "recurrent_activation")}[weights.kind]
    given = {key: value for key, value in options.items() if key not in unused and usual.get(key) != value}
    made = Made(f"layers.{CLASSES[weights.kind]}", given | returns)
    return made, tuple(array for array in arrays if array is not None)


def _scaled(weights: RecurrentWeights, array: np.ndarray) -> np.ndarray:
    """The weights with the columns of the gates 1.2 times as large; those of the candidate stay."""
    array = array.copy()
    for gate in GATES[weights.kind]:
        if gate not in ("candidate", "hidden"):
            array[..., weights.columns(gate)] *= OF_KERAS_2
    return array


def _activation(name: str) -> str:
    return "hard_sigmoid" if name == HARD_SIGMOID_OF_KERAS_2 else name


def _summed(function: str, layer: Layer, as_written: bool, **options: Any) -> tuple[Made, tuple[np.ndarray, ...]]:
    """A layer with a kernel, a bias and an activation."""
    if layer.options.get("slope") is not None:
        raise FileError("The activation of {name} is not rebuilt.", name=layer.name)
    name = layer.options.get("activation", "linear")
    arrays = [layer.arrays[part] for part in ("kernel", "bias") if part in layer.arrays]
    if name == HARD_SIGMOID_OF_KERAS_2 and not as_written:
        arrays = [array * OF_KERAS_2 for array in arrays]
    arguments = options | ({} if name == "linear" else {"activation": _activation(name)})
    return Made(function, arguments | ({} if "bias" in layer.arrays else {"use_bias": False})), tuple(arrays)


def _dense(layer: Layer, as_written: bool) -> tuple[Made, tuple[np.ndarray, ...]]:
    return _summed("layers.Dense", layer, as_written, units=layer.arrays["kernel"].shape[1])


def _convolution(layer: Layer, as_written: bool) -> tuple[Made, tuple[np.ndarray, ...]]:
    kernel = layer.arrays["kernel"]
    options = {name: tuple(layer.options[name]) for name in ("strides", "dilation_rate")}
    options = {name: value for name, value in options.items() if set(value) != {1}}
    if layer.options["padding"] != "valid":
        options["padding"] = layer.options["padding"]
    return _summed(
        f"layers.Conv{kernel.ndim - 2}D",
        layer,
        as_written,
        filters=kernel.shape[-1],
        kernel_size=tuple(kernel.shape[:-2]),
        **options,
    )


def _activate(layer: Layer, as_written: bool) -> tuple[Made, tuple[np.ndarray, ...]]:
    name, slope = layer.options["activation"], layer.options.get("slope")
    if slope is not None and name in ("leaky_relu", "elu"):
        function, argument = {"leaky_relu": ("LeakyReLU", "negative_slope"), "elu": ("ELU", "alpha")}[name]
        return Made(f"layers.{function}", {argument: slope}), ()
    if slope is not None or (name == HARD_SIGMOID_OF_KERAS_2 and not as_written):
        raise FileError("The activation of {name} is not rebuilt.", name=layer.name)
    return Made("layers.Activation", {"activation": _activation(name)}), ()


def _prelu(layer: Layer, as_written: bool) -> tuple[Made, tuple[np.ndarray, ...]]:
    alpha = layer.arrays["alpha"]
    shared = [axis for axis, size in enumerate(alpha.shape, start=1) if size == 1]
    return Made("layers.PReLU", {"shared_axes": shared} if shared else {}), (alpha,)


def _embedding(layer: Layer, as_written: bool) -> tuple[Made, tuple[np.ndarray, ...]]:
    table = layer.arrays["embeddings"]
    options = {"input_dim": table.shape[0], "output_dim": table.shape[1]}
    return Made("layers.Embedding", options | ({"mask_zero": True} if layer.options["mask_zero"] else {})), (table,)


def _normalization(function: str, parts: Sequence[str]) -> "Maker":
    def make(layer: Layer, as_written: bool) -> tuple[Made, tuple[np.ndarray, ...]]:
        options = {"epsilon": layer.options["epsilon"]}
        if "axis" in layer.options:
            options["axis"] = layer.options["axis"]
        switches = {"center": "beta", "scale": "gamma"}
        options |= {name: False for name, part in switches.items() if part not in layer.arrays}
        return Made(function, options), tuple(layer.arrays[part] for part in parts if part in layer.arrays)

    return make


def _standardised(layer: Layer, as_written: bool) -> tuple[Made, tuple[np.ndarray, ...]]:
    """A Normalization over the last axis, with what it has adapted to as arguments."""
    options = {name: layer.arrays[name].ravel().tolist() for name in ("mean", "variance")}
    inverted = {"invert": True} if layer.options.get("invert") else {}
    return Made("layers.Normalization", {"axis": -1, **options, **inverted}), ()


def _pooling(layer: Layer, as_written: bool) -> tuple[Made, tuple[np.ndarray, ...]]:
    options = layer.options
    size, strides = tuple(options["pool_size"]), tuple(options["strides"])
    function = f"layers.{'Average' if options['mean'] else 'Max'}Pooling{len(size)}D"
    given: dict[str, Any] = {"pool_size": size}
    if strides != size:
        given["strides"] = strides
    return Made(function, given | ({} if options["padding"] == "valid" else {"padding": options["padding"]})), ()


def _global_pooling(layer: Layer, as_written: bool) -> tuple[Made, tuple[np.ndarray, ...]]:
    return Made(f"layers.{layer.class_name}", {"keepdims": True} if layer.options["keepdims"] else {}), ()


def _merge(layer: Layer, as_written: bool) -> tuple[Made, tuple[np.ndarray, ...]]:
    by = layer.options["by"]
    if by.startswith("logical"):
        return Made(f"ops.{by}"), ()
    return Made(f"layers.{by.capitalize()}"), ()


def _any_or_all(layer: Layer, as_written: bool) -> tuple[Made, tuple[np.ndarray, ...]]:
    options = {name: layer.options[name] for name in ("axis", "keepdims")}
    return Made("ops.all" if layer.options["all"] else "ops.any", options), ()


def _attention(layer: Layer, as_written: bool) -> tuple[Made, tuple[np.ndarray, ...]]:
    score, has_scale = layer.options["score"], "scale" in layer.arrays
    options: dict[str, Any] = {} if has_scale == (score == "additive") else {"use_scale": has_scale}
    if score == "concat":
        options["score_mode"] = score
    if layer.options["rate"]:
        options["dropout"] = layer.options["rate"]
    made = Made("layers.AdditiveAttention" if score == "additive" else "layers.Attention", options)
    return made, tuple(layer.arrays.values())


def _multi_head_attention(layer: Layer, as_written: bool) -> tuple[Made, tuple[np.ndarray, ...]]:
    arrays = layer.arrays
    _, count, size = arrays["query.kernel"].shape
    options = {"num_heads": count, "key_dim": size, "value_dim": arrays["value.kernel"].shape[-1]}
    options["output_shape"] = arrays["output.kernel"].shape[-1]
    if "query.bias" not in arrays:
        options["use_bias"] = False
    if layer.options["rate"]:
        options["dropout"] = layer.options["rate"]
    return Made("layers.MultiHeadAttention", options), tuple(arrays.values())


def _reduced(layer: Layer, as_written: bool) -> tuple[Made, tuple[np.ndarray, ...]]:
    options = {"axis": tuple(layer.options["axis"]), "keepdims": layer.options["keepdims"]}
    return Made(f"ops.{layer.options['by']}", options), ()


def _get_item(layer: Layer, as_written: bool) -> tuple[Made, tuple[np.ndarray, ...]]:
    return Made("ops.get_item", {"key": index_of(layer)}), ()


def _by_name(layer: Layer, as_written: bool) -> tuple[Made, tuple[np.ndarray, ...]]:
    return Made(f"ops.{layer.options['by']}"), ()


def _dot(layer: Layer, as_written: bool) -> tuple[Made, tuple[np.ndarray, ...]]:
    normalised = {"normalize": True} if layer.options["normalize"] else {}
    return Made("layers.Dot", {"axes": _plain(layer.options["axes"]), **normalised}), ()


def _filled(layer: Layer, as_written: bool) -> tuple[Made, tuple[np.ndarray, ...]]:
    return Made("ops.ones_like" if layer.options["value"] else "ops.zeros_like"), ()


def _same(layer: Layer, as_written: bool) -> tuple[Made, tuple[np.ndarray, ...]]:
    """A dropout with its rate, which training goes on with; what else changes nothing at inference is left out."""
    rate = layer.options.get("rate")
    if rate is None:
        return Made("layers.Identity"), ()
    return Made(f"layers.{layer.class_name}", {"rate": rate}), ()


def _time_distributed(layer: Layer, as_written: bool) -> tuple[Made, tuple[np.ndarray, ...]]:
    """A layer at each step. A model of several layers at each step is not rebuilt."""
    assert layer.inner is not None
    inside = [place for place in range(len(layer.inner.nodes)) if layer.inner.layer(place).kind != "input"]
    if len(inside) != 1:
        raise FileError("{name} runs a model at each step, which is not rebuilt.", name=layer.name)
    made, weights = _made(layer.inner.layer(inside[0]), as_written)
    return Made("layers.TimeDistributed", {"layer": made}), weights


def _with(function: str, *names: str) -> "Maker":
    """The maker of a layer without weights, whose arguments have the names of its options."""
    return lambda layer, as_written: (Made(function, {name: _plain(layer.options[name]) for name in names}), ())


def _plain(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


Maker = Callable[[Layer, bool], tuple[Made, tuple[np.ndarray, ...]]]
MAKERS: dict[str, Maker] = {
    "recurrent": _recurrent,
    "bidirectional": _recurrent,
    "time_distributed": _time_distributed,
    "dense": _dense,
    "convolution": _convolution,
    "activate": _activate,
    "prelu": _prelu,
    "embedding": _embedding,
    "masking": _with("layers.Masking", "mask_value"),
    "batch_normalization": _normalization(
        "layers.BatchNormalization", ("gamma", "beta", "moving_mean", "moving_variance")
    ),
    "layer_normalization": _normalization("layers.LayerNormalization", ("gamma", "beta")),
    "normalization": _standardised,
    "pooling": _pooling,
    "global_pooling": _global_pooling,
    "flatten": _with("layers.Flatten"),
    "reshape": _with("layers.Reshape", "target_shape"),
    "permute": _with("layers.Permute", "dims"),
    "repeat_vector": _with("layers.RepeatVector", "n"),
    "up_sampling": _with("layers.UpSampling1D", "size"),
    "zero_padding": _with("layers.ZeroPadding1D", "padding"),
    "cropping": _with("layers.Cropping1D", "cropping"),
    "concatenate": _with("layers.Concatenate", "axis"),
    "merge": _merge,
    "dot": _dot,
    "not_equal": _with("ops.not_equal"),
    "expand_dims": _with("ops.expand_dims", "axis"),
    "squeeze": _with("ops.squeeze", "axis"),
    "any_or_all": _any_or_all,
    "filled": _filled,
    "rescaling": _with("layers.Rescaling", "scale", "offset"),
    "attention": _attention,
    "multi_head_attention": _multi_head_attention,
    "softmax_along": _with("layers.Softmax", "axis"),
    "reduced": _reduced,
    "get_item": _get_item,
    "same": _same,
    "mapped": _by_name,
    "paired": _by_name,
    "matmul": _with("ops.matmul"),
    "where": _with("ops.where"),
    "clip": _with("ops.clip", "x_min", "x_max"),
    "swapaxes": _with("ops.swapaxes", "axis1", "axis2"),
    "flip": _with("ops.flip", "axis"),
    "repeat": _with("ops.repeat", "repeats", "axis"),
    "tile": _with("ops.tile", "repeats"),
    "roll": _with("ops.roll", "shift", "axis"),
    "cast": _with("ops.cast", "dtype"),
    "pad": _with("ops.pad", "pad_width"),
    "one_hot": _with("ops.one_hot", "num_classes"),
}
"""Kind of a layer → how it is made."""
