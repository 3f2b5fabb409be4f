"""A recurrent network unrolled over time, as data: lanes of nodes, edges between nodes, and tensors that nodes hold."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np

from lstm_viz.engine.cell import SIGNAL_ORDER

Kind = Literal["data", "state"]


@dataclass(frozen=True)
class Lane:
    """A row of the picture.

    Attributes:
        id: The id by which nodes name the lane.
        title: The name for a reader, such as "forward LSTM · 3 units".
    """

    id: str
    title: str


@dataclass(frozen=True, eq=False)
class Node:
    """A box of the picture: what one layer holds at one step.

    Attributes:
        id: The id by which edges and tensors name the node.
        lane: The id of its lane.
        column: The step, counted from 0, in the input's order; None for one box over the whole width.
        label: The short text on the box: "h", "x", "Dense".
        title: The full text, for a tooltip and a screen reader.
        values: The values that it holds, shape (units,) or (features,); None if the picture has no values.
        signal: The signal that gives it its colour, one of `cell.SIGNAL_ORDER`; None without one.
        faint: Whether it is drawn faintly, such as padding or what is not returned.

    Raises:
        ValueError: If the values are not one-dimensional, or the signal is unknown.
    """

    id: str
    lane: str
    column: int | None
    label: str
    title: str
    values: np.ndarray | None = None
    signal: str | None = None
    faint: bool = False

    def __post_init__(self):
        if self.values is not None and np.ndim(self.values) != 1:
            raise ValueError(f"values of node {self.id!r} must be of shape (units,), not {np.shape(self.values)}.")
        if self.signal is not None and self.signal not in SIGNAL_ORDER:
            known = ", ".join(SIGNAL_ORDER)
            raise ValueError(f"signal of node {self.id!r} must be None or one of {known}, not {self.signal!r}.")


@dataclass(frozen=True)
class Edge:
    """An arrow from one node to another.

    Attributes:
        start: The id of the first node.
        end: The id of the node to which the arrow points.
        kind: "data" for what a layer reads, "state" for what it carries from step to step.

    Raises:
        ValueError: If the kind is unknown.
    """

    start: str
    end: str
    kind: Kind

    def __post_init__(self):
        if self.kind not in get_args(Kind):
            raise ValueError(f"kind of an edge must be one of {', '.join(get_args(Kind))}, not {self.kind!r}.")


@dataclass(frozen=True, eq=False)
class Tensor:
    """A tensor that a layer returned, and the nodes that hold it.

    Attributes:
        name: The name of the tensor in code: "output", "last_h".
        array: The values of the tensor.
        nodes: The ids of the nodes that hold it.
        note: A sentence about it.
        axes: The name of each axis of the array; None if the last axes are samples, timesteps, units.

    Raises:
        ValueError: If `axes` does not have one name for each axis of the array.
    """

    name: str
    array: np.ndarray
    nodes: tuple[str, ...]
    note: str = ""
    axes: tuple[str, ...] | None = None

    def __post_init__(self):
        if self.axes is not None and len(self.axes) != np.ndim(self.array):
            came = f"{len(self.axes)} for shape {np.shape(self.array)}"
            raise ValueError(f"axes of tensor {self.name!r} must be one for each of the array's, not {came}.")


@dataclass(frozen=True, eq=False)
class Unrolled:
    """The whole picture.

    Attributes:
        title: The title of the drawing.
        columns: A label for each step, in the input's order.
        lanes: The rows, from the bottom, where the input is, to the top.
        nodes: The boxes.
        edges: The arrows.
        tensors: The tensors that can be chosen, in the order in which they are listed.

    Raises:
        ValueError: If there is no lane or column, if an id or name is used twice, or if a named one does not exist.
        IndexError: If a node is in a column that does not exist.
    """

    title: str
    columns: tuple[str, ...]
    lanes: tuple[Lane, ...]
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...] = ()
    tensors: tuple[Tensor, ...] = ()

    def __post_init__(self):
        if not self.lanes or not self.columns:
            raise ValueError(f"a drawing needs lanes and columns, not {len(self.lanes)} and {len(self.columns)}.")
        lanes = _distinct("lanes", (lane.id for lane in self.lanes))
        nodes = _distinct("nodes", (node.id for node in self.nodes))
        _distinct("tensors", (tensor.name for tensor in self.tensors))
        for node in self.nodes:
            _known(f"lane of node {node.id!r}", [node.lane], lanes)
            if node.column is not None and not 0 <= node.column < len(self.columns):
                came = f"{node.column} of {len(self.columns)}"
                raise IndexError(f"column of node {node.id!r} must be one of the drawing's, not {came}.")
        for edge in self.edges:
            _known("an edge", [edge.start, edge.end], nodes)
        for tensor in self.tensors:
            _known(f"nodes of tensor {tensor.name!r}", tensor.nodes, nodes)


def _distinct(what: str, ids: Iterable[str]) -> set[str]:
    counts = Counter(ids)
    twice = [name for name, count in counts.items() if count > 1]
    if twice:
        raise ValueError(f"{what} must have distinct names, not {twice[0]!r} twice.")
    return set(counts)


def _known(what: str, ids: Iterable[str], known: set[str]) -> None:
    unknown = [name for name in ids if name not in known]
    if unknown:
        raise ValueError(f"{what} must be of the drawing, not {unknown[0]!r}.")
