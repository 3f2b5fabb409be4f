"""What a layer of a file reads, as the file says it or as weights show it."""

from dataclasses import dataclass

import numpy as np

from lstm_viz.engine.weights import BidirectionalWeights
from lstm_viz.model_files.graph import TRACED, Graph, Layer, Shape
from lstm_viz.model_files.running import weights_of

SCALES = {"batch_normalization": ("moving_mean", "moving_variance"), "normalization": ("mean", "variance")}
"""Kind of a layer → the names of its weights that say on what it was trained."""


@dataclass(frozen=True, eq=False)
class Reads:
    """What a layer reads.

    Attributes:
        shape: The shape for each sample, with None for what the file leaves open; None if it is not known.
        rows: The number of rows of the Embedding that reads it, so the inputs are whole numbers from 0 to rows - 1;
            None for other inputs.
        scale: The mean and the deviation of what it has been trained on, one number each for each feature, if a
            normalization that reads it knows them.
    """

    shape: Shape | None
    rows: int | None = None
    scale: tuple[np.ndarray, np.ndarray] | None = None


def reads(graph: Graph, place: int) -> Reads:
    """What a node reads: as the file says it, or as its own weights or those of the layers after it show."""
    layer = graph.layer(place)
    if layer.kind in TRACED:
        return Reads((None, features_of(layer)))
    if layer.kind == "embedding":
        return Reads((None,), len(layer.arrays["embeddings"]))
    if layer.kind == "convolution":
        kernel = layer.arrays["kernel"]
        return Reads((*(None,) * (kernel.ndim - 2), kernel.shape[-2]))
    if layer.kind == "time_distributed" and layer.inner is not None:
        inner = reads(layer.inner, layer.inner.inputs[0])
        return Reads(None if inner.shape is None else (None, *inner.shape), inner.rows)
    if layer.kind in SCALES:
        mean, variance = (layer.arrays[name].ravel() for name in SCALES[layer.kind])
        known = layer.options.get("axis", -1) in (-1, 2)
        return Reads((None, len(mean)), scale=(mean, np.sqrt(variance)) if known else None)
    own = layer.options["shape"] if layer.kind == "input" else None
    after = _read_after(graph, place)
    if own is None and layer.kind == "dense":
        before = (None,) if after.shape is None else after.shape[:-1]
        return Reads((*before, len(layer.arrays["kernel"])))
    if own is None or (after.shape is not None and len(after.shape) == len(own)):
        sizes = after.shape if own is None else [a if a else b for a, b in zip(own, after.shape or (), strict=True)]
        return Reads(None if sizes is None else tuple(sizes), after.rows, after.scale)
    return Reads(tuple(own))


def _read_after(graph: Graph, place: int) -> Reads:
    """What the first of the layers after a node reads whose weights show it."""
    for later in range(place + 1, len(graph.nodes)):
        if (place, 0) in graph.nodes[later].inputs and (found := reads(graph, later)).shape is not None:
            return found
    return Reads(None)


def features_of(layer: Layer) -> int:
    """The number of features that a recurrent layer reads at each step."""
    weights = weights_of(layer)
    return (weights.forward if isinstance(weights, BidirectionalWeights) else weights).features
