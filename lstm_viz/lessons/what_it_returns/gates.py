"""Cuts the weights of a layer into gates, with the code for each cut."""

from dataclasses import dataclass

import numpy as np

from lstm_viz.engine.cell import GATES
from lstm_viz.lessons.what_it_returns.call import Call
from lstm_viz.lessons.what_it_returns.results import Returned

LETTERS = {"kernel": "W", "recurrent_kernel": "U", "bias": "b"}


@dataclass(frozen=True, eq=False)
class Cut:
    """The columns of one gate in an array of weights.

    Attributes:
        weight: "kernel", "recurrent_kernel" or "bias".
        gate: One of `cell.GATES` of the layer.
        code: The code of the columns, such as "W[:, units:2*units]".
        array: The columns.
    """

    weight: str
    gate: str
    code: str
    array: np.ndarray


def weights_of(call: Call, result: Returned, direction: str) -> dict[str, np.ndarray]:
    """The three arrays of weights of the layer, or of a Bidirectional's "forward" or "backward" layer, by name."""
    prefix = f"{direction}_" if call.bidirectional else ""
    return {name: result.weights[prefix + name] for name in LETTERS}


def cuts_of(call: Call, weights: dict[str, np.ndarray]) -> list[Cut]:
    """The columns of each gate in each array of weights, both in Keras's order."""
    return [cut for name, array in weights.items() for cut in _cuts(call, name, array)]


def _cuts(call: Call, name: str, array: np.ndarray) -> list[Cut]:
    rows = ":, " if array.ndim == 2 else ""
    found = []
    for position, gate in enumerate(GATES[call.layer]):
        code = f"{LETTERS[name]}[{rows}{_columns(position, len(GATES[call.layer]))}]"
        columns = array[..., position * call.units : (position + 1) * call.units]
        found.append(Cut(name, gate, code, columns))
    return found


def _columns(position: int, gates: int) -> str:
    """The code of the slice of a gate's columns: "units:2*units"."""
    inner = ["units", *(f"{times}*units" for times in range(2, gates))][: gates - 1]
    bounds = ["", *inner, ""]
    return ":".join(bounds[position : position + 2])


def weights_code(call: Call, direction: str) -> str:
    """The line of code that gets the three arrays of weights of a layer."""
    layer = f"layer.{direction}_layer" if call.bidirectional else "layer"
    return f"W, U, b = {layer}.get_weights()"
