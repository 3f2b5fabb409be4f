"""Dropout in a recurrent layer: the masks that Keras drew, and the passes with and without them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from lstm_viz.charts.words import signal_titles
from lstm_viz.comparison import Claim, Comparison, compare
from lstm_viz.engine import numpy_engine
from lstm_viz.engine.cell import GATES, SIGNAL_ORDER
from lstm_viz.engine.trace import Trace
from lstm_viz.engine.weights import RecurrentWeights, StaysReadOnly
from lstm_viz.i18n import N_, Translate
from lstm_viz.keras_code import LAYERS as KERAS_NAMES
from lstm_viz.lessons.what_it_returns.call import Call, layer_weights

RATES = ("0.0", "0.1", "0.2", "0.3", "0.5", "0.8")
INPUT, STATE = "input", "state"


@dataclass(frozen=True)
class DropoutLayer:
    """A layer with dropout.

    Attributes:
        layer: "lstm", "gru" or "simple_rnn".
        units: The size of the state.
        weights: See `Call.weights`.
        weights_seed: The seed of the weights.
        reset_after: See Keras's GRU. Other layers ignore it.
        dropout: The argument `dropout`, one of RATES.
        recurrent_dropout: The argument `recurrent_dropout`, one of RATES.
        seed: The argument `seed`, from which Keras draws the masks.
    """

    layer: str
    units: int
    weights: str
    weights_seed: int
    reset_after: bool
    dropout: str
    recurrent_dropout: str
    seed: int

    def plain(self, features: int) -> RecurrentWeights:
        """The layer for inputs with `features` features, without dropout."""
        call = Call(self.layer, self.units, weights=self.weights, seed=self.weights_seed)
        weights = layer_weights(call, features)[0]
        if self._has_one_bias:
            weights = replace(weights, bias=weights.input_bias, reset_after=False)
        return weights

    @property
    def _has_one_bias(self) -> bool:
        return self.layer == "gru" and not self.reset_after

    @property
    def arguments(self) -> dict[str, object]:
        """The arguments of the Keras layer with dropout, but for its units."""
        kind = {"reset_after": False} if self._has_one_bias else {}
        rates = {"dropout": float(self.dropout), "recurrent_dropout": float(self.recurrent_dropout)}
        return {**kind, **rates, "seed": self.seed}

    @property
    def code(self) -> str:
        """The calls of the layer as code."""
        given = ", ".join(f"{name}={value}" for name, value in self.arguments.items())
        return "\n".join(
            [
                f"layer = {KERAS_NAMES[self.layer]}({self.units}, return_sequences=True, {given})",
                "output = layer(x, training=True)",
                "second_output = layer(x, training=True)",
                "prediction = layer(x, training=False)",
            ]
        )

    @property
    def gates(self) -> tuple[str, ...]:
        """The gates that have masks of their own, in Keras's order; empty if all gates share one mask.

        Source: keras/src/layers/rnn/lstm.py and gru.py of Keras 3.15, where `recurrent_dropout` sets `implementation`
        to 1. A SimpleRNN has one mask each for x and h.
        """
        return GATES[self.layer] if self.layer != "simple_rnn" and float(self.recurrent_dropout) else ()


@dataclass(frozen=True, eq=False)
class Dropped(StaysReadOnly):
    """The results of a real Keras layer with dropout. Outputs are (samples, timesteps, units); all are read-only.

    Attributes:
        masks: "input" → (masks, samples, features), "state" → (masks, samples, units): 0 where an entry is silenced,
            1 / (1 - rate) where it is kept. The first axis has a mask for each of `DropoutLayer.gates`, or one for all.
            With a rate of 0 there is no such entry, because Keras draws no mask.
        training: The output of a call with `training=True`, which used these masks.
        again: The output of a second such call.
        prediction: The output with `training=False`.
        plain: The output of a layer with the same weights and without dropout.
    """

    masks: Mapping[str, np.ndarray]
    training: np.ndarray
    again: np.ndarray
    prediction: np.ndarray
    plain: np.ndarray

    def __post_init__(self):
        for array in (*self.masks.values(), self.training, self.again, self.prediction, self.plain):
            array.setflags(write=False)


@dataclass(frozen=True, eq=False)
class DroppedSample:
    """One sample of the results, with every gate of both passes.

    Attributes:
        layer: The layer.
        result: What Keras returned for all samples.
        sample: The position of the sample, from 0.
        training: The pass with the masks.
        prediction: The pass without them.
    """

    layer: DropoutLayer
    result: Dropped
    sample: int
    training: Trace
    prediction: Trace

    @property
    def masks(self) -> dict[str, np.ndarray]:
        """The masks of the sample, (masks, size); see `Dropped.masks`."""
        return _of_sample(self.result, self.sample)

    def read(self, which: str) -> np.ndarray:
        """What the masks are multiplied with at each step: x or the h of the step before, (timesteps, size)."""
        if which == INPUT:
            return self.training.inputs[0]
        return self.training.before("hidden")[0]

    @property
    def claims(self) -> tuple[Claim, ...]:
        """What holds for the outputs: both passes computed from the masks shown, and what Keras returned."""
        result = self.result
        return (
            Claim(
                self._computed("output", "with_masks", result.training, self.training),
                N_("This page computes the pass with the masks above: the same masks at every step, as in Keras."),
            ),
            Claim(
                self._computed("prediction", "without_masks", result.prediction, self.prediction),
                N_("This page computes the pass without masks."),
            ),
            Claim(
                compare("prediction", "without_dropout(x)", result.prediction, result.plain),
                N_("A prediction silences nothing and scales nothing: it is the same as without dropout."),
            ),
            Claim(
                compare("output", "prediction", result.training, result.prediction),
                N_("Both passes are equal here. They differ as soon as a mask changes what is read."),
                N_("`fit` calls the layer with `training=True`; `predict`, `evaluate` and `layer(x)` do not."),
            ),
            Claim(
                compare("second_output", "output", result.again, result.training),
                N_("The masks of the second call change nothing here."),
                N_("Each call draws new masks: in `fit`, each batch. Steps of one call share them, samples do not."),
            ),
        )

    def _computed(self, left: str, right: str, given: np.ndarray, trace: Trace) -> Comparison:
        return compare(f"{left}[{self.sample}]", right, given[self.sample], trace.signals["hidden"][0])

    def rows(self, unit: int, gettext: Translate) -> list[dict[str, object]]:
        """Every signal of a unit (from 0) at every step, in both passes, for a table."""
        titles, before, after = signal_titles(gettext), self.prediction.signals, self.training.signals
        names = [name for name in SIGNAL_ORDER if name in before]
        return [
            {
                gettext("Step"): 1 + step,
                gettext("Signal"): titles[name],
                "training=False": float(before[name][0, step, unit]),
                "training=True": float(after[name][0, step, unit]),
                gettext("Difference"): float(after[name][0, step, unit] - before[name][0, step, unit]),
            }
            for step in range(self.training.steps)
            for name in names
        ]


def dropped_sample(layer: DropoutLayer, result: Dropped, inputs: np.ndarray, sample: int) -> DroppedSample:
    """Computes both passes of one sample from the masks.

    Args:
        layer: The layer.
        result: What Keras returned for it.
        inputs: The input x, (samples, timesteps, features).
        sample: The position of the sample, from 0.
    """
    plain, x = layer.plain(inputs.shape[2]), inputs[sample : sample + 1]
    training = numpy_engine.run(masked_weights(plain, _of_sample(result, sample)), x)
    return DroppedSample(layer, result, sample, training, numpy_engine.run(plain, x))


def _of_sample(result: Dropped, sample: int) -> dict[str, np.ndarray]:
    return {which: masks[:, sample] for which, masks in result.masks.items()}


def masked_weights(weights: RecurrentWeights, masks: Mapping[str, np.ndarray]) -> RecurrentWeights:
    """The weights that do without masks what `weights` do with them.

    An entry that is silenced at every step might as well have weights of 0, and one that is doubled twice its weights:
    (x · m) W = x (m · W). So a batch with dropout is a pass through another network.

    Args:
        weights: The layer.
        masks: The masks "input" and "state" of one sample, (masks, size); either may be missing.
    """
    return replace(
        weights,
        kernel=_masked(weights, weights.kernel, masks.get(INPUT)),
        recurrent_kernel=_masked(weights, weights.recurrent_kernel, masks.get(STATE)),
    )


def _masked(weights: RecurrentWeights, kernel: np.ndarray, masks: np.ndarray | None) -> np.ndarray:
    """The kernel with the rows of each gate multiplied by its mask, or by the one mask that all gates share."""
    if masks is None:
        return kernel
    gates = GATES[weights.kind]
    parts = [mask[:, None] * kernel[:, weights.columns(gate)] for gate, mask in _of_each(gates, masks)]
    return np.concatenate(parts, axis=1)


def _of_each(gates: tuple[str, ...], masks: np.ndarray) -> list[tuple[str, np.ndarray]]:
    return list(zip(gates, masks if len(masks) > 1 else [masks[0]] * len(gates), strict=True))


def scale(rate: str) -> float:
    """What the kept entries are multiplied with."""
    return 1 / (1 - float(rate))


def silenced(mask: np.ndarray) -> str:
    """The entries that a mask silences, counted from 1: "2, 4"; "–" if there are none."""
    return ", ".join(str(1 + entry) for entry in np.flatnonzero(mask == 0)) or "–"
