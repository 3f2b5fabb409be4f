"""Which networks read what on the page Gradient flow."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from lstm_viz.data import one_hot
from lstm_viz.engine import models
from lstm_viz.engine.models import Model
from lstm_viz.engine.weights import RecurrentWeights
from lstm_viz.lessons.gradient_flow import gap

STATES = ("untrained", "trained")
MAX_UNITS, MAX_STEPS = 64, 200
# The gap task's symbols: a or b is to be remembered, x fills the gap.
ALPHABET = ("a", "b", "x")
FIRST, FILLER = 0, 2
BIASES = ("-2", "-1", "0", "0.5", "1", "1.5", "2", "2.5", "3", "4", "5", "6")
SCALES = ("0", "0.1", "0.25", "0.5", "0.75", "0.9", "1", "1.1", "1.25", "1.5", "2", "2.5", "3", "4")
# The gate that keeps the state, which the forget bias opens. A SimpleRNN has none.
KEEPING_GATE = {"lstm": "forget_gate", "gru": "update_gate"}


@dataclass(frozen=True)
class FlowSettings:
    """Three networks of one size, and the length of what they read. The same settings always give the same norms.

    Attributes:
        state: One of STATES.
        units: 1 … MAX_UNITS; trained networks' own.
        seed: Of the weights; trained ones there are for `gap.TRAINED_SEEDS`.
        forget_bias: The bias of the gate that keeps the state, one of BIASES; "" for trained networks, which have
            learned their own.
        recurrent_scale: What each recurrent kernel is multiplied by, one of SCALES.
        steps: How many symbols are read, 2 … MAX_STEPS: an a and fillers. The answer after the last is a.
    """

    state: str
    units: int
    seed: int
    forget_bias: str
    recurrent_scale: str
    steps: int

    @property
    def inputs(self) -> np.ndarray:
        """What each network reads, (1, steps, symbols)."""
        return one_hot(np.array([[FIRST] + [FILLER] * (self.steps - 1)]), len(ALPHABET))


def settings_of(values: Mapping[str, object]) -> FlowSettings:
    """The settings of values that are valid, without those that have no part in them."""
    state, scale = str(values["state"]), str(values["recurrent_scale"])
    units, seed, steps = (int(str(values[name])) for name in ("units", "seed", "steps"))
    if state == "trained":
        return FlowSettings(state, gap.UNITS, min(max(seed, 1), len(gap.TRAINED_SEEDS)), "", scale, steps)
    return FlowSettings(state, units, seed, str(values["forget_bias"]), scale, steps)


def model_of(settings: FlowSettings, network: str) -> Model:
    """One of `gap.NETWORKS`, with the bias and the recurrent kernel that the settings ask for."""
    if settings.state == "trained":
        model = gap.trained(network, settings.seed)
        return replace(model, weights=_scaled(model.weights, settings.recurrent_scale))
    symbols = len(ALPHABET)
    model = models.untrained(network, settings.units, symbols, settings.seed, symbols=symbols)
    weights = _with_bias(model.weights, float(settings.forget_bias))
    return replace(model, weights=_scaled(weights, settings.recurrent_scale))


def _scaled(weights: RecurrentWeights, scale: str) -> RecurrentWeights:
    return replace(weights, recurrent_kernel=np.float32(scale) * weights.recurrent_kernel)


def _with_bias(weights: RecurrentWeights, forget_bias: float) -> RecurrentWeights:
    if weights.kind not in KEEPING_GATE:
        return weights
    bias = np.array(weights.bias)
    added_to_input = bias[0] if weights.has_recurrent_bias else bias
    added_to_input[weights.columns(KEEPING_GATE[weights.kind])] = forget_bias
    return replace(weights, bias=bias)
