"""The recurrent layer of a graph, from weights whose gates may stand in another order than Keras's."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from lstm_viz.engine.cell import GATES
from lstm_viz.engine.export import OPTIONS
from lstm_viz.engine.weights import RecurrentWeights
from lstm_viz.model_files.graph import Graph, Layer, Node
from lstm_viz.model_files.sentences import MISSHAPEN, FileError

Half = tuple[dict[str, Any], dict[str, np.ndarray]]  # the options of RecurrentWeights, and its arrays
KIND_OF_GATES = {len(gates): kind for kind, gates in GATES.items()}
"""How many gates the kernels have → the kind."""


def reordered(array: np.ndarray, places: Sequence[int]) -> np.ndarray:
    """The columns of an array, with its gates in another order.

    Args:
        array: Shape (…, gates * units).
        places: Where each of Keras's gates stands in it.
    """
    parts = np.split(array, len(places), axis=-1)
    return np.concatenate([parts[place] for place in places], axis=-1)


def checked(name: str, options: Mapping[str, Any], arrays: Mapping[str, np.ndarray]) -> RecurrentWeights:
    """The weights of one direction, with their shapes checked.

    Raises:
        InputError: If a shape does not fit.
    """
    try:
        return RecurrentWeights(**{**options, **arrays})
    except ValueError as error:
        raise FileError(MISSHAPEN, name=name) from error


def recurrent_layer(name: str, class_name: str, halves: Sequence[Half], **returns: bool) -> Layer:
    """The layer of one direction or of two, with its shapes checked.

    Raises:
        InputError: If a shape does not fit.
    """
    for options, arrays in halves:
        checked(name, options, arrays)
    size = sum(array.size for _, arrays in halves for array in arrays.values())
    if len(halves) == 1:
        options, arrays = halves[0]
        return Layer(name, class_name, "recurrent", {"weights": options, **returns}, arrays, parameters=size)
    named = {
        f"{half}.{key}": array
        for half, (_, arrays) in zip(("forward", "backward"), halves, strict=True)
        for key, array in arrays.items()
    }
    both = {"forward": halves[0][0], "backward": halves[1][0], "merge_mode": "concat", **returns}
    return Layer(name, class_name, "bidirectional", both, named, parameters=size)


def half_of(weights: RecurrentWeights) -> Half:
    """The options and the arrays of one direction."""
    arrays = {"kernel": weights.kernel, "recurrent_kernel": weights.recurrent_kernel}
    if weights.bias is not None:
        arrays["bias"] = weights.bias
    return {name: getattr(weights, name) for name in OPTIONS}, arrays


def stacked(
    recurrent: Sequence[RecurrentWeights], kernel: np.ndarray, bias: np.ndarray, activation: str = "linear"
) -> Graph:
    """The graph of recurrent layers and a Dense that reads the last step, such as the networks that pages train.

    Args:
        recurrent: The weights of the recurrent layers, the first one first.
        kernel: The kernel of the Dense, (units, outputs).
        bias: Its bias, (outputs,).
        activation: Its activation.
    """
    layers = [Layer("inputs", "InputLayer", "input", {"shape": (None, recurrent[0].features)})]
    for place, weights in enumerate(recurrent, start=1):
        before_last = place < len(recurrent)
        half = half_of(weights)
        layers.append(
            recurrent_layer(f"layer {place}", weights.kind, [half], return_sequences=before_last, return_state=False)
        )
    layers.append(Layer("head", "Dense", "dense", {"activation": activation}, {"kernel": kernel, "bias": bias}))
    nodes = [Node(0), *(Node(place, ((place - 1, 0),)) for place in range(1, len(layers)))]
    return Graph(layers, nodes, (0,), ((len(nodes) - 1, 0),))


def biases(kind: str, input_bias: np.ndarray, recurrent_bias: np.ndarray, reset_after: bool) -> np.ndarray:
    """The bias of Keras: the sum, but both for a GRU whose reset gate acts after the product."""
    if kind == "gru" and reset_after:
        return np.stack([input_bias, recurrent_bias])
    return (input_bias.astype(np.float64) + recurrent_bias).astype(np.float32)
