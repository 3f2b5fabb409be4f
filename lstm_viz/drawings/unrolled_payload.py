"""The data that the browser gets to draw an unrolled network: numbers and texts, as plain JSON values."""

from collections.abc import Callable, Iterable
from typing import Any

import numpy as np

from lstm_viz.charts.theme import palette
from lstm_viz.charts.words import signal_titles
from lstm_viz.drawings.encode import encode
from lstm_viz.drawings.unrolled import Node, Tensor, Unrolled
from lstm_viz.javascript import digest

Json = dict[str, Any]
SIGNED = "signed"
"""The scale of states and candidates: zero is in the middle, and the whole drawing has the same scale."""
PLAIN = "plain"
"""The scale of values that are not signals, such as inputs: from the smallest value, or zero, to the largest."""


def unrolled_payload(drawing: Unrolled, gettext: Callable[[str], str]) -> Json:
    """Everything that the browser needs to draw a network; `digest` is the same for the same contents.

    Args:
        drawing: The network to draw.
        gettext: Translates a sentence.
    """
    lanes = {lane.id: number for number, lane in enumerate(drawing.lanes)}
    nodes = {node.id: number for number, node in enumerate(drawing.nodes)}
    contents: Json = {
        "title": drawing.title,
        "columns": list(drawing.columns),
        "lanes": [lane.title for lane in drawing.lanes],
        "nodes": [_node(node, lanes) for node in drawing.nodes],
        "edges": [{"start": nodes[e.start], "end": nodes[e.end], "kind": e.kind} for e in drawing.edges],
        "tensors": [_tensor(tensor, nodes, gettext) for tensor in drawing.tensors],
        "scales": _titled(scales(drawing.nodes), gettext),
        "palette": palette(),
        "text": texts(gettext),
    }
    return {**contents, "digest": digest(contents)}


def _node(node: Node, lanes: dict[str, int]) -> Json:
    return {
        "lane": lanes[node.lane],
        "column": node.column,
        "label": node.label,
        "title": node.title,
        "signal": node.signal,
        "scale": scale_of(node.signal),
        "faint": node.faint,
        "values": None if node.values is None else encode(node.values),
    }


def _tensor(tensor: Tensor, nodes: dict[str, int], gettext: Callable[[str], str]) -> Json:
    usual = (gettext("samples"), gettext("timesteps"), gettext("units"))
    rank = np.ndim(tensor.array)
    axes = tensor.axes or tuple(f"axis {axis}" for axis in range(rank - 3)) + _usual(usual, rank)
    return {
        "name": tensor.name,
        "array": encode(tensor.array),
        "nodes": [nodes[name] for name in tensor.nodes],
        "note": tensor.note,
        "axes": list(axes),
    }


def _usual(names: tuple[str, str, str], rank: int) -> tuple[str, ...]:
    """The names of the last axes of an array. An array with two axes has no timesteps."""
    samples, timesteps, units = names
    return {0: (), 1: (units,), 2: (samples, units)}.get(rank, (samples, timesteps, units))


def scale_of(signal: str | None) -> str:
    """The name of the scale of a signal: each gate has its own, and other signals share one."""
    if signal is None:
        return PLAIN
    return signal if signal.endswith("_gate") else SIGNED


def scales(nodes: Iterable[Node]) -> dict[str, Json]:
    """The ends `low` and `high` of each scale of the drawing, by the name of the scale.

    The scale of a gate goes from 0 to 1, or further if its values do.
    """
    found: dict[str, list[np.ndarray]] = {}
    for node in nodes:
        if node.values is not None and node.values.size:
            found.setdefault(scale_of(node.signal), []).append(np.asarray(node.values, float))
    return {name: _range(name, np.concatenate(values)) for name, values in found.items()}


def _titled(found: dict[str, Json], gettext: Callable[[str], str]) -> dict[str, Json]:
    titles = signal_titles(gettext) | {SIGNED: gettext("states"), PLAIN: gettext("inputs and outputs")}
    return {name: scale | {"title": titles[name]} for name, scale in found.items()}


def _range(name: str, values: np.ndarray) -> Json:
    finite = values[np.isfinite(values)]
    low, high = (float(finite.min()), float(finite.max())) if finite.size else (0.0, 0.0)
    if name == SIGNED:
        most = max(-low, high) or 1.0
        return {"low": -most, "high": most}
    if name == PLAIN:
        return {"low": min(low, 0.0), "high": max(high, 0.0) or 1.0}
    return {"low": min(low, 0.0), "high": max(high, 1.0)}


def texts(gettext: Callable[[str], str]) -> dict[str, str]:
    """Every text of the drawing, as templates whose {placeholders} the browser fills."""
    return {
        "tensors": gettext("Tensors"),
        "hint": gettext("Choose a tensor: its boxes light up, and its values are listed here."),
        "keys": gettext("Arrow keys move from box to box."),
        "nowhere": gettext("It is in no box of the drawing."),
        "node_values": gettext("{title}: {values}"),
        "node_tensors": gettext("in {tensors}"),
        "node_no_tensor": gettext("in no tensor that is returned"),
        "edge_data": gettext("data"),
        "edge_state": gettext("state"),
        "table_label": gettext("Values of {tensor}"),
        "save": gettext("Save as SVG"),
    }
