"""The recorded norms of the page's first view, so that it opens without TensorFlow."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

import numpy as np

from lstm_viz.engine.models import ASSETS
from lstm_viz.lessons.gradient_flow import gap
from lstm_viz.lessons.gradient_flow.results import GradientFlow
from lstm_viz.lessons.gradient_flow.settings import DEFAULT, FlowSettings, with_other_bias

FILE = ASSETS / "gap_gradients.npz"
NAMES = tuple(GradientFlow.__dataclass_fields__)
# Name in the file → the settings and the network. The last is what the first view compares its LSTM with.
RECORDED: dict[str, tuple[FlowSettings, str]] = {
    **{network: (DEFAULT, network) for network in gap.NETWORKS},
    "other_lstm": (with_other_bias(DEFAULT), "lstm"),
}


def packed(flows: Mapping[str, GradientFlow]) -> dict[str, np.ndarray]:
    """The norms as named arrays for a file, which `recorded_flows` reads."""
    return {
        f"{recorded}_{name}": np.asarray(value)
        for recorded, flow in flows.items()
        for name, value in vars(flow).items()
        if value is not None
    }


@cache
def recorded_flows() -> Mapping[str, GradientFlow]:
    """Each name in RECORDED → its norms, which tools/gradient_flow_default.py computed."""
    with np.load(FILE, allow_pickle=False) as file:
        flows = {each: _flow({name: file.get(f"{each}_{name}") for name in NAMES}) for each in RECORDED}
    return MappingProxyType(flows)


def _flow(values: dict[str, np.ndarray | None]) -> GradientFlow:
    loss = values.pop("loss")
    return GradientFlow(**values, loss=float(loss))  # type: ignore[arg-type]
