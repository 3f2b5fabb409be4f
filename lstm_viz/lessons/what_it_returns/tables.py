"""The tensors of a call as text, and as a table."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

from lstm_viz.lessons.what_it_returns.call import second
from lstm_viz.lessons.what_it_returns.results import Returned

if TYPE_CHECKING:
    import pandas

LINE = 100


def arrays_of(result: Returned) -> dict[str, np.ndarray]:
    """All tensors by their names in the page's code: of the call, of the second call, and y of the next layer."""
    again = {second(name): array for name, array in result.again.items()}
    y = {"y": result.next_layer} if isinstance(result.next_layer, np.ndarray) else {}
    return {**result.tensors, **again, **y}


def as_text(array: np.ndarray) -> str:
    """The numbers as numpy prints them, with five decimals."""
    return np.array2string(array, precision=5, floatmode="fixed", suppress_small=True, max_line_width=LINE)


def table(arrays: Mapping[str, np.ndarray]) -> "pandas.DataFrame":
    """A table with a row for each number, and the columns tensor, sample, timestep, unit and value.

    Indices count from 0. A timestep is a position in the tensor; it is missing if the tensor has no such axis.
    """
    import pandas

    return pandas.concat([_rows(name, array) for name, array in arrays.items()], ignore_index=True)


def _rows(name: str, array: np.ndarray) -> "pandas.DataFrame":
    import pandas

    sample, *timestep, unit = (axis.ravel() for axis in np.indices(array.shape))
    steps = pandas.array(timestep[0] if timestep else [None] * array.size, dtype="Int64")
    columns = {"tensor": name, "sample": sample, "timestep": steps, "unit": unit, "value": array.ravel()}
    return pandas.DataFrame(columns)
