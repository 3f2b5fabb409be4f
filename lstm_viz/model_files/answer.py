"""One number that a model answers, as a function of what one of its layers reads; with its gradient, in numpy."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np

from lstm_viz.model_files.backward_pass import go_back, has_gradient
from lstm_viz.model_files.graph import Graph, Layer, Node, Ref
from lstm_viz.model_files.model_file import ModelFile
from lstm_viz.model_files.numpy_layers import Value
from lstm_viz.model_files.running import Pass, check_size
from lstm_viz.model_files.sentences import FileError

MOST_AT_ONCE = 2**22
"""How many numbers the layers return in one pass; more samples go through the model one part after another."""


@dataclass(frozen=True, eq=False)
class Answer:
    """One number of a model's answer to one sample, as a function of what one of its layers reads.

    Everything that does not depend on what is read stays as it is for the sample: other inputs, and masks.

    Attributes:
        graph: The model.
        values: What each node returns for the sample, with a batch of 1.
        source: What is varied.
        output: The output that the number is part of.
        index: Which of the numbers of the output it is: without the batch, as (class,) or (step, unit).
    """

    graph: Graph
    values: Mapping[Ref, Value]
    source: Ref
    output: Ref
    index: tuple[int, ...]

    @property
    def given(self) -> np.ndarray:
        """What is read for the sample, (time, features) or of another shape."""
        return self.values[self.source].array[0]

    @property
    def mask(self) -> np.ndarray | None:
        """Which steps of it are read, (time,); None without a mask."""
        mask = self.values[self.source].mask
        return None if mask is None else mask[0]

    @property
    def is_embedded(self) -> bool:
        """Whether what is read are the vectors of an Embedding."""
        return self.graph.layer(self.source[0]).kind == "embedding"

    def numbers(self, points: np.ndarray) -> np.ndarray:
        """The number for each of several inputs, (points, …) → (points,)."""
        return np.concatenate([self._number(self._run(part)) for part in self._parts(points)])

    def gradients(self, points: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """The number for each of several inputs, and its gradient there: (points, …) → (points,) and (points, …).

        Raises:
            KeyError: If a layer has no way back; see `without_gradient`.
        """
        found = [(self._number(run), self._gradient(run)) for run in map(self._run, self._parts(points))]
        numbers, gradients = zip(*found, strict=True)
        return np.concatenate(numbers), np.concatenate(gradients)

    @cached_property
    def size(self) -> int:
        """How many numbers the layers return for one input."""
        return max(1, self._run(self.given[None][:0]).size)

    @cached_property
    def without_gradient(self) -> tuple[str, ...]:
        """The names of the layers on the way that have no way back."""
        layers = [self.graph.layer(place) for place in self._way]
        return tuple(dict.fromkeys(layer.name for layer in layers if not has_gradient(layer)))

    @cached_property
    def _dependent(self) -> set[int]:
        """The nodes that depend on what is varied."""
        found: set[int] = set()
        for place, node in enumerate(self.graph.nodes):
            if place != self.source[0] and any(ref == self.source or ref[0] in found for ref in node.sources):
                found.add(place)
        return found

    @cached_property
    def _way(self) -> tuple[int, ...]:
        """Those of them on which the number depends, in their order."""
        needed = {self.output[0]}
        for place in sorted(self._dependent, reverse=True):
            if place in needed:
                needed |= {place for place, _ in self.graph.nodes[place].sources}
        return tuple(sorted(self._dependent & needed))

    def _parts(self, points: np.ndarray) -> Iterator[np.ndarray]:
        most = max(1, MOST_AT_ONCE // self.size)
        return (points[start : start + most] for start in range(0, len(points), most))

    def _run(self, points: np.ndarray) -> Pass:
        count, way = len(points), set(self._way)
        known = {
            ref: Value(_repeated(value.array, count), None if value.mask is None else _repeated(value.mask, count))
            for ref, value in self.values.items()
            if ref[0] not in way
        }
        known[self.source] = known[self.source]._replace(array=points.astype(np.float32))
        return Pass(self.graph, {}, known=known)

    @property
    def _place(self) -> Any:
        return (slice(None), *self.index)

    def _number(self, run: Pass) -> np.ndarray:
        return run.values[self.output].array[self._place].astype(float)

    def _gradient(self, run: Pass) -> np.ndarray:
        wanted = np.zeros(run.values[self.output].array.shape)
        wanted[self._place] = 1
        found = go_back(self.graph, run, {self.output: wanted}, self._way)
        return found.get(self.source, np.zeros(run.values[self.source].array.shape))


def answer_of(model: ModelFile, inputs: Any, *, output: int = 0, index: tuple[int, ...] = (), given: int = 0) -> Answer:
    """The answer of a model that was read from a file.

    Args:
        model: The model.
        inputs: One sample, as `ModelFile.run` takes it, with a batch of 1.
        output: Which of the model's outputs.
        index: Which of its numbers, as in `Answer`.
        given: Which of the inputs is varied. Ids are varied as the vectors that their Embedding makes of them.

    Raises:
        InputError: If the inputs do not fit, or the model's output is not known.
    """
    return answer_of_graph(model.network, model.given(inputs), output=output, index=index, given=given)


def answer_of_graph(
    graph: Graph, inputs: Mapping[int, Value], *, output: int = 0, index: tuple[int, ...] = (), given: int = 0
) -> Answer:
    """The answer of a graph: as `answer_of`, with the inputs by their nodes.

    Raises:
        InputError: As `answer_of` raises it.
    """
    if not graph.outputs:
        raise FileError("The file does not say what the model answers: it holds weights alone.")
    check_size(graph, inputs, MOST_AT_ONCE)
    places = {place: _own_input(graph, place, len(graph.nodes) + number) for number, place in enumerate(inputs)}
    graph = _with_inputs(graph, places)
    known = {(places[place], 0): value for place, value in inputs.items()}
    values = Pass(graph, {}, known=known).values
    if graph.outputs[output] not in values:
        raise FileError("This output comes after a layer that is not computed here.")
    return Answer(graph, values, _vectors(graph, list(known)[given]), graph.outputs[output], index)


def _own_input(graph: Graph, place: int, new: int) -> int:
    """The node of an input: the node itself, or for a layer in the middle of the model a new one before it."""
    return place if graph.layer(place).kind == "input" else new


def _with_inputs(graph: Graph, places: Mapping[int, int]) -> Graph:
    """The graph with inputs for those layers in its middle that are given what they read.

    They come last, after the nodes that read them: their values are known before anything is computed.
    """
    nodes, layers = list(graph.nodes), [*graph.layers, Layer("given", "InputLayer", "input")]
    for place, new in places.items():
        if place != new:
            nodes[place] = replace(nodes[place], inputs=((new, 0),))
    nodes += [Node(len(graph.layers))] * len(places)
    return replace(graph, layers=layers, nodes=nodes)


def _vectors(graph: Graph, ref: Ref) -> Ref:
    """What is varied for an input: what its Embedding or Masking makes of it if that alone reads it, so masks stay."""
    readers = [place for place, node in enumerate(graph.nodes) if ref in node.inputs]
    kinds = {graph.layer(place).kind for place in readers} - {"not_equal"}
    vectors = [place for place in readers if graph.layer(place).kind in ("embedding", "masking")]
    return (vectors[0], 0) if len(kinds) == len(vectors) == 1 else ref


def _repeated(array: np.ndarray, count: int) -> np.ndarray:
    return np.broadcast_to(array, (count, *array.shape[1:]))
