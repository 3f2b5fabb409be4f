"""The numbers of the page Step through as a table and as a file."""

import io
from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

from lstm_viz.lessons.step_through.view import Pass

if TYPE_CHECKING:
    import pandas


def table(passes: Mapping[str, Pass], *, unit: int | None = None) -> "pandas.DataFrame":
    """A table with a row for each sequence, step and unit.

    Args:
        passes: The pass of "A", and of "B" if there is one.
        unit: The only unit in the table, counted from 0; None for all units.

    Returns:
        The columns sequence, step, reads, predicts and probability (if the model predicts), unit, and one for each
        signal. Steps and units count from 1, as on the page.
    """
    import pandas

    return pandas.concat([_rows(name, each, unit) for name, each in passes.items()], ignore_index=True)


def _rows(name: str, each: Pass, unit: int | None) -> "pandas.DataFrame":
    import pandas

    units = np.arange(each.trace.units) if unit is None else np.array([unit])
    steps = each.trace.steps
    columns: dict[str, object] = {
        "sequence": name,
        "step": np.repeat(np.arange(1, steps + 1), len(units)),
        "reads": np.repeat(each.tokens, len(units)),
    }
    if each.probabilities is not None:
        columns["predicts"] = np.repeat([each.symbols[best] for best in each.probabilities.argmax(-1)], len(units))
        columns["probability"] = np.repeat(each.probabilities.max(-1), len(units))
    columns["unit"] = np.tile(units + 1, steps)
    columns |= {signal: array[0][:, units].ravel() for signal, array in each.trace.signals.items()}
    return pandas.DataFrame(columns)


def npz(each: Pass) -> bytes:
    """The trace of a pass as an NPZ file that `Trace.load` reads."""
    file = io.BytesIO()
    each.trace.save(file)
    return file.getvalue()
