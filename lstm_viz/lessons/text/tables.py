"""The readings of sentences, as a table."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

from lstm_viz.lessons.text.reading import Reading
from lstm_viz.tables import stacked

if TYPE_CHECKING:
    import pandas


def columns(readings: Mapping[str, Reading]) -> dict[str, np.ndarray]:
    """The columns of a table with a row for each sentence and word.

    They are the word's number, the sentiment so far, the contribution, and each signal of each unit. Steps and units
    are counted from 1, as on the page.
    """
    return stacked([_columns(name, each) for name, each in readings.items()])


def table(readings: Mapping[str, Reading]) -> "pandas.DataFrame":
    """The columns as a table for a file."""
    import pandas

    return pandas.DataFrame(columns(readings))


def _columns(name: str, reading: Reading) -> dict[str, np.ndarray]:
    steps = reading.trace.steps
    found = {
        "sentence": np.repeat([name], steps),
        "step": np.arange(1, steps + 1),
        "word": np.array(reading.sentence.words),
        "id": np.array(reading.sentence.ids),
        "sentiment": reading.sentiments,
        "share": reading.shares,
    }
    for signal, array in reading.trace.signals.items():
        found |= {f"{signal}_{unit + 1}": array[0, :, unit] for unit in range(reading.trace.units)}
    return found
