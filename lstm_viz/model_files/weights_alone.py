"""Weights without the description of their model: what the layers are is derived from the shapes."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from lstm_viz.keras_code import LAYERS
from lstm_viz.model_files import recurrent
from lstm_viz.model_files.description import WEIGHTS_ALONE, Description
from lstm_viz.model_files.graph import Graph, Layer, Node
from lstm_viz.model_files.hdf5 import Hdf5
from lstm_viz.model_files.keras_layers import Json
from lstm_viz.model_files.keras_weights import CONTAINERS, Legacy
from lstm_viz.model_files.recurrent_layer import KIND_OF_GATES, recurrent_layer
from lstm_viz.model_files.sentences import FileError
from lstm_viz.model_files.writer import Writer
from lstm_viz.problem import Note

HALVES = ("forward", "backward")
Group = tuple[str, list[str]]  # a layer's name, and the paths of its weights


def read(file: Hdf5, writer: Writer) -> Description:
    """The layers of a file of weights.

    Raises:
        InputError: If it holds no weights.
    """
    if not file.names(file.root, "layer_names"):
        writer = replace(writer, at_least=(2, 12))  # the first that names folders by classes
    groups = list(_groups(file, writer))
    if not groups:
        raise FileError("The file holds no weights of a model.")
    layers: list[Layer] = []
    alternatives: dict[str, list[Json]] = {}
    for name, paths in groups:
        layer, others = _layer(file, writer, name, paths)
        layers.append(layer)
        if others:
            alternatives[name] = others
    layers = list(_paired(layers))
    alternatives = {layer.name: alternatives[layer.name] for layer in layers if layer.name in alternatives}
    notes = [Note("The file holds only weights. Their layers are derived from their shapes.")]
    if any(layer.kind for layer in layers):
        gate = writer.default_gate
        notes.append(
            Note(
                "Activations and directions are not in the file, so Keras's defaults are used: {activation} "
                "and {gate}.",
                activation="tanh",
                gate=gate,
            )
        )
    notes += [Note("The shapes of {name} fit several layers.", name=name) for name in alternatives]
    graph = Graph(tuple(layers), tuple(map(Node, range(len(layers)))), (), ())
    return Description(WEIGHTS_ALONE, writer, graph, {}, tuple(notes), alternatives)


def _groups(file: Hdf5, writer: Writer) -> Iterator[Group]:
    """The weights that belong together."""
    legacy = Legacy(file, writer)
    if legacy.layers:
        for name, paths in legacy.layers.items():
            yield from _split_by_name(name, paths, legacy.names)
        return
    together: dict[str, list[str]] = {}
    for path in file.arrays:
        folder, _, last = path.rpartition("/")
        if folder.endswith("vars") and last.isdecimal() and not path.startswith("optimizer/"):
            together.setdefault(folder, []).append(path)
    for folder, paths in together.items():
        yield _name(file, folder), sorted(paths, key=lambda path: int(path.rpartition("/")[2]))


def _name(file: Hdf5, folder: str) -> str:
    """A short name for the folder of a layer: "layers/lstm_1/cell/vars" is lstm_1, or the name that the file says."""
    container, _, inside = folder.partition("/")
    own, _, rest = inside.partition("/") if container in CONTAINERS else (folder, "", "")
    parts = [part for part in rest.split("/") if part not in (*CONTAINERS, "cell", "vars", "layer")]
    return "/".join([file.text("name", f"{container}/{own}/vars") or own, *parts])


def _split_by_name(name: str, paths: list[str], names: dict[str, str]) -> Iterator[Group]:
    """The halves of a Bidirectional, or the layers of a model inside the model, by the names before the last one."""
    together: dict[str, list[str]] = {}
    for path in paths:
        together.setdefault(names[path].rpartition("/")[0], []).append(path)
    if len(together) <= 1:
        yield name, paths
        return
    for inner, own in together.items():
        parts = [part for part in inner.split("/") if part != name]
        yield "/".join([name, *parts]), own


def _layer(file: Hdf5, writer: Writer, name: str, paths: list[str]) -> tuple[Layer, list[Json]]:
    """A layer, and the options of others that its shapes fit. What is not recurrent is an opaque box."""
    size = sum(math.prod(file.shape(path)) for path in paths)
    shapes = [file.shape(path) for path in paths]
    kind = kind_of(shapes)
    if kind is None:
        return Layer(name, " ".join(map(str, shapes)), None, parameters=size), []
    arrays = recurrent.named(name, LAYERS[kind], [file.read(path) for path in paths])
    values = recurrent.options(LAYERS[kind], {}, writer, arrays)
    recurrent.check(name, {}, values, arrays)
    options = {"weights": values, "return_sequences": True, "return_state": False}
    layer = Layer(name, LAYERS[kind], "recurrent", options, arrays, parameters=size)
    return layer, list(_others(values, arrays))


def _paired(layers: Sequence[Layer]) -> Iterator[Layer]:
    """The layers, with the two halves of a Bidirectional as one."""
    halves: dict[str, list[Layer]] = {}
    for layer in layers:
        outer, _, inner = layer.name.rpartition("/")
        if layer.kind is None or not outer or not inner.startswith(HALVES):
            yield layer
        else:
            halves.setdefault(outer, []).append(layer)
    for name, found in halves.items():
        found.sort(key=lambda half: half.name, reverse=True)  # forward, backward
        if [half.name.rpartition("/")[2].partition("_")[0] for half in found] == list(HALVES):
            both = [(half.options["weights"], dict(half.arrays)) for half in found]
            both[1][0]["go_backwards"] = True
            yield recurrent_layer(name, "Bidirectional", both, return_sequences=True, return_state=False)
        else:
            yield from found


def _others(values: Json, arrays: dict[str, np.ndarray]) -> Iterator[Json]:
    """A GRU without biases may apply its reset gate before or after the product."""
    if values["kind"] == "gru" and "bias" not in arrays:
        yield {**values, "reset_after": not values["reset_after"]}


def kind_of(shapes: Sequence[tuple[int, ...]]) -> str | None:
    """The recurrent layer whose weights have these shapes, in Keras's order; None if there is none."""
    gates_of_keras_1 = {12: "lstm", 9: "gru"}
    if len(shapes) in gates_of_keras_1 and len(shapes[0]) == len(shapes[1]) == 2 and len(shapes[2]) == 1:
        return gates_of_keras_1[len(shapes)] if shapes[1][0] == shapes[1][1] == shapes[0][1] else None
    if len(shapes) not in (2, 3) or len(shapes[0]) != 2 or len(shapes[1]) != 2:
        return None
    units, columns = shapes[1]
    if not units or columns % units or shapes[0][1] != columns:
        return None
    kind = KIND_OF_GATES.get(columns // units)
    bias = shapes[2] if len(shapes) == 3 else (columns,)
    fitting = {(columns,)} | ({(2, columns)} if kind == "gru" else set())
    fitting |= {(2 * columns,)} if kind in ("lstm", "gru") else set()
    return kind if tuple(bias) in fitting else None
