"""Goes back through a graph: from the gradient by what a node returns to that by what an earlier one returned."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from lstm_viz.engine.bidirectional_trace import BidirectionalTrace
from lstm_viz.engine.cell import STATES
from lstm_viz.engine.gradients import SLOPES, has_slopes, input_gradient
from lstm_viz.engine.trace import Trace
from lstm_viz.engine.weights import RecurrentWeights
from lstm_viz.model_files.backward_operations import BACKWARD
from lstm_viz.model_files.graph import TRACED, Graph, Layer, Ref
from lstm_viz.model_files.numpy_layers import Value
from lstm_viz.model_files.running import AnyTrace, Pass, read_by, weights_of

Found = dict[Ref, np.ndarray]


def has_gradient(layer: Layer) -> bool:
    """Whether `go_back` knows the way back through a layer."""
    if layer.kind in TRACED:
        weights = weights_of(layer)
        return all(map(has_slopes, [weights] if isinstance(weights, RecurrentWeights) else weights))
    if layer.kind == "time_distributed":
        return layer.inner is not None and all(map(has_gradient, map(layer.inner.layer, _inside(layer.inner))))
    if layer.options.get("scores"):
        return False
    known = layer.options.get("activation", "linear") in (*SLOPES, "softmax", "log_softmax", "threshold")
    return layer.kind in BACKWARD and known


def _inside(graph: Graph) -> range:
    """The nodes of the inner graph of a TimeDistributed, without its input, which comes first."""
    return range(1 + graph.inputs[0], len(graph.nodes))


def go_back(graph: Graph, run: Pass, found: Found, way: Sequence[int]) -> Found:
    """The gradients by what the nodes read that depend on nothing else, from those by what some nodes return.

    Args:
        graph: The graph.
        run: A pass over it.
        found: The output of a node → the gradient by it.
        way: The nodes through which to go, in their order.

    Returns:
        What is left when all these nodes are done: the gradients by outputs of other nodes.

    Raises:
        KeyError: If a layer has no way back; see `has_gradient`.
    """
    found = dict(found)
    for place in reversed(way):
        outputs = [found.pop((place, number), None) for number in range(_count(run, place))]
        first = outputs[0]
        node, layer = graph.nodes[place], graph.layer(place)
        inputs = read_by(layer, node, run.values)
        states: Sequence[np.ndarray] = ()
        if layer.kind in TRACED:
            gradient, states = _recurrent(layer, run.traces[place], outputs)
            gradients = [gradient]
        elif first is None:
            continue
        elif layer.kind == "time_distributed":
            gradients = [_time_distributed(layer, inputs[0], first)]
        else:
            gradients = BACKWARD[layer.kind or ""](layer, inputs, first)
        for ref, gradient in [*zip(node.inputs, gradients, strict=False), *zip(node.states, states, strict=False)]:
            if isinstance(ref, tuple):
                found[ref] = found[ref] + gradient if ref in found else gradient
    return found


def _count(run: Pass, place: int) -> int:
    return sum(node == place for node, _ in run.values)


def _time_distributed(layer: Layer, given: Value, gradient: np.ndarray) -> np.ndarray:
    """The way back through the inner graph: all steps of all samples are one batch."""
    graph = layer.inner
    assert graph is not None
    folded = Value(given.array.reshape(-1, *given.array.shape[2:]))
    inner = Pass(graph, {graph.inputs[0]: folded})
    found = {graph.outputs[0]: gradient.reshape(-1, *gradient.shape[2:])}
    return go_back(graph, inner, found, _inside(graph))[graph.inputs[0], 0].reshape(given.array.shape)


def _recurrent(
    layer: Layer, trace: AnyTrace, outputs: Sequence[np.ndarray | None]
) -> tuple[np.ndarray, list[np.ndarray]]:
    """The gradients by the inputs and by the initial states of a recurrent layer."""
    parts = list(trace) if isinstance(trace, BidirectionalTrace) else [trace]
    own, of_states = _of_parts(layer, parts, outputs)
    total = np.zeros(parts[0].inputs.shape)
    states: list[np.ndarray] = []
    for part, gradient in zip(parts, own, strict=True):
        names = STATES[part.kind]
        given, of_states = of_states[: len(names)] or [None] * len(names), of_states[len(names) :]
        last = tuple(np.zeros((len(total), part.units)) if state is None else state for state in given)
        hidden = _by_hidden(part, gradient, layer.options["return_sequences"])
        by_inputs, by_states = input_gradient(part, hidden, last)
        total += by_inputs
        states += by_states
    return total, states


def _of_parts(
    layer: Layer, parts: Sequence[Trace], outputs: Sequence[np.ndarray | None]
) -> tuple[list[np.ndarray | None], list[np.ndarray | None]]:
    """The gradients by the output of each direction, in its own order of steps, and by the states that follow them."""
    sequences, mode = layer.options["return_sequences"], layer.options.get("merge_mode")
    if len(parts) == 1 or mode is None:
        own, of_states = list(outputs[: len(parts)]), list(outputs[len(parts) :])
    else:
        returned = [part.keras_outputs(return_sequences=sequences) for part in parts]
        if sequences:
            returned[1] = returned[1][:, ::-1]
        own, of_states = _unmerged(outputs[0], returned, mode), list(outputs[1:])
    if len(parts) == 2 and sequences and own[1] is not None:
        own[1] = own[1][:, ::-1]
    return own, of_states


def _unmerged(gradient: np.ndarray | None, outputs: Sequence[np.ndarray], mode: str) -> list[np.ndarray | None]:
    """The gradients by the outputs of the two layers of a Bidirectional, from that by what it makes of them."""
    if gradient is None:
        return [None, None]
    if mode == "concat":
        return list(np.split(gradient, [outputs[0].shape[-1]], axis=-1))
    if mode == "mul":
        return [gradient * outputs[1], gradient * outputs[0]]
    return [gradient / 2 if mode == "ave" else gradient] * 2


def _by_hidden(part: Trace, gradient: np.ndarray | None, sequences: bool) -> np.ndarray:
    """The gradient by the hidden states, (batch, time, units), from that by what the layer returns of them."""
    if gradient is None:
        return np.zeros(part.signals["hidden"].shape)
    ones = replace(part, signals={**part.signals, "hidden": np.ones_like(part.signals["hidden"])})
    shown = gradient * ones.keras_outputs(return_sequences=sequences)  # 0 where a masked step returns zeros
    if sequences:
        return shown[:, ::-1] if part.go_backwards else shown
    hidden = np.zeros(part.signals["hidden"].shape)
    hidden[:, 0 if part.go_backwards else -1] = shown
    return hidden
