"""The weights of the attention as a table."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from lstm_viz.lessons.attention.decoding import Decoded

if TYPE_CHECKING:
    import pandas


def weights_table(decoded: Decoded, read: Sequence[str], said: Sequence[str]) -> "pandas.DataFrame":
    """A row for each decoder step and input step: both, counted from 1, their symbols, the score and the weight."""
    import pandas

    steps, inputs = (each.ravel() for each in np.indices(decoded.weights.shape))
    return pandas.DataFrame(
        {
            "step": steps + 1,
            "says": [said[step] for step in steps.tolist()],
            "input_step": inputs + 1,
            "reads": [read[at] for at in inputs.tolist()],
            "score": decoded.scores.ravel(),
            "weight": decoded.weights.ravel(),
        }
    )
