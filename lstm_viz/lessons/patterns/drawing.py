"""The unrolled drawing of a model, made from the outputs of its Keras layers."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from lstm_viz.drawings.unrolled import Edge, Lane, Node, Tensor, Unrolled
from lstm_viz.i18n import Translate
from lstm_viz.lessons.patterns.results import Direction, LayerRun, PatternRun

INPUTS = "inputs"
Ids = tuple[str, ...]


class Picture:
    """A drawing that grows by one lane after another. The next layer reads the lane on top.

    Attributes:
        lanes: The lanes, from the bottom; see `Unrolled`.
        nodes: The nodes; see `Unrolled`.
        edges: The edges; see `Unrolled`.
        tensors: The tensors; see `Unrolled`.
        steps: If the lane on top is a sequence: the ids of the nodes that hold each step. Otherwise None.
        vector: If the lane on top is a vector: the ids of the nodes that hold it.
        column: The column of a vector on top; None if it has the whole width.
        signal: The signal on top, whose colour copies of it have; None if it has none.
    """

    def __init__(self, gettext: Translate):
        self.gettext = gettext
        self.lanes: list[Lane] = []
        self.nodes: list[Node] = []
        self.edges: list[Edge] = []
        self.tensors: list[Tensor] = []
        self.steps: list[Ids] | None = None
        self.vector: Ids = ()
        self.column: int | None = None
        self.signal: str | None = None

    def read(self, inputs: np.ndarray) -> None:
        """Adds the lane of the inputs, (1, time, features) or (1, features); or of ids, (1, time)."""
        gettext = self.gettext
        self.lanes.append(Lane(INPUTS, gettext("Inputs")))
        if inputs.ndim == 3 or inputs.dtype.kind == "i":
            self._row(INPUTS, "x", gettext("Input at step {step}"), inputs[0].reshape(inputs.shape[1], -1))
        else:
            self._box(INPUTS, "x", gettext("Input, a vector without steps"), inputs[0])
        self._tensor(INPUTS, inputs)

    def add(self, layer: LayerRun) -> None:
        """Adds the lanes of a layer that was run on one sample."""
        if layer.directions:
            self._recurrent(layer)
        elif layer.gives_sequence:
            self.lanes.append(Lane(layer.name, title_of(layer, self.gettext)))
            self._over_steps(layer)
        else:
            self.lanes.append(Lane(layer.name, title_of(layer, self.gettext)))
            words = self.gettext("{layer}, once").format(layer=layer.kind)
            self._box(layer.name, _label(layer, self.gettext), words, layer.output[0])
        self._tensor(layer.name, layer.output)

    def _over_steps(self, layer: LayerRun) -> None:
        """Adds a lane with a node for each step: a Dense at each step, or the copies of a RepeatVector."""
        words = self.gettext("{layer} at step {step}").format(layer=layer.kind, step="{step}")
        below, vector = self.steps, self.vector
        signal = self.signal if layer.kind == "RepeatVector" else None
        self._row(layer.name, _label(layer, self.gettext), words, layer.output[0], signal)
        assert self.steps is not None  # for the type checker
        for step, ids in enumerate(self.steps):
            self.edges += [Edge(start, ids[0], "data") for start in (vector if below is None else below[step])]

    def _recurrent(self, layer: LayerRun) -> None:
        below = self.steps
        assert below is not None  # for the type checker: in Keras an LSTM reads only a sequence
        rows = [self._direction(layer, direction, below) for direction in layer.directions]
        self.signal = "hidden"
        if layer.gives_sequence:
            self.steps = [tuple(row[step] for row in rows) for step in range(len(below))]
        else:
            ends = [0 if direction.weights.go_backwards else -1 for direction in layer.directions]
            self.steps, self.vector = None, tuple(row[end] for row, end in zip(rows, ends, strict=True))
            self.column = len(below) - 1 if len(rows) == 1 else None

    def _direction(self, layer: LayerRun, direction: Direction, below: Sequence[Ids]) -> list[str]:
        backwards = direction.weights.go_backwards
        lane = f"{layer.name} backward" if backwards else layer.name
        self.lanes.append(Lane(lane, title_of(layer, self.gettext, direction)))
        last = 0 if backwards else len(below) - 1
        words = self.gettext("Hidden state at step {step}")
        ids = [f"{lane} {step}" for step in range(len(below))]
        for step, values in enumerate(direction.hidden[0]):
            faint = not layer.gives_sequence and step != last
            title = words.format(step=step + 1)
            self.nodes.append(Node(ids[step], lane, step, "h", title, values, "hidden", faint))
            self.edges += [Edge(start, ids[step], "data") for start in below[step]]
        order = ids[::-1] if backwards else ids
        self.edges += [Edge(*pair, "state") for pair in pairwise(order)]
        return ids

    def _row(self, lane: str, label: str, words: str, values: np.ndarray, signal: str | None = None) -> None:
        self.steps = [(f"{lane} {step}",) for step in range(len(values))]
        for step, ((name,), each) in enumerate(zip(self.steps, values, strict=True)):
            self.nodes.append(Node(name, lane, step, label, words.format(step=step + 1), each, signal))

    def _box(self, lane: str, label: str, words: str, values: np.ndarray) -> None:
        self.nodes.append(Node(lane, lane, self.column, label, words, values))
        self.edges += [Edge(start, lane, "data") for start in self.vector]
        self.steps, self.vector = None, (lane,)

    def _tensor(self, name: str, array: np.ndarray) -> None:
        held = self.vector if self.steps is None else tuple(each for ids in self.steps for each in ids)
        gettext = self.gettext
        last = gettext("features") if name == INPUTS else gettext("units")
        after = (gettext("timesteps"), last) if array.ndim == 3 else (last,)
        if array.dtype.kind == "i":
            after = (gettext("timesteps"),)
        self.tensors.append(Tensor(name, array, held, axes=(gettext("samples"), *after)))

    def drawn(self, title: str) -> Unrolled:
        """The finished drawing."""
        columns = 1 + max((node.column for node in self.nodes if node.column is not None), default=0)
        labels = tuple(str(step + 1) for step in range(columns))
        return Unrolled(title, labels, tuple(self.lanes), tuple(self.nodes), tuple(self.edges), tuple(self.tensors))


def drawing_of(run: PatternRun, title: str, gettext: Translate) -> Unrolled:
    """Draws how the first sample goes through a model.

    Args:
        run: The outputs of the layers.
        title: The title of the drawing.
        gettext: Translates the texts.
    """
    picture, shown = Picture(gettext), run.first_sample
    picture.read(shown.inputs)
    for layer in shown.layers:
        picture.add(layer)
    return picture.drawn(title)


def title_of(layer: LayerRun, gettext: Translate, direction: Direction | None = None) -> str:
    """A short title for a layer, in Keras's words, or for one direction of a Bidirectional."""
    if direction is not None and layer.wrapper:
        inside = f"{layer.kind}({direction.weights.units})"
        backwards = direction.weights.go_backwards
        return (gettext("backward {layer}") if backwards else gettext("forward {layer}")).format(layer=inside)
    size = layer.output.shape[1 if layer.kind == "RepeatVector" else -1]
    return f"{layer.wrapper}({layer.kind}({size}))" if layer.wrapper else f"{layer.kind}({size})"


def _label(layer: LayerRun, gettext: Translate) -> str:
    return gettext("copy") if layer.kind == "RepeatVector" else "y"
