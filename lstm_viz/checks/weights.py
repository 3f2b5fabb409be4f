"""The checks of a layer's weights."""

import numpy as np

from lstm_viz.checks.finding import Picture, Result, judged, measure, numbered, unknown
from lstm_viz.checks.subject import Part
from lstm_viz.checks.thresholds import THRESHOLDS
from lstm_viz.engine.weights import RecurrentWeights
from lstm_viz.i18n import N_
from lstm_viz.problem import Note


def dominated_kernel(part: Part) -> Result:
    """Whether one feature's weights are far larger than those of the others."""
    if part.weights.features < 2:
        return unknown(Note("There is only one feature."))
    sizes = np.linalg.norm(part.weights.kernel.astype(float), axis=1)
    largest = int(sizes.argmax())
    others = np.delete(sizes, largest)
    typical = float(np.sqrt((others**2).mean()))
    ratio = sizes[largest] / typical if typical else np.inf
    return judged(
        THRESHOLDS["dominates"].alarms(ratio),
        Note(
            "The weights of feature {feature} are {ratio} times as large as those of the others.",
            feature=largest + 1,
            ratio=f"{ratio:.0f}",
        ),
        measure(Note("largest feature, relative to the others"), ratio, "dominates"),
        features=np.array([largest]),
        picture=Picture(
            Note("feature"),
            Note("size of its weights"),
            {N_("size of its weights"): sizes},
            numbered(len(sizes)),
            THRESHOLDS["dominates"].value * typical,
        ),
    )


def never_trained(part: Part) -> Result:
    """Whether the weights are still those that an initialiser has drawn."""
    weights = part.weights
    kernel = weights.recurrent_kernel.astype(float)
    wide = kernel @ kernel.T
    skew = float(np.abs(wide - np.eye(len(wide))).max())
    orthogonal = measure(Note("distance of the recurrent kernel from an orthogonal one"), skew, "orthogonal")
    if weights.bias is None:
        return judged(orthogonal.is_alarm, Note(INITIAL), orthogonal)
    moved = measure(Note("largest change of the bias since its start"), _moved(weights), "initial")
    return judged(moved.is_alarm, Note(INITIAL), moved, orthogonal)


INITIAL = N_("The weights are exactly as an initialiser makes them: no training has changed them.")


def _moved(weights: RecurrentWeights) -> float:
    """How far the bias is from where Keras starts: from zeros, or for an LSTM's forget gate also from ones."""
    bias = np.asarray(weights.bias, float)
    starts = [np.zeros_like(bias)]
    if weights.kind == "lstm":
        starts.append(np.zeros_like(bias))
        starts[1][weights.columns("forget_gate")] = 1
    return min(float(np.abs(bias - start).max()) for start in starts)


def forget_bias(part: Part) -> Result:
    """Whether an LSTM starts with its forget gate half closed."""
    weights = part.weights
    if weights.kind != "lstm":
        return unknown(Note("Only an LSTM has a forget gate."))
    if weights.bias is None:
        return unknown(Note("The layer has no bias."))
    own = weights.bias[weights.columns("forget_gate")].astype(float)
    numbers = [measure(Note("mean forget bias"), own.mean(), "forget_bias")]
    if part.trace is not None and part.is_finite and part.read.any():
        numbers.append(measure(Note("mean forget gate"), part.rows("forget_gate").mean(), "half_closed"))
    return judged(
        all(one.is_alarm for one in numbers),
        Note("The mean forget bias is {bias}.", bias=f"{own.mean():.2f}"),
        *numbers,
        picture=Picture(
            Note("unit"),
            Note("forget bias"),
            {N_("forget bias"): own},
            numbered(len(own)),
            THRESHOLDS["forget_bias"].value,
        ),
    )
