"""The norms as a table."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

from lstm_viz.lessons.gradient_flow.results import GradientFlow

if TYPE_CHECKING:
    import pandas


def table(flows: Mapping[str, GradientFlow]) -> "pandas.DataFrame":
    """The norms with a row for each network and step.

    Args:
        flows: Network → its norms.

    Returns:
        The columns network, step (counted from 1), each array of `GradientFlow` by its name, and loss in nats. A cell
        is empty if the network does not have that norm.
    """
    import pandas

    frames = [
        pandas.DataFrame({"network": name, "step": np.arange(1, flow.steps + 1), **flow.arrays(), "loss": flow.loss})
        for name, flow in flows.items()
    ]
    return pandas.concat(frames, ignore_index=True)
