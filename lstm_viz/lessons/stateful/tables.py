"""The readings and the outputs as a table."""

from typing import TYPE_CHECKING

import numpy as np

from lstm_viz.lessons.stateful.results import Ways
from lstm_viz.lessons.stateful.settings import FEATURES, StatefulSettings

if TYPE_CHECKING:
    import pandas

WAYS = ("sequence", "stateful", "stateless")


def table(settings: StatefulSettings, ways: Ways) -> "pandas.DataFrame":
    """A table with a row for each tank, step and unit.

    Returns:
        The columns tank, step, batch and unit, each counted from 1; a column for each feature of the readings; a column
        for each of WAYS with its outputs.
    """
    import pandas

    tank, step, unit = (axis.ravel() for axis in np.indices(ways.sequence.shape))
    batch = np.searchsorted(settings.cuts, step, side="right")
    columns: dict[str, np.ndarray] = {"tank": tank + 1, "step": step + 1, "batch": batch + 1}
    columns |= {name: settings.readings[tank, step, at] for at, name in enumerate(FEATURES[: settings.features])}
    columns |= {"unit": unit + 1, **{name: getattr(ways, name).ravel() for name in WAYS}}
    return pandas.DataFrame(columns)
