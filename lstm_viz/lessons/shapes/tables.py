"""X and y as tables."""

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import pandas

AXES = ("sample", "timestep", "feature")


def table_of_x(x: np.ndarray) -> "pandas.DataFrame":
    """A row for each number of X, with the columns sample, timestep, feature and value. Ids have no column feature.

    Args:
        x: Shape (samples, timesteps, features), or (samples, timesteps) for ids. Indices count from 0.
    """
    return _table(x, AXES[: x.ndim])


def table_of_y(y: np.ndarray) -> "pandas.DataFrame":
    """A row for each number of y, with the columns sample, timestep, feature and value. An axis that y lacks has none.

    Args:
        y: Shape (samples, timesteps, features), (samples, features) or (samples,). Indices count from 0.
    """
    return _table(y, AXES if y.ndim == 3 else (AXES[0], AXES[2])[: y.ndim])


def _table(array: np.ndarray, axes: tuple[str, ...]) -> "pandas.DataFrame":
    import pandas

    places = np.indices(array.shape).reshape(array.ndim, -1)
    return pandas.DataFrame({**dict(zip(axes, places, strict=True)), "value": array.ravel()})
