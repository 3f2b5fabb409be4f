"""Runs a graph with numpy, as far as its layers are known, and records the traces of its recurrent layers."""

import math
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np

from lstm_viz.engine.bidirectional_trace import BidirectionalTrace, merged
from lstm_viz.engine.cell import SIGNALS, STATES
from lstm_viz.engine.trace import Trace
from lstm_viz.engine.tracing import trace_layer
from lstm_viz.engine.weights import BidirectionalWeights, RecurrentWeights
from lstm_viz.i18n import N_
from lstm_viz.model_files.graph import TRACED, Graph, Layer, Node, Ref, Shape
from lstm_viz.model_files.numpy_layers import Value, scores
from lstm_viz.model_files.numpy_operations import COMPUTED, SEVERAL, SIZES
from lstm_viz.model_files.sentences import FileError

LENGTHS = (5040, 10080)
"""What stands for an axis whose length the file leaves open. Where the two give different lengths, it stays open."""
MOST_VALUES = 2**26
MOST_STEPS = 100_000
MISFIT = N_("The layer {name} cannot read an input of the shape {shape} for each sample.")

AnyTrace = Trace | BidirectionalTrace
Values = dict[Ref, Value]


class Pass:
    """One pass over a graph.

    Args:
        graph: The graph.
        given: Node → its inputs. For an input of the model that is its value; for another node what the layer reads.
        record: Called with the layer and its trace, for each recurrent layer that runs. Returns the trace with which
            the pass goes on.
        known: What some nodes return. They are not computed.

    Attributes:
        values: What each node returned; a node is missing if it cannot be computed.
        traces: Node → its trace, for the recurrent layers.
        size: How many numbers it computes for each sample. Of a pass over an empty batch, how many it would.
    """

    def __init__(
        self,
        graph: Graph,
        given: Mapping[int, Value],
        record: Callable[[Layer, AnyTrace], AnyTrace] | None = None,
        known: Mapping[Ref, Value] | None = None,
    ):
        self.values: Values = dict(known or {})
        self.traces: dict[int, AnyTrace] = {}
        self.size = 0
        self._record = record
        batches = {value.array.shape[:1] for value in (*self.values.values(), *given.values())}
        for place, node in enumerate(graph.nodes):
            if (place, 0) in self.values:
                continue
            inputs = self._inputs(graph.layer(place), node, given.get(place))
            if inputs is None:
                continue
            outputs = self._outputs(graph, place, inputs)
            # What an empty batch would hold is known only as long as each layer leaves the first axis to the batch.
            if any(value.array.shape[:1] not in batches for value in outputs):
                raise _misfit(graph.layer(place), inputs)
            self.values |= {(place, number): value for number, value in enumerate(outputs)}
            self.size += sum(math.prod(value.array.shape[1:]) for value in outputs)

    def _inputs(self, layer: Layer, node: Node, given: Value | None) -> list[Value] | None:
        """What the node reads, or None if something of it is not known."""
        known = all(ref in self.values for ref in node.states)
        if given is not None and known:
            return [given]
        reads = any(isinstance(item, tuple) for item in node.inputs)  # else only constants
        if not known or not reads or any(ref not in self.values for ref in node.sources):
            return None
        return read_by(layer, node, self.values)

    def _outputs(self, graph: Graph, place: int, inputs: list[Value]) -> Sequence[Value]:
        layer, node = graph.layer(place), graph.nodes[place]
        if layer.kind is None:
            return ()
        if layer.kind == "input":
            return inputs
        mask = inputs[0].mask
        if node.mask is not None and node.mask in self.values:
            mask = self.values[node.mask].array != 0
        elif node.states and not layer.options.get("mask_with_states", True):
            mask = None
        if layer.options.get("turns_mask") and mask is not None:
            mask = mask[:, ::-1]
        states = [self.values[ref].array for ref in node.states]
        try:
            if layer.kind in TRACED:
                return self._recurrent(place, layer, Value(inputs[0].array, mask), states, inputs[0].mask)
            if layer.kind == "time_distributed":
                return self._time_distributed(layer, inputs[0])
            if layer.kind in SIZES:
                self.size += SIZES[layer.kind](layer, inputs)
            if layer.kind in SEVERAL:
                return SEVERAL[layer.kind](layer, inputs)
            value = COMPUTED[layer.kind](layer, inputs)
            if layer.options.get("scores"):
                return [value, scores(layer, inputs)]
            return [value._replace(mask=None) if layer.options.get("without_mask") else value]
        except FileError:
            raise
        except (ValueError, IndexError) as error:
            raise _misfit(layer, inputs) from error

    def _recurrent(
        self, place: int, layer: Layer, given: Value, states: list[np.ndarray], passed_on: np.ndarray | None
    ) -> list[Value]:
        """What a recurrent layer returns. Its outputs have the mask that came with the inputs, used or not."""
        weights = weights_of(layer)
        parts = [weights] if isinstance(weights, RecurrentWeights) else list(weights)
        if not len(given.array):
            outputs = _empty(layer, parts, given)
            steps = given.array.shape[1]
            self.size += sum(steps * part.units * len(SIGNALS[part.kind]) for part in parts)
            # Each step costs time of its own, however small it is.
            self.size += MOST_VALUES * (steps // MOST_STEPS)
            return outputs
        trace = trace_layer(weights, given.array, initial_state=states or None, mask=given.mask, engine="numpy")
        if self._record:
            trace = self._record(layer, trace)
        self.traces[place] = trace
        return _returned(layer, trace, passed_on)

    def _time_distributed(self, layer: Layer, given: Value) -> Sequence[Value]:
        """The inner graph at each step: all steps of all samples are one batch."""
        assert layer.inner is not None
        batch, time = given.array.shape[:2]
        folded = Value(given.array.reshape(batch * time, *given.array.shape[2:]))
        inner = Pass(layer.inner, {layer.inner.inputs[0]: folded}, self._record)
        self.size += time * inner.size
        if layer.inner.outputs[0] not in inner.values:
            return ()
        inside = inner.values[layer.inner.outputs[0]].array
        return [Value(inside.reshape(batch, time, *inside.shape[1:]), given.mask)]


def _misfit(layer: Layer, inputs: Sequence[Value]) -> FileError:
    shapes = " × ".join(str(value.array.shape[1:]) for value in inputs)
    return FileError(MISFIT, name=layer.name, shape=shapes)


def read_by(layer: Layer, node: Node, values: Mapping[Ref, Value]) -> list[Value]:
    """What a node reads, with the masks with which it is called."""
    inputs = [values[item] if isinstance(item, tuple) else _plain(layer, item) for item in node.inputs]
    for place, ref in enumerate(node.masks[: len(inputs)]):
        if ref is not None:
            inputs[place] = inputs[place]._replace(mask=values[ref].array != 0)
    return inputs


def _plain(layer: Layer, item: float | str) -> Value:
    """A number, or the constant array of the layer that has this name."""
    return Value(layer.arrays[item] if isinstance(item, str) else np.asarray(item, np.float32))


def weights_of(layer: Layer) -> RecurrentWeights | BidirectionalWeights:
    """The weights of a layer of kind "recurrent" or "bidirectional"."""
    if layer.kind == "recurrent":
        return RecurrentWeights(**{**layer.options["weights"], **layer.arrays})
    forward, backward = (_half(layer, name) for name in ("forward", "backward"))
    return BidirectionalWeights(forward, backward, layer.options["merge_mode"])


def _half(layer: Layer, name: str) -> RecurrentWeights:
    start = f"{name}."
    own = {key.removeprefix(start): array for key, array in layer.arrays.items() if key.startswith(start)}
    return RecurrentWeights(**{**layer.options[name], **own})


def _returned(layer: Layer, trace: AnyTrace, mask: np.ndarray | None) -> list[Value]:
    """What the layer returns to the layers after it: the output, and with `return_state` the states."""
    sequences = layer.options["return_sequences"]
    parts = list(trace) if isinstance(trace, BidirectionalTrace) else [trace]
    # BidirectionalTrace.keras_outputs has today's rule for masked steps; the layer's own may be an older one.
    outputs = [part.keras_outputs(return_sequences=sequences) for part in parts]
    after = mask if sequences else None
    if isinstance(trace, BidirectionalTrace):
        if sequences:
            outputs[1] = outputs[1][:, ::-1]
        if trace.merge_mode is not None:
            outputs = [merged(outputs[0], outputs[1], trace.merge_mode)]
    states = [state for part in parts for state in part.final_state] if layer.options["return_state"] else []
    return [*(Value(output, after) for output in outputs), *map(Value, states)]


def _empty(layer: Layer, parts: Sequence[RecurrentWeights], given: Value) -> list[Value]:
    """The shapes of what the layer returns, for an empty batch."""
    if given.array.ndim != 3 or given.array.shape[2] != parts[0].features:
        raise ValueError(f"of shape (batch, time, {parts[0].features}), not {given.array.shape[1:]} for each sample")
    time = given.array.shape[1:2] if layer.options["return_sequences"] else ()
    outputs = [np.empty((0, *time, part.units), np.float32) for part in parts]
    mode = layer.options.get("merge_mode")
    if len(parts) == 2 and mode is not None:
        outputs = [merged(outputs[0], outputs[1], mode)]
    states = [np.empty((0, part.units), np.float32) for part in parts for _ in STATES[part.kind]]
    after = given.mask if layer.options["return_sequences"] else None
    return [*(Value(o, after) for o in outputs), *(map(Value, states) if layer.options["return_state"] else ())]


def shapes(graph: Graph) -> dict[Ref, Shape]:
    """The shape of each output that is known, with None for the batch and for what the file leaves open.

    Raises:
        InputError: If a layer cannot read what it gets.
    """
    long, longer = (Pass(graph, _blank(graph, length)).values for length in LENGTHS)
    return {ref: _open(long[ref].array.shape, longer[ref].array.shape) for ref in long}


def _open(one: tuple[int, ...], other: tuple[int, ...]) -> Shape:
    return (None, *(size if size == another else None for size, another in zip(one[1:], other[1:], strict=True)))


def _blank(graph: Graph, length: int) -> dict[int, Value]:
    """An empty batch for each input whose shape the file says."""
    blank = {}
    for node in graph.inputs:
        shape = graph.layer(node).options["shape"]
        if shape is not None:
            blank[node] = Value(np.empty((0, *(length if size is None else size for size in shape)), np.float32))
    return blank


def check_size(graph: Graph, given: Mapping[int, Value], most: int) -> None:
    """Finds out how much a pass over these inputs would hold, before it is run.

    Args:
        graph: The graph.
        given: See `Pass`.
        most: The most numbers that a pass may hold.

    Raises:
        FileError: If it is too much, or a layer cannot read what it gets.
    """
    empty = {node: Value(value.array[:0], None) for node, value in given.items()}
    batch = max(len(value.array) for value in given.values())
    if Pass(graph, empty).size * batch > most:
        raise FileError("This input is too long for this model: give fewer samples or fewer steps.")


def as_value(array: Any) -> Value:
    """An array that was given, as a value. What is no float stays as it is: an Embedding reads whole numbers.

    Raises:
        InputError: If it does not hold numbers.
    """
    try:
        array = np.asarray(array)
    except ValueError as error:
        raise FileError("The inputs must be arrays of numbers, with rows of one length.") from error
    if array.dtype.kind not in "biuf":
        raise FileError("The inputs must be arrays of numbers, with rows of one length.")
    return Value(array.astype(np.float32) if array.dtype.kind in "bf" else array)
