"""The recorded norms of the default settings, so that the page opens without TensorFlow."""

from collections.abc import Mapping

import numpy as np

from lstm_viz.engine.models import ASSETS
from lstm_viz.lessons.gradient_flow import gap
from lstm_viz.lessons.gradient_flow.results import GradientFlow

FILE = ASSETS / "gap_gradients.npz"
NAMES = tuple(GradientFlow.__dataclass_fields__)


def packed(flows: Mapping[str, GradientFlow]) -> dict[str, np.ndarray]:
    """The norms as named arrays for a file, which `recorded_flows` reads."""
    return {
        f"{network}_{name}": np.asarray(value)
        for network, flow in flows.items()
        for name, value in vars(flow).items()
        if value is not None
    }


def recorded_flows() -> dict[str, GradientFlow]:
    """Network → its norms for `settings.DEFAULT`, which tools/gradient_flow_default.py computed."""
    with np.load(FILE, allow_pickle=False) as file:
        return {network: _flow({name: file.get(f"{network}_{name}") for name in NAMES}) for network in gap.NETWORKS}


def _flow(values: dict[str, np.ndarray | None]) -> GradientFlow:
    loss = values.pop("loss")
    return GradientFlow(**values, loss=float(loss))  # type: ignore[arg-type]
