"""The scales on which signals are painted."""

import math
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from lstm_viz.engine.activations import HARD_SIGMOID_OF_KERAS_2
from lstm_viz.engine.cell import SIGNAL_ORDER
from lstm_viz.engine.trace import Trace

RANGES = {
    "sigmoid": (0.0, 1.0),
    "hard_sigmoid": (0.0, 1.0),
    HARD_SIGMOID_OF_KERAS_2: (0.0, 1.0),
    "softmax": (0.0, 1.0),
    "tanh": (-1.0, 1.0),
    "hard_tanh": (-1.0, 1.0),
    "softsign": (-1.0, 1.0),
}


def signals(traces: Sequence[Trace], labels: Mapping[str, str]) -> list[dict[str, Any]]:
    """The signals in the order in which they are drawn, each with the scale of its values.

    The scale of a gate with a bounded activation is 0 to 1. Other scales have zero in the middle. They end at the bound
    of the activation, or at the largest value of all traces, rounded up, if it is larger or there is no bound.

    Args:
        traces: One or more traces of the same layer.
        labels: Signal → its name for a reader.

    Returns:
        For each signal `name`, `label`, `low`, `high` and `diverging`.
    """
    return [_signal(name, traces, labels[name]) for name in SIGNAL_ORDER if name in traces[0].signals]


def _signal(name: str, traces: Sequence[Trace], label: str) -> dict[str, Any]:
    weights = traces[0].weights
    gate = name.endswith("_gate")
    low, high = RANGES.get(weights.recurrent_activation if gate else weights.activation, (-1.0, 1.0))
    largest = max(_largest(trace.signals[name][0]) for trace in traces)
    bounded = (weights.recurrent_activation if gate else weights.activation) in RANGES and name != "cell"
    if not bounded or largest > high:
        high = round_up(largest or 1.0)
    diverging = not (gate and bounded and low == 0)
    return {"name": name, "label": label, "low": -high if diverging else low, "high": high, "diverging": diverging}


def _largest(values: np.ndarray) -> float:
    finite = np.abs(values[np.isfinite(values)])
    return float(finite.max()) if finite.size else 0.0


def round_up(value: float) -> float:
    """Rounds up to two significant digits, so that the end of a scale is easy to read. `value` must be above 0."""
    unit = 10.0 ** (math.floor(math.log10(value)) - 1)
    return float(f"{math.ceil(value / unit - 1e-6) * unit:.2g}")
