"""What a layer of a file reads, as the file says it or as weights show it."""

from dataclasses import dataclass

import numpy as np

from lstm_viz.engine.weights import BidirectionalWeights
from lstm_viz.model_files.graph import TRACED, Graph, Layer, Shape
from lstm_viz.model_files.running import weights_of

SCALES = {"batch_normalization": ("moving_mean", "moving_variance"), "normalization": ("mean", "variance")}
"""Kind of a layer → the names of its weights that say on what it was trained."""

KEEPING = (
    *("same", "activate", "prelu", "masking", "layer_normalization", "rescaling", "merge"),
    *("pooling", "up_sampling", "zero_padding", "cropping"),
)
"""Layers without weights that show it, which leave the number of axes and that of the features as they are."""


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
    return _reads(graph, place, Reads(None))


def _reads(graph: Graph, place: int, after_output: Reads) -> Reads:
    """The same, where it is known what reads the output of the graph."""
    found: dict[int, Reads] = {}
    readers: dict[int, list[int]] = {}  # the last one first
    for later in reversed(range(place, len(graph.nodes))):
        after = after_output if (later, 0) in graph.outputs else Reads(None)
        for reader in readers.get(later, ()):
            after = found[reader] if found[reader].shape is not None else after
        found[later] = _one(graph.layer(later), after)
        for source, number in {item for item in graph.nodes[later].inputs if isinstance(item, tuple)}:
            if number == 0:
                readers.setdefault(source, []).append(later)
    return found[place]


def _one(layer: Layer, after: Reads) -> Reads:
    """What a layer reads.

    Args:
        layer: The layer.
        after: What the first of the layers after it reads whose weights show it.
    """
    if layer.kind in TRACED:
        return Reads((None, features_of(layer)))
    if layer.kind == "embedding":
        return Reads((None,), len(layer.arrays["embeddings"]))
    if layer.kind == "convolution":
        kernel = layer.arrays["kernel"]
        return Reads((*(None,) * (kernel.ndim - 2), kernel.shape[-2]))
    if layer.kind == "dense":
        before = (None,) if after.shape is None else after.shape[:-1]
        return Reads((*before, len(layer.arrays["kernel"])))
    if layer.kind == "time_distributed" and layer.inner is not None:
        inner = _reads(layer.inner, layer.inner.inputs[0], Reads(after.shape[1:] if after.shape else None))
        return Reads(None if inner.shape is None else (None, *inner.shape), inner.rows)
    if layer.kind in SCALES:
        mean, variance = (layer.arrays[name].ravel() for name in SCALES[layer.kind])
        known = layer.options.get("axis", -1) in (-1, 2)
        return Reads((None, len(mean)), scale=(mean, np.sqrt(variance)) if known else None)
    if layer.kind == "input":
        return _input(layer, after)
    return Reads(_before(layer, after.shape), after.rows, after.scale if layer.kind in ("same", "masking") else None)


def _input(layer: Layer, after: Reads) -> Reads:
    own = layer.options["shape"]
    if own is None:
        return after
    if after.shape is None or len(after.shape) != len(own):
        return Reads(tuple(own))
    return Reads(tuple(a if a else b for a, b in zip(own, after.shape, strict=True)), after.rows, after.scale)


def _before(layer: Layer, after: Shape | None) -> Shape | None:
    """The shape that a layer without weights makes to another; None if it is not known."""
    if after is None or layer.kind in KEEPING:
        return after
    if layer.kind == "permute" and len(layer.options["dims"]) == len(after):
        return tuple(after[layer.options["dims"].index(axis)] for axis in range(1, 1 + len(after)))
    if layer.kind == "repeat_vector":
        return after[1:]
    is_pooled = layer.kind == "global_pooling" and layer.class_name.endswith("1D")
    return (None, after[-1]) if is_pooled else None


def features_of(layer: Layer) -> int:
    """The number of features that a recurrent layer reads at each step."""
    weights = weights_of(layer)
    return (weights.forward if isinstance(weights, BidirectionalWeights) else weights).features
