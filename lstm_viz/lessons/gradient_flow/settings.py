"""The settings of the page Gradient flow, and the networks and inputs that they make."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from lstm_viz.ceilings import MAX_SEED, MAX_UNITS
from lstm_viz.data import InputError, one_hot
from lstm_viz.engine import models
from lstm_viz.engine.cell import KEEPING_GATE
from lstm_viz.engine.models import Model
from lstm_viz.engine.weights import RecurrentWeights
from lstm_viz.i18n import N_
from lstm_viz.keras_code import LAYERS
from lstm_viz.lessons.gradient_flow import gap
from lstm_viz.links import Choice, Whole
from lstm_viz.settings import PREDICT, SEED, Problems, Setting, Settings, Values

STATES = {"untrained": N_("Untrained"), "trained": N_("Trained over a gap of {gap}")}
PANELS = {
    "flow": N_("Back through time (BPTT)"),
    "forget": N_("Forget gates"),
    "gap": N_("How far back it learns"),
    "data": N_("Data"),
    "code": N_("Keras code"),
}
MAX_STEPS = 200  # far enough for every gradient to vanish
# The symbols of the gap task: a or b must be remembered, x fills the gap.
ALPHABET = ("a", "b", "x")
FIRST, FILLER = 0, 2
KERAS_BIAS, OPEN_BIAS = "1", "5"  # Keras's own for the LSTM; one that keeps its forget gate open
BIASES = ("-2", "-1", "0", "0.5", "1", "1.5", "2", "2.5", "3", "4", "5", "6")
SCALES = ("0", "0.1", "0.25", "0.5", "0.75", "0.9", "1", "1.1", "1.25", "1.5", "2", "2.5", "3", "4")


@dataclass(frozen=True)
class FlowSettings:
    """Three networks of one size, and the length of their input. The same settings always give the same norms.

    Attributes:
        state: One of STATES.
        units: The number of units, 1 … MAX_UNITS; `gap.UNITS` for trained networks.
        seed: The seed of the weights; one of `gap.TRAINED_SEEDS` for trained networks.
        forget_bias: The bias of the gate that keeps the state, one of BIASES; "" for trained networks, which have
            learned a bias.
        recurrent_scale: The factor that multiplies each recurrent kernel, one of SCALES.
        steps: The number of steps, 2 … MAX_STEPS: an a, then fillers. The answer after the last step is a.
    """

    state: str
    units: int
    seed: int
    forget_bias: str
    recurrent_scale: str
    steps: int

    @property
    def inputs(self) -> np.ndarray:
        """The input of each network, shape (1, steps, symbols)."""
        return one_hot(np.array([[FIRST] + [FILLER] * (self.steps - 1)]), len(ALPHABET))


def settings_of(values: Mapping[str, object]) -> FlowSettings:
    """The settings for valid values. Values that trained networks do not use are ignored."""
    state, scale = str(values["state"]), str(values["recurrent_scale"])
    units, seed, steps = (int(str(values[name])) for name in ("units", "seed", "steps"))
    if state == "trained":
        return FlowSettings(state, gap.UNITS, min(max(seed, 1), len(gap.TRAINED_SEEDS)), "", scale, steps)
    return FlowSettings(state, units, seed, str(values["forget_bias"]), scale, steps)


def _settle(values: Values, ignored: Problems, query: Mapping[str, str]) -> None:
    """Limits the seed to one that was trained, and reports values of a link that trained networks cannot have."""
    settings = settings_of(values)
    shown = {"units": settings.units, "seed": settings.seed, "forget_bias": settings.forget_bias or "–"}
    # A link of November 2026 to trained networks holds the bias with which the page then opened.
    idle = {name: {SETTINGS[name].default} for name in shown} | {"forget_bias": {KERAS_BIAS, OPEN_BIAS}}
    for name, value in shown.items():
        is_asked = name in query and name not in ignored and values[name] not in idle[name]
        if is_asked and str(values[name]) != str(value):
            ignored[name] = InputError(
                "The link's “{name}”, {given}, cannot be used with trained networks. Shown: {shown}.",
                name=name,
                given=str(values[name]),
                shown=value,
            )
    values["seed"] = settings.seed


def _unused(values: Mapping[str, Any]) -> tuple[str, ...]:
    return ("units", "forget_bias") if values["state"] == "trained" else ()


SETTINGS = Settings(
    {
        "state": Setting(
            Choice(tuple(STATES), "untrained"),
            N_("Networks"),
            titles=STATES,
            help=N_(
                "Each network reads an a, then x to the end, and must say which symbol came first. The trained "
                "networks, with {units} units each, learned this over a gap of {gap} steps."
            ),
        ),
        "steps": Setting(Whole(2, MAX_STEPS, 150), N_("Length of the sequence (steps)")),
        "units": Setting(Whole(1, MAX_UNITS, 16), N_("Units")),
        "seed": SEED,
        "forget_bias": Setting(
            Choice(BIASES, KERAS_BIAS),
            N_("Forget bias"),
            help=N_(
                "The bias of the gate that keeps the state: the LSTM's forget gate and the GRU's update gate. "
                "The larger it is, the more is kept. Keras's default is 1 for the LSTM and 0 for the GRU. A "
                "SimpleRNN has no such gate."
            ),
            control="select_slider",
        ),
        "recurrent_scale": Setting(
            Choice(SCALES, "1"),
            N_("Scale of the recurrent weights"),
            titles={scale: f"{scale}×" for scale in SCALES},
            help=N_(
                "Every recurrent kernel is multiplied by this. At 1 an untrained kernel is as Keras makes it: "
                "orthogonal, so that it neither stretches nor shrinks a state. At 0 no gate reads the previous "
                "state."
            ),
            control="select_slider",
        ),
        "panel": Setting(Choice(tuple(PANELS), "flow"), titles=PANELS),
        "network": Setting(Choice(gap.NETWORKS, "lstm"), N_("Network"), titles=LAYERS),
        "gap": Setting(Choice(tuple(map(str, gap.GAPS)), "20"), N_("Gap (steps)"), control="select_slider"),
        "predict": PREDICT,
        "train_seed": Setting(Whole(0, MAX_SEED, 1), N_("Seed to train from"), control="number"),
    },
    settle=_settle,
    unused=_unused,
)
DEFAULT = settings_of(SETTINGS.defaults())


def with_other_bias(settings: FlowSettings) -> FlowSettings:
    """The settings with the forget bias that these are compared with: OPEN_BIAS for Keras's own, else Keras's own."""
    return replace(settings, forget_bias=OPEN_BIAS if settings.forget_bias == KERAS_BIAS else KERAS_BIAS)


def model_of(settings: FlowSettings, network: str) -> Model:
    """One of `gap.NETWORKS`, with the forget bias and the recurrent kernel of the settings."""
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
