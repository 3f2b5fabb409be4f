"""The readings of sentences, as a table."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

from lstm_viz.lessons.text.reading import Reading

if TYPE_CHECKING:
    import pandas


def table(readings: Mapping[str, Reading]) -> "pandas.DataFrame":
    """A row for each sentence and word: word number, sentiment so far, contribution, each signal of each unit.

    Steps and units are counted from 1, as on the page.
    """
    import pandas

    return pandas.concat([_rows(name, each) for name, each in readings.items()], ignore_index=True)


def _rows(name: str, reading: Reading) -> "pandas.DataFrame":
    import pandas

    columns: dict[str, object] = {
        "sentence": name,
        "step": np.arange(1, reading.trace.steps + 1),
        "word": reading.sentence.words,
        "id": reading.sentence.ids,
        "sentiment": reading.sentiments,
        "share": reading.shares,
    }
    for signal, array in reading.trace.signals.items():
        columns |= {f"{signal}_{unit + 1}": array[0, :, unit] for unit in range(reading.trace.units)}
    return pandas.DataFrame(columns)
