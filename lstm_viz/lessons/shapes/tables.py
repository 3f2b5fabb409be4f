"""X and y as tables."""

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import pandas

AXES = ("sample", "timestep", "feature")


def table(array: np.ndarray) -> "pandas.DataFrame":
    """A table with a row for each number, and the columns sample, timestep, feature and value.

    Args:
        array: An array of one to three axes. An axis that it lacks has no column. Indices count from 0.
    """
    import pandas

    places = np.indices(array.shape).reshape(array.ndim, -1)
    names = AXES if array.ndim == 3 else (AXES[0], AXES[2])[: array.ndim]
    return pandas.DataFrame({**dict(zip(names, places, strict=True)), "value": array.ravel()})
