"""The numbers of the page Your model as a table and as files."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

from lstm_viz.engine.cell import GATES
from lstm_viz.engine.weights import RecurrentWeights
from lstm_viz.lessons.your_model.passes import Pass
from lstm_viz.tables import stacked, trace_columns

if TYPE_CHECKING:
    import pandas


def table(passes: Mapping[str, Pass]) -> "pandas.DataFrame":
    """A table with a row for each sequence, step and unit.

    Returns:
        The columns sequence, step, reads, unit, and one for each signal. Steps and units count from 1.
    """
    import pandas

    return pandas.DataFrame(stacked([trace_columns(name, each.trace, each.tokens) for name, each in passes.items()]))


def blocks(weights: RecurrentWeights) -> dict[str, np.ndarray]:
    """The part of each array that belongs to each gate: "kernel_forget_gate" and so on."""
    arrays = {"kernel": weights.kernel, "recurrent_kernel": weights.recurrent_kernel, "bias": weights.bias}
    return {
        f"{name}_{gate}": array[..., weights.columns(gate)]
        for name, array in arrays.items()
        if array is not None
        for gate in GATES[weights.kind]
    }
