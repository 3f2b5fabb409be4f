"""A model as a file describes it: its layers, and which output goes into which layer. Plain data, without Keras."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from lstm_viz.model_files import sentences
from lstm_viz.problem import Note

Ref = tuple[int, int]  # a node, and which of its outputs
Shape = tuple[int | None, ...]
TRACED = ("recurrent", "bidirectional")
"""The kinds of the layers that are traced."""


@dataclass(frozen=True, eq=False)
class Layer:
    """One layer.

    Attributes:
        name: Its name; in a model inside the model "inner/lstm".
        class_name: The class that the file names, such as "CuDNNLSTM".
        kind: Which function of `numpy_layers` computes it; None for a layer that is not computed.
        options: The arguments that change its numbers, as JSON values.
        arrays: Its weights by name.
        inner: The graph that a TimeDistributed applies at each step.
        parameters: How many numbers its weights hold.
        reason: Why the layer is not computed, if it is one that could be expected to be.
    """

    name: str
    class_name: str
    kind: str | None
    options: Mapping[str, Any] = field(default_factory=dict)
    arrays: Mapping[str, np.ndarray] = field(default_factory=dict)
    inner: "Graph | None" = None
    parameters: int = 0
    reason: Note | None = None


@dataclass(frozen=True)
class Node:
    """One call of a layer.

    Attributes:
        layer: The number of the layer.
        inputs: What the layer gets: outputs of other nodes, numbers, or names of constants among its arrays.
        states: Initial states of a recurrent layer, if it gets any.
        mask: The output that is its mask, if the file names one.
        masks: Of a layer that is not recurrent, the masks of its inputs that the file names; None where it names none.
    """

    layer: int
    inputs: tuple[Ref | float | str, ...] = ()
    states: tuple[Ref, ...] = ()
    mask: Ref | None = None
    masks: tuple[Ref | None, ...] = ()

    @property
    def sources(self) -> tuple[Ref, ...]:
        """All outputs that this node needs."""
        masks = (mask for mask in (self.mask, *self.masks) if mask is not None)
        return (*(ref for ref in self.inputs if isinstance(ref, tuple)), *self.states, *masks)


@dataclass(frozen=True, eq=False)
class Graph:
    """Layers and their calls, each after those that it needs.

    Attributes:
        layers: The layers.
        nodes: The calls.
        inputs: The nodes that are inputs of the model, in their order.
        outputs: The outputs of the model.
    """

    layers: Sequence[Layer]
    nodes: Sequence[Node]
    inputs: tuple[int, ...]
    outputs: tuple[Ref, ...]

    def layer(self, node: int) -> Layer:
        """The layer that a node calls."""
        return self.layers[self.nodes[node].layer]

    def all_layers(self) -> Iterator[Layer]:
        """The layers, and those that a TimeDistributed applies at each step."""
        for layer in self.layers:
            yield layer
            if layer.inner is not None:
                yield from layer.inner.all_layers()


def to_json(graph: Graph, arrays: list[np.ndarray]) -> dict[str, Any]:
    """The graph as JSON values. Its arrays are appended to `arrays`, and named by their place there."""
    return {
        "layers": [_layer_to_json(layer, arrays) for layer in graph.layers],
        "nodes": [[node.layer, node.inputs, node.states, node.mask, node.masks] for node in graph.nodes],
        "inputs": graph.inputs,
        "outputs": graph.outputs,
    }


def _layer_to_json(layer: Layer, arrays: list[np.ndarray]) -> dict[str, Any]:
    places = {name: len(arrays) + place for place, name in enumerate(layer.arrays)}
    arrays.extend(layer.arrays.values())
    return {
        "name": layer.name,
        "class_name": layer.class_name,
        "kind": layer.kind,
        "options": dict(layer.options),
        "arrays": places,
        "inner": None if layer.inner is None else to_json(layer.inner, arrays),
        "parameters": layer.parameters,
        "reason": None if layer.reason is None else sentences.to_json(layer.reason),
    }


def from_json(values: Mapping[str, Any], arrays: Sequence[np.ndarray]) -> Graph:
    """The graph that `to_json` described."""
    return Graph(
        layers=tuple(_layer_from_json(layer, arrays) for layer in values["layers"]),
        nodes=tuple(
            Node(layer, tuple(map(_ref, inputs)), tuple(map(_ref, states)), _ref(mask), tuple(map(_ref, masks)))
            for layer, inputs, states, mask, masks in values["nodes"]
        ),
        inputs=tuple(values["inputs"]),
        outputs=tuple(map(_ref, values["outputs"])),
    )


def _layer_from_json(values: Mapping[str, Any], arrays: Sequence[np.ndarray]) -> Layer:
    inner = None if values["inner"] is None else from_json(values["inner"], arrays)
    reason = None if values["reason"] is None else sentences.from_json(values["reason"])
    named = {name: arrays[place] for name, place in values["arrays"].items()}
    return Layer(**{**values, "arrays": named, "inner": inner, "reason": reason})


def _ref(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
