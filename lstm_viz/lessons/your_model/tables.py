"""The numbers of the page Your model as a table and as files."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

from lstm_viz.engine.cell import GATES
from lstm_viz.engine.weights import RecurrentWeights
from lstm_viz.lessons.your_model.passes import Pass

if TYPE_CHECKING:
    import pandas


def table(passes: Mapping[str, Pass]) -> "pandas.DataFrame":
    """A table with a row for each sequence, step and unit.

    Returns:
        The columns sequence, step, reads, unit, and one for each signal. Steps and units count from 1.
    """
    import pandas

    return pandas.concat([pandas.DataFrame(_columns(name, each)) for name, each in passes.items()], ignore_index=True)


def _columns(name: str, each: Pass) -> dict[str, object]:
    steps, units = each.trace.steps, each.trace.units
    columns: dict[str, object] = {
        "sequence": name,
        "step": np.repeat(np.arange(1, steps + 1), units),
        "reads": np.repeat(each.tokens, units),
        "unit": np.tile(np.arange(1, units + 1), steps),
    }
    return columns | {signal: array[0].ravel() for signal, array in each.trace.signals.items()}


def blocks(weights: RecurrentWeights) -> dict[str, np.ndarray]:
    """The part of each array that belongs to each gate: "kernel_forget_gate" and so on."""
    arrays = {"kernel": weights.kernel, "recurrent_kernel": weights.recurrent_kernel, "bias": weights.bias}
    return {
        f"{name}_{gate}": array[..., weights.columns(gate)]
        for name, array in arrays.items()
        if array is not None
        for gate in GATES[weights.kind]
    }
