"""PyTorch's LSTM, GRU and RNN in a `.safetensors` file: a list of named arrays, without the model."""

import json
import math
import re
from collections.abc import Mapping
from typing import Any

import numpy as np
from safetensors import SafetensorError
from safetensors.numpy import load

from lstm_viz.i18n import N_
from lstm_viz.model_files.description import Description
from lstm_viz.model_files.graph import Graph, Layer, Node, Ref
from lstm_viz.model_files.recurrent_layer import KIND_OF_GATES, Half, biases, recurrent_layer, reordered
from lstm_viz.model_files.sentences import MISSHAPEN, FileError
from lstm_viz.model_files.writer import Writer
from lstm_viz.problem import Note

WEIGHT = re.compile(r"(weight_ih|weight_hh|bias_ih|bias_hh|weight_hr)(?:_l(\d{1,4})(_reverse)?)?")
CLASSES = {"lstm": "LSTM", "gru": "GRU", "simple_rnn": "RNN"}
# PyTorch's gates are i, f, g, o of an LSTM and r, z, n of a GRU: these are the places of Keras's.
PLACES = {"lstm": (0, 1, 2, 3), "gru": (1, 0, 2), "simple_rnn": (0,)}
MOST_ARRAYS, LONGEST_HEADER = 10_000, 2**22
MISSING = N_("The weights of the layer {name} are missing from the file.")
OTHER_TYPE = N_(
    "The weights {name} are stored as {dtype}, not as float32 (F32), so its gates would differ. Where the model was "
    "made, these lines write a file in float32:\n{code}"
)
CONVERT = """import safetensors.torch
safetensors.torch.save_file({k: v.float().contiguous() for k, v in model.state_dict().items()}, "model.safetensors")"""
Place = tuple[str, int | None, bool]  # the module, the number of its layer, whether it reads backwards
Parts = dict[str, np.ndarray]


def read(content: bytes) -> Description:
    """The recurrent layers of a state dict.

    Raises:
        InputError: If it cannot be read, or holds none.
    """
    arrays = _arrays(content)
    parts: dict[Place, Parts] = {}
    others: dict[str, int] = {}
    for name, array in arrays.items():
        module, _dot, last = name.rpartition(".")
        found = WEIGHT.fullmatch(last)
        if found is None:
            module = module or name
            others[module] = others.get(module, 0) + array.size
            continue
        number = None if found[2] is None else int(found[2])
        parts.setdefault((module, number, found[3] is not None), {})[found[1]] = array
    if not parts:
        raise FileError("The file has no weights of an LSTM, GRU or RNN of PyTorch: none is named weight_ih_l0.")
    graph = _graph(parts, others)
    notes = [
        Note("The file holds only named arrays. It does not say in which order the modules run."),
        Note("PyTorch's two biases are added where only their sum matters, and its gates are put into Keras's order."),
    ]
    rnns = [layer.name for layer in graph.layers if layer.class_name == "RNN"]
    notes += [
        Note("The file does not say whether {name} computes tanh or relu: tanh is used.", name=name) for name in rnns
    ]
    alternatives: dict[str, list[dict[str, Any]]] = {
        layer.name: [{**layer.options["weights"], "activation": "relu"}]
        for layer in graph.layers
        if layer.class_name == "RNN" and layer.kind == "recurrent"
    }
    return Description("PyTorch safetensors", Writer("PyTorch"), graph, {}, tuple(notes), alternatives)


def _arrays(content: bytes) -> Mapping[str, np.ndarray]:
    _check_header(content)
    try:
        loaded = load(content)
    except (SafetensorError, ValueError, KeyError) as error:
        raise FileError("The file is cut off or damaged.") from error
    return {name: np.asarray(array, np.float32) for name, array in sorted(loaded.items()) if array.dtype.kind in "fiub"}


def _check_header(content: bytes) -> None:
    """Refuses a header that is long, and weights of another type: half of a number, or quantised ones."""
    length = int.from_bytes(content[:8], "little")
    if length > LONGEST_HEADER:
        raise FileError("The file has more than {most} arrays.", most=MOST_ARRAYS)
    try:
        header = json.loads(content[8 : 8 + length])
    except (ValueError, RecursionError) as error:
        raise FileError("The file is cut off or damaged.") from error
    if not isinstance(header, dict) or len(header) > MOST_ARRAYS:
        raise FileError("The file has more than {most} arrays.", most=MOST_ARRAYS)
    for name, entry in header.items():
        dtype = entry.get("dtype") if isinstance(entry, dict) else None
        if dtype is not None and dtype != "F32" and WEIGHT.fullmatch(name.rpartition(".")[2]):
            raise FileError(OTHER_TYPE, name=name, dtype=str(dtype), code=CONVERT)


def _graph(parts: Mapping[Place, Parts], others: Mapping[str, int]) -> Graph:
    """The layers of each module, one on the other; all else is an opaque box beside them."""
    layers: list[Layer] = []
    nodes: list[Node] = []
    last: dict[str, int] = {}
    forward = sorted(((module, number) for module, number, reverse in parts if not reverse), key=str)
    if alone := [module for module, number, reverse in parts if reverse and (module, number) not in forward]:
        raise FileError(MISSING, name=alone[0] or "l0")
    forward.sort(key=lambda place: (place[0], place[1] or 0))
    for module, number in forward:
        halves = [_half(module, parts[place]) for place in _places(parts, module, number)]
        if len(halves) == 2:
            halves[1][0]["go_backwards"] = True
        name = f"{module}.l{number}".lstrip(".") if number is not None else module or "cell"
        layers.append(
            recurrent_layer(name, CLASSES[halves[0][0]["kind"]], halves, return_sequences=True, return_state=False)
        )
        below: tuple[Ref, ...] = ((last[module], 0),) if module in last else ()
        nodes.append(Node(len(layers) - 1, below))
        last[module] = len(nodes) - 1
    for module, size in others.items():
        layers.append(Layer(module, "Module", None, parameters=size))
        nodes.append(Node(len(layers) - 1))
    return Graph(tuple(layers), tuple(nodes), (), tuple((node, 0) for node in last.values()))


def _places(parts: Mapping[Place, Parts], module: str, number: int | None) -> list[Place]:
    both: list[Place] = [(module, number, False), (module, number, True)]
    return [place for place in both if place in parts]


def _half(module: str, arrays: Parts) -> Half:
    """One direction of one layer, in Keras's order."""
    if "weight_hr" in arrays:
        raise FileError("The layer {name} has a projection (proj_size), which is not traced.", name=module or "l0")
    biases_found = {"bias_ih", "bias_hh"} & set(arrays)
    if not {"weight_ih", "weight_hh"} <= set(arrays) or len(biases_found) == 1:
        raise FileError(MISSING, name=module or "l0")
    input_weights, recurrent_weights = arrays["weight_ih"], arrays["weight_hh"]
    rows = recurrent_weights.shape[0] if recurrent_weights.ndim == 2 else 0
    units = recurrent_weights.shape[-1] if recurrent_weights.ndim == 2 else 0
    kind = KIND_OF_GATES.get(rows // units) if units and rows % units == 0 else None
    if kind is None or input_weights.ndim != 2 or math.prod(input_weights.shape) == 0:
        raise FileError(MISSHAPEN, name=module or "l0")
    options = {"kind": kind, "reset_after": True}
    found = {
        "kernel": reordered(input_weights.T, PLACES[kind]),
        "recurrent_kernel": reordered(recurrent_weights.T, PLACES[kind]),
    }
    if biases_found:
        of_input, of_state = (reordered(arrays[name], PLACES[kind]) for name in ("bias_ih", "bias_hh"))
        found["bias"] = biases(kind, of_input, of_state, reset_after=True)
    return options, found
