"""Traces and models with numbers made by hand, without Keras."""

from __future__ import annotations

from typing import Any

import numpy as np

from lstm_viz import Finding, ModelFile, Trace, check_up
from lstm_viz.engine.cell import GATES, SIGNALS, STATES
from lstm_viz.engine.weights import RecurrentWeights
from lstm_viz.model_files.description import Description
from lstm_viz.model_files.graph import Graph, Layer, Node
from lstm_viz.model_files.writer import Writer


def weights(kind: str = "lstm", features: int = 2, units: int = 4, seed: int = 0, **options: Any) -> RecurrentWeights:
    """Weights that no check has anything against."""
    draw, columns = np.random.default_rng(seed), len(GATES[kind]) * units
    bias = draw.normal(0, 0.1, columns)
    if kind == "lstm":
        bias[units : 2 * units] += 1
    arrays = {"kernel": draw.normal(0, 0.4, (features, columns)), "bias": bias}
    arrays["recurrent_kernel"] = draw.normal(0, 0.3, (units, columns))
    if kind == "gru":
        options.setdefault("reset_after", False)
    return RecurrentWeights(kind, **{**arrays, **options})


def trace(
    kind: str = "lstm",
    batch: int = 6,
    steps: int = 10,
    units: int = 4,
    features: int = 2,
    mask: np.ndarray | None = None,
    inputs: np.ndarray | None = None,
    go_backwards: bool = False,
    **signals: Any,
) -> Trace:
    """A trace with these signals, which may be single numbers or one for each unit; the others are harmless."""
    draw = np.random.default_rng(1)
    shape = (batch, steps, units)
    harmless = {name: draw.uniform(0.2, 0.8, shape) for name in SIGNALS[kind]}
    given = {name: np.broadcast_to(value, shape) for name, value in signals.items()}
    read = draw.normal(size=(batch, steps, features)) if inputs is None else inputs
    states = tuple(np.zeros((batch, units)) for _ in STATES[kind])
    own = weights(kind, features, units, go_backwards=go_backwards)
    return Trace(own, read, {**harmless, **given}, states, mask)


def found(check: str, *given: Any, **options: Any) -> Finding:
    """The one finding of a check."""
    (finding,) = [one for one in check_up(*given, **options) if one.check == check]
    return finding


def layer(kind: str = "lstm", name: str = "rnn", **options: Any) -> Layer:
    """A recurrent layer of a graph."""
    own = weights(kind, **{key: options.pop(key) for key in ("features", "units", "seed") if key in options})
    said = {"kind": kind, "reset_after": own.reset_after}
    arrays = {"kernel": own.kernel, "recurrent_kernel": own.recurrent_kernel, "bias": own.bias}
    returns = {"return_sequences": False, "return_state": False, **options}
    return Layer(name, "LSTM", "recurrent", {"weights": said, **returns}, arrays)


def dense(inputs: int, units: int, activation: str = "linear") -> Layer:
    """A Dense."""
    draw = np.random.default_rng(2)
    arrays = {"kernel": draw.normal(size=(inputs, units)).astype("f4"), "bias": np.zeros(units, "f4")}
    return Layer("head", "Dense", "dense", {"activation": activation}, arrays)


def embedding(rows: int, width: int = 2, mask_zero: bool = False) -> Layer:
    """An Embedding."""
    table = np.random.default_rng(3).normal(size=(rows, width)).astype("f4")
    return Layer("words", "Embedding", "embedding", {"mask_zero": mask_zero}, {"embeddings": table})


def start(shape: list[int | None] | None = None, batch_size: int | None = None, name: str = "given") -> Layer:
    """An input."""
    return Layer(name, "InputLayer", "input", {"shape": shape, "batch_size": batch_size})


def chain(*layers: Layer, batch_size: int | None = None) -> ModelFile:
    """A model of layers, one after another."""
    everything = (start(batch_size=batch_size), *layers)
    nodes = [Node(0), *(Node(place, ((place - 1, 0),)) for place in range(1, len(everything)))]
    return model(everything, nodes)


def model(layers: tuple[Layer, ...], nodes: list[Node]) -> ModelFile:
    """A model of these nodes; the last one is its output."""
    inputs = tuple(place for place, node in enumerate(nodes) if layers[node.layer].kind == "input")
    graph = Graph(layers, nodes, inputs, ((len(nodes) - 1, 0),))
    return ModelFile(Description("by hand", Writer("Keras", "3.0", None, None), graph))


X = np.random.default_rng(4).normal(size=(30, 8, 2)).astype("f4")
