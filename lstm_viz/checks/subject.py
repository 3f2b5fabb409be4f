"""What is checked: the layers with their traces, and as far as it is known the graph around them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np

from lstm_viz.engine.bidirectional_trace import BidirectionalTrace
from lstm_viz.engine.model_trace import ModelTrace
from lstm_viz.engine.trace import Trace
from lstm_viz.engine.weights import RecurrentWeights
from lstm_viz.model_files import ModelFile
from lstm_viz.model_files.graph import Graph, Layer, Ref
from lstm_viz.model_files.numpy_layers import Value
from lstm_viz.model_files.running import AnyTrace, as_value
from lstm_viz.problem import InputError

UNTRAINED = ("input", "same", "masking", "reshape", "flatten", "permute", "repeat_vector", "expand_dims", "cropping")
"""Layers that pass on what was given as it is, or in another shape."""
MOST_ROWS = 4096


@dataclass(frozen=True, eq=False)
class Part:
    """One direction of a recurrent layer.

    Attributes:
        name: The layer's name; of a Bidirectional's two with "/forward" or "/backward".
        weights: The layer.
        trace: Its trace, if there is one.
        is_raw: Whether it reads what was given, with no layer between that has weights.
        sequences: The sequences that were given and that it reads to their ends, if only its state after the last step
            is used; (batch, time) of ids or (batch, time, features).
    """

    name: str
    weights: RecurrentWeights
    trace: Trace | None
    is_raw: bool = False
    sequences: tuple[np.ndarray, ...] = ()

    @property
    def steps(self) -> Trace:
        """The trace, which a check may use that says that it needs one."""
        assert self.trace is not None
        return self.trace

    @cached_property
    def is_finite(self) -> bool:
        """Whether no number of the trace is NaN or infinite."""
        return all(np.isfinite(array).all() for array in (self.steps.inputs, *self.steps.signals.values()))

    @cached_property
    def read(self) -> np.ndarray:
        """Which steps were read, (batch, time), in the order of reading."""
        trace = self.steps
        mask = np.ones(trace.inputs.shape[:2], bool) if trace.mask is None else trace.mask
        return mask[:, ::-1] if trace.go_backwards else mask

    def in_order(self, signal: str) -> np.ndarray:
        """A signal or the inputs, (batch, time, …), with the steps in the order of reading."""
        array = self.steps.inputs if signal == "inputs" else self.steps.signals[signal]
        return array[:, ::-1] if self.steps.go_backwards else array

    def rows(self, signal: str) -> np.ndarray:
        """The values of a signal at the steps that were read, (values, units); of many, evenly chosen ones."""
        return few(self.in_order(signal)[self.read])


def few(rows: np.ndarray) -> np.ndarray:
    """The rows as float64; of many, evenly chosen ones."""
    return rows[:: -(-len(rows) // MOST_ROWS) or 1].astype(float)


@dataclass(frozen=True, eq=False)
class Subject:
    """What is checked.

    Attributes:
        parts: The directions of all recurrent layers.
        inputs: What the model was given, input by input; of a layer alone, what it reads.
        outputs: What the model returned; None if it is not known, or there are several.
        targets: What it should have returned, as far as it is known.
        file: The model, if it was read from a file.
        values: Of such a model, what each of its layers returned.
        given: Of such a model, the nodes that read the inputs, each with its own.
        problem: Why it could not be run.
    """

    parts: tuple[Part, ...]
    inputs: tuple[np.ndarray, ...] = ()
    outputs: np.ndarray | None = None
    targets: np.ndarray | None = None
    file: ModelFile | None = None
    values: Mapping[Ref, Value] = field(default_factory=dict)
    given: Mapping[int, Value] = field(default_factory=dict)
    problem: InputError | None = None

    @property
    def graph(self) -> Graph:
        """The layers and their calls, which a check may use that says that it needs them."""
        assert self.file is not None
        return self.file.network

    def name(self, node: int) -> str:
        """The name of a node."""
        assert self.file is not None
        return self.file.graph[node].name

    def shape(self, ref: Ref) -> tuple[int | None, ...] | None:
        """The shape of an output, as far as it is known."""
        if ref in self.values:
            return self.values[ref].array.shape
        assert self.file is not None
        return self.file.graph[ref[0]].shape if ref[1] == 0 else None


def subject_of(seen: Any, inputs: Any, targets: Any) -> Subject:
    """What is checked, from what was given to `check_up`.

    Raises:
        TypeError: If it is nothing that can be checked.
        InputError: If the inputs do not fit the model, or inputs or targets are no numbers.
    """
    wanted = None if targets is None else as_value(targets).array
    if isinstance(seen, ModelFile):
        return _of_file(seen, inputs, wanted)
    if inputs is not None:
        raise TypeError("inputs are for a ModelFile: a trace has read its own.")
    if isinstance(seen, ModelTrace):
        return _of_model_trace(seen, wanted)
    if isinstance(seen, Trace | BidirectionalTrace):
        given = (seen if isinstance(seen, Trace) else seen.forward).inputs
        return Subject(tuple(_parts("", seen, True, (given,))), (given,), targets=wanted)
    raise TypeError(f"a Trace, BidirectionalTrace, ModelTrace or ModelFile can be checked, not {type(seen).__name__}.")


def _parts(name: str, trace: AnyTrace, is_raw: bool, sequences: tuple[np.ndarray, ...] = ()) -> Iterator[Part]:
    halves = {"": trace} if isinstance(trace, Trace) else {"/forward": trace.forward, "/backward": trace.backward}
    for half, one in halves.items():
        yield Part(f"{name}{half}".lstrip("/"), one.weights, one, is_raw, sequences)


def _of_model_trace(seen: ModelTrace, targets: np.ndarray | None) -> Subject:
    """What goes on is not known, but the first layer reads what was given, and the last one ends the sequence."""
    traces = {name: trace if isinstance(trace, Trace) else trace.forward for name, trace in seen.layers.items()}
    first, last = next(iter(traces)), list(traces)[-1]
    given = traces[first].inputs
    ends = (given,) if given.shape[1] == traces[last].steps else ()
    parts = [
        part
        for name, trace in seen.layers.items()
        for part in _parts(name, trace, name == first, ends if name == last else ())
    ]
    outputs = seen.outputs if isinstance(seen.outputs, np.ndarray) else None
    return Subject(tuple(parts), (given,), outputs, targets)


def _of_file(file: ModelFile, inputs: Any, targets: np.ndarray | None) -> Subject:
    alone = tuple(
        Part(f"{name}{half}", one, None)
        for name, weights in file.layers.items()
        for half, one in (
            {"": weights}
            if isinstance(weights, RecurrentWeights)
            else {"/forward": weights.forward, "/backward": weights.backward}
        ).items()
    )
    if inputs is None:
        return Subject(alone, targets=targets, file=file)
    given = file.given(inputs)
    arrays = tuple(value.array for value in given.values())
    try:
        values, traces = file.walk(inputs)
    except InputError as problem:
        if not beyond_embedding(file.network, given):
            raise
        return Subject(alone, arrays, None, targets, file, given=given, problem=problem)
    nodes = {box.name: node for node, box in enumerate(file.graph)}
    parts = tuple(
        part
        for name, trace in traces.items()
        for part in _parts(name, trace, *_before(file.network, nodes.get(name), given))
    )
    outputs = [values[ref].array for ref in file.network.outputs if ref in values]
    return Subject(parts, arrays, outputs[0] if len(outputs) == 1 else None, targets, file, values, given)


def _before(graph: Graph, node: int | None, given: Mapping[int, Value]) -> tuple[bool, tuple[np.ndarray, ...]]:
    """Whether a layer reads what was given, with no weights between; and the sequences whose last step it ends with."""
    if node is None:  # inside of a TimeDistributed
        return False, ()
    before = ancestors(graph, node)
    is_raw = all(graph.layer(one).kind in UNTRAINED for one in before) or node in given
    if graph.layer(node).options["return_sequences"]:
        return is_raw, ()
    sources = {node, *before} & set(given)
    ids = {
        one for one in sources if any(graph.layer(reader).kind == "embedding" for reader in (one, *readers(graph, one)))
    }
    ends = tuple(given[one].array for one in sources if given[one].array.ndim == (2 if one in ids else 3))
    return is_raw, ends


def beyond_embedding(graph: Graph, given: Mapping[int, Value]) -> dict[int, np.ndarray]:
    """Node of an Embedding that reads what was given → the numbers in it that have no row."""
    found = {}
    for place, node in enumerate(graph.nodes):
        layer = graph.layer(place)
        source = place if place in given else next((ref[0] for ref in node.sources), -1)
        if layer.kind == "embedding" and source in given:
            ids = given[source].array
            wrong = ids[~((ids > -1) & (ids < len(layer.arrays["embeddings"])))]
            if wrong.size:
                found[place] = wrong
    return found


def ancestors(graph: Graph, node: int) -> set[int]:
    """All nodes that a node depends on."""
    found: set[int] = set()
    waiting = [node]
    while waiting:
        new = {source for source, _ in graph.nodes[waiting.pop()].sources} - found
        found |= new
        waiting += new
    return found


def readers(graph: Graph, node: int) -> list[int]:
    """The nodes that read an output of a node."""
    return [place for place, one in enumerate(graph.nodes) if any(source == node for source, _ in one.sources)]


@dataclass(frozen=True)
class Head:
    """The last layer of a model that makes numbers.

    Attributes:
        name: Its name.
        width: How many numbers it returns.
        activation: The activation after it.
    """

    name: str
    width: int
    activation: str


def head(graph: Graph) -> Head | None:
    """The Dense at the end of a model with one output, also at each step; None if it ends otherwise."""
    if len(graph.outputs) != 1:
        return None
    node, after = graph.outputs[0][0], "linear"
    while graph.layer(node).kind in ("activate", "same") and graph.nodes[node].sources:
        after = graph.layer(node).options.get("activation", after) if after == "linear" else after
        node = graph.nodes[node].sources[0][0]
    layer: Layer = graph.layer(node)
    if layer.kind == "time_distributed" and layer.inner is not None:
        layer = layer.inner.layer(layer.inner.outputs[0][0])
    if layer.kind != "dense":
        return None
    own = layer.options.get("activation", "linear")
    return Head(layer.name, layer.arrays["kernel"].shape[1], after if after != "linear" else own)
