"""X and y as tables."""

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import pandas

AXES = ("sample", "timestep", "feature")


def table(array: np.ndarray) -> "pandas.DataFrame":
    """A row for each number, with its place: sample, timestep and feature, counted from 0 as in Python, and value.

    Args:
        array: One to three axes; those that it has not have no column.
    """
    import pandas

    places = np.indices(array.shape).reshape(array.ndim, -1)
    names = AXES if array.ndim == 3 else (AXES[0], AXES[2])[: array.ndim]
    return pandas.DataFrame({**dict(zip(names, places, strict=True)), "value": array.ravel()})
