"""The operators LSTM, GRU and RNN of an ONNX file. What else the file computes is drawn as opaque boxes."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import onnx
from google.protobuf.message import DecodeError

from lstm_viz.engine.activations import HARD_SIGMOID_OF_KERAS_2
from lstm_viz.engine.cell import STATES
from lstm_viz.i18n import N_
from lstm_viz.model_files.description import Description
from lstm_viz.model_files.graph import TRACED, Graph, Layer, Node, Ref
from lstm_viz.model_files.recurrent_layer import Half, biases, recurrent_layer, reordered
from lstm_viz.model_files.sentences import MISSHAPEN, FileError
from lstm_viz.model_files.sniffing import UNKNOWN
from lstm_viz.model_files.writer import Writer
from lstm_viz.problem import Note

KINDS = {"LSTM": "lstm", "GRU": "gru", "RNN": "simple_rnn"}
# ONNX's gates are i, o, f, c of an LSTM and z, r, h of a GRU: these are the places of Keras's.
PLACES = {"lstm": (0, 2, 3, 1), "gru": (0, 1, 2), "simple_rnn": (0,)}
DEFAULTS = {"lstm": ("Sigmoid", "Tanh", "Tanh"), "gru": ("Sigmoid", "Tanh"), "simple_rnn": ("Tanh",)}
ACTIVATIONS: dict[str, dict[tuple[float, ...], str]] = {
    "Relu": {(): "relu"},
    "Tanh": {(): "tanh"},
    "Sigmoid": {(): "sigmoid"},
    "Softsign": {(): "softsign"},
    "Softplus": {(): "softplus"},
    "Elu": {(1.0,): "elu"},
    "HardSigmoid": {(0.2, 0.5): HARD_SIGMOID_OF_KERAS_2, (1 / 6, 0.5): "hard_sigmoid"},
    "Affine": {(1.0, 0.0): "linear"},
}
"""ONNX's activation → its numbers, alpha and beta, those of ONNX's default first → Keras's name."""
# Attributes and inputs that change what the operator computes, and that no layer of Keras has.
REFUSED = {"clip": 0.0, "input_forget": 0}
LEFT_OUT = {4: "sequence_lens", 5: "initial_h", 6: "initial_c"}  # by their places
INITIAL = slice(5, 7)  # the places of the initial states
PASSED_ON = ("Identity", "Dropout")
DIRECTIONS_LAST, DIRECTIONS_TOGETHER = [0, 2, 1, 3], [0, 0, -1]
"""How PyTorch puts the two directions of a layer side by side: a Transpose, and a Reshape after it."""
PEEPHOLES = 7  # the place of this input
MOST_NODES = 5000
ORDER = N_(
    "ONNX's gates are put into Keras's order. Inputs are (batch, time, features), whatever the layout in the file is."
)
BESIDE = N_(
    "In the file, the layer {name} also reads {inputs}. Here it starts from a state of zeros and reads all steps; "
    "trace_layer takes an initial_state and a mask."
)
Arrays = Mapping[str, np.ndarray]


def read(content: bytes) -> Description:
    """The recurrent operators of a model.

    Raises:
        InputError: If the file cannot be read, holds none, or takes arrays from other files.
    """
    try:
        model = onnx.load_model_from_string(content)
    except (DecodeError, ValueError) as error:
        raise FileError(UNKNOWN) from error
    nodes = list(model.graph.node)
    if not nodes or model.ir_version > 1000:
        raise FileError(UNKNOWN)
    if len(nodes) > MOST_NODES:
        raise FileError("The model has more than {most} layers.", most=MOST_NODES)
    arrays = dict(_arrays(model.graph, nodes))
    graph = _graph(model.graph, nodes, arrays)
    if not any(node.op_type in KINDS for node in nodes):
        raise FileError("The ONNX file has no operator LSTM, GRU or RNN.")
    notes = [Note("{name}: {reason}", name=layer.name, reason=layer.reason) for layer in graph.layers if layer.reason]
    notes += [
        note
        for layer, node, call in zip(graph.layers, nodes, graph.nodes, strict=True)
        if layer.kind and (note := _left_out(layer.name, node, arrays, has_states=bool(call.states)))
    ]
    notes.append(Note(ORDER))
    version = ".".join(filter(None, (model.producer_name[:50], model.producer_version[:50])))
    writer = Writer("ONNX", version or None)
    return Description("ONNX", writer, graph, {}, tuple(notes))


def _arrays(graph: Any, nodes: list[Any]) -> Iterator[tuple[str, np.ndarray]]:
    """The constant arrays that recurrent operators use."""
    used = {name for node in nodes if node.op_type in KINDS for name in node.input}
    tensors = [(tensor.name, tensor) for tensor in graph.initializer]
    for node in nodes:
        if node.op_type == "Constant" and node.output:
            tensors += [(node.output[0], one.t) for one in node.attribute if one.name == "value"]
    for name, tensor in tensors:
        if name not in used:
            continue
        if tensor.data_location == onnx.TensorProto.EXTERNAL or tensor.external_data:
            raise FileError("The array {name} is not in this file: it is taken from other files or arrays.", name=name)
        if tensor.data_type == onnx.TensorProto.FLOAT and np.prod(tensor.dims, dtype=float) <= tensor.ByteSize():
            yield name, _numbers(tensor)


def _numbers(tensor: Any) -> np.ndarray:
    try:
        return np.asarray(onnx.numpy_helper.to_array(tensor), np.float32)
    except ValueError as error:
        raise FileError("The file is cut off or damaged.") from error


def _graph(graph: Any, nodes: list[Any], arrays: Arrays) -> Graph:
    made = {name: (place, at) for place, node in enumerate(nodes) for at, name in enumerate(node.output) if name}
    used = {name for node in nodes for name in node.input} | {output.name for output in graph.output}
    whole = dict(_whole_numbers(graph, nodes))
    layers: list[Layer] = []
    calls: list[Node] = []
    taken: dict[str, int] = {}
    for place, node in enumerate(nodes):
        name = node.name or f"{node.op_type}_{place}"
        taken[name] = taken.get(name, 0) + 1
        layer = _layer(name if taken[name] == 1 else f"{name}_{place}", node, arrays)
        if layer.kind == "recurrent" and not used.isdisjoint(node.output[1:]):
            layer = replace(layer, options={**layer.options, "return_state": True})
        source = made.get(node.input[0]) if node.input else None
        if source and source[0] < place and not source[1]:
            before, producer = layers[source[0]], nodes[source[0]]
            is_same = layer.kind is None and _is_same(node, before, producer, whole)
            layer = replace(layer, kind="same") if is_same else layer
        layers.append(layer)
        calls.append(_call(place, node, layers, made))
    ends = tuple(made[output.name] for output in graph.output if output.name in made)
    return Graph(tuple(layers), tuple(calls), (), ends)


def _is_same(node: Any, before: Layer, producer: Any, whole: Mapping[str, list[int]]) -> bool:
    """Whether an operator only moves what a recurrent one returns, which here is (batch, time, features) anyway.

    Args:
        node: The operator.
        before: The layer whose output it reads.
        producer: The operator of that layer.
        whole: The whole numbers that an operator may read, such as axes, by their names.
    """
    attributes = _attributes(node)
    given = whole.get(node.input[1], []) if len(node.input) > 1 else []
    if node.op_type == "Squeeze":
        axis = 2 if _attributes(producer).get("layout") else 1
        return before.kind == "recurrent" and (given or attributes.get("axes")) == [axis]
    if node.op_type == "Transpose":
        return before.kind == "bidirectional" and attributes.get("perm") == DIRECTIONS_LAST
    if node.op_type == "Reshape":
        return before.kind == "same" and producer.op_type == "Transpose" and given == DIRECTIONS_TOGETHER
    return node.op_type in PASSED_ON and before.kind is not None and len(node.input) < 3


def _whole_numbers(graph: Any, nodes: list[Any]) -> Iterator[tuple[str, list[int]]]:
    """The short constant arrays of whole numbers, such as axes and shapes."""
    tensors = [(tensor.name, tensor) for tensor in graph.initializer]
    for node in nodes:
        if node.op_type == "Constant" and node.output:
            tensors += [(node.output[0], one.t) for one in node.attribute if one.name == "value"]
    for name, tensor in tensors:
        is_here = tensor.data_location != onnx.TensorProto.EXTERNAL and not tensor.external_data
        if is_here and tensor.data_type == onnx.TensorProto.INT64 and len(tensor.dims) == 1 and tensor.dims[0] <= 4:
            yield name, [int(one) for one in _numbers(tensor)]


def _call(place: int, node: Any, layers: Sequence[Layer], made: Mapping[str, Ref]) -> Node:
    """What an operator reads; a recurrent one its input, and the states with which another one ended."""
    found = [made[name] if name in made and made[name][0] < place else None for name in node.input]
    if layers[place].kind == "same":
        return Node(place, tuple(ref for ref in found[:1] if ref))
    if layers[place].kind not in TRACED:
        return Node(place, tuple(dict.fromkeys((ref[0], 0) for ref in found if ref)))
    states = [ref for ref in found[INITIAL] if ref and ref[1] and layers[ref[0]].options.get("return_state")]
    is_whole = layers[place].kind == "recurrent" and len(states) == len(STATES[KINDS[node.op_type]])
    return Node(place, tuple(ref for ref in found[:1] if ref), tuple(states) if is_whole else ())


def _layer(name: str, node: Any, arrays: Arrays) -> Layer:
    size = sum(arrays[source].size for source in node.input if source in arrays)
    if node.op_type not in KINDS:
        return Layer(name, node.op_type, None, parameters=size)
    reason = _refused(node, arrays)
    if reason is not None:
        return Layer(name, node.op_type, None, parameters=size, reason=reason)
    halves = _halves(name, node, arrays)
    if isinstance(halves, Note):
        return Layer(name, node.op_type, None, parameters=size, reason=halves)
    return recurrent_layer(name, node.op_type, halves, return_sequences=True, return_state=False)


def _attributes(node: Any) -> dict[str, Any]:
    values = {}
    for one in node.attribute:
        texts = [text.decode(errors="replace") for text in one.strings]
        values[one.name] = (
            texts or list(one.floats) or list(one.ints) or (one.s.decode(errors="replace") if one.s else one.i or one.f)
        )
    return values


def _refused(node: Any, arrays: Arrays) -> Note | None:
    """What the operator does that no layer of Keras does."""
    attributes = _attributes(node)
    for name, usual in REFUSED.items():
        if attributes.get(name, usual) != usual:
            return Note("It uses {name}, which no layer of Keras has. It is not traced.", name=name)
    if len(node.input) > PEEPHOLES and node.input[PEEPHOLES]:
        return Note("It uses {name}, which no layer of Keras has. It is not traced.", name="peepholes")
    if any(len(node.input) <= place or node.input[place] not in arrays for place in (1, 2)):
        return Note(
            "Its weights are not in the file as arrays of float32: they have another type, or are computed by other "
            "operators."
        )
    return None


def _left_out(name: str, node: Any, arrays: Arrays, has_states: bool) -> Note | None:
    """What the operator reads beside its input and its weights, but for states that are 0 or another's last ones."""
    places = [place for place in LEFT_OUT if place < len(node.input) and not (has_states and place in (5, 6))]
    sources = {LEFT_OUT[place]: node.input[place] for place in places}
    given = [what for what, source in sources.items() if source and np.any(arrays.get(source, 1))]
    return Note(BESIDE, name=name, inputs=", ".join(given)) if given else None


def _halves(name: str, node: Any, arrays: Arrays) -> list[Half] | Note:
    """Each direction of the operator, in Keras's order; or why it is none."""
    kind, attributes = KINDS[node.op_type], _attributes(node)
    kernels, recurrent = arrays[node.input[1]], arrays[node.input[2]]
    both = arrays.get(node.input[3]) if len(node.input) > 3 else None
    count = len(kernels) if kernels.ndim == recurrent.ndim == 3 else 0
    direction = attributes.get("direction") or "forward"
    if count != (2 if direction == "bidirectional" else 1) or len(recurrent) != count:
        raise FileError(MISSHAPEN, name=name)
    reset_after = bool(attributes.get("linear_before_reset", 0))
    halves: list[Half] = []
    for number in range(count):
        names = _activations(kind, attributes, number)
        if isinstance(names, Note):
            return names
        options = {"kind": kind, **names, "reset_after": reset_after}
        options["go_backwards"] = number == 1 or direction == "reverse"
        found = {
            "kernel": reordered(kernels[number].T, PLACES[kind]),
            "recurrent_kernel": reordered(recurrent[number].T, PLACES[kind]),
        }
        if both is not None:
            of_input, of_state = (reordered(side, PLACES[kind]) for side in np.split(both[number], 2))
            found["bias"] = biases(kind, of_input, of_state, reset_after=reset_after)
        halves.append((options, found))
    return halves


def _activations(kind: str, attributes: Mapping[str, Any], half: int) -> dict[str, str] | Note:
    """The activations of one direction by Keras's names."""
    each = len(DEFAULTS[kind])
    given = attributes.get("activations") or DEFAULTS[kind] * 2
    found = _in_keras(given, attributes.get("activation_alpha") or (), attributes.get("activation_beta") or ())
    place = slice(half * each, (half + 1) * each)
    given, found = given[place], found[place]
    names = [name for name in found if name is not None]
    if len(names) < each:
        unknown = [one for one, name in zip(given, found, strict=True) if name is None]
        return Note("Its activation {name} is not known.", name=unknown[0] if unknown else "?")
    if kind == "lstm" and names[1] != names[2]:
        return Note("It has one activation for the candidate and another for the cell state. It is not traced.")
    if kind == "simple_rnn":
        return {"activation": names[0]}
    return {"recurrent_activation": names[0], "activation": names[1]}


def _in_keras(given: Sequence[str], alphas: Sequence[float], betas: Sequence[float]) -> list[str | None]:
    """Keras's name of each activation, None without one. The numbers of all directions stand in two lists, in order."""
    rest = (iter(alphas), iter(betas))
    names = []
    for one in given:
        forms = ACTIVATIONS.get(one, {})
        usual = next(iter(forms), ())
        own = [next(numbers, default) for numbers, default in zip(rest, usual, strict=False)]
        names.append(next((name for form, name in forms.items() if np.allclose(own, form, rtol=0, atol=1e-6)), None))
    return names
