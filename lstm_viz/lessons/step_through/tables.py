"""The numbers of the page Step through as a table."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np

from lstm_viz.lessons.step_through.view import Pass
from lstm_viz.tables import stacked, trace_columns

if TYPE_CHECKING:
    import pandas


def columns(passes: Mapping[str, Pass], *, unit: int | None = None) -> dict[str, np.ndarray]:
    """The columns of a table with a row for each sequence, step and unit.

    Args:
        passes: The pass of "A", and of "B" if there is one.
        unit: The only unit in the table, counted from 0; None for all units.

    Returns:
        The columns sequence, step, reads, predicts and probability (if the model predicts), unit, and one for each
        signal. Steps and units count from 1, as on the page.
    """
    return stacked(
        [
            trace_columns(name, each.trace, each.tokens, unit=unit, per_step=_predictions(each))
            for name, each in passes.items()
        ]
    )


def table(passes: Mapping[str, Pass]) -> "pandas.DataFrame":
    """The columns for all units as a table for a file."""
    import pandas

    return pandas.DataFrame(columns(passes))


def _predictions(each: Pass) -> dict[str, Any]:
    if each.probabilities is None:
        return {}
    predicts = [each.symbols[best] for best in each.probabilities.argmax(-1)]
    return {"predicts": predicts, "probability": each.probabilities.max(-1)}
