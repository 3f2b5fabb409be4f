"""Which input mattered for a number that a model answers: integrated gradients, which add up, and occlusion."""

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np

from lstm_viz.model_files.answer import Answer

TOLERANCE = 1e-4
"""How much of the difference the parts may miss."""
FLOOR = 0.01
"""A difference that is less than this share of the sum of the sizes of the parts is taken to be that share: where parts
cancel each other out, rounding is no part of the little that is left."""
FAR_OFF = 100
"""The parts of the intervals may miss as many times what their sum may miss: what they miss has different signs."""
INTERVALS = 8
MOST_STEPS, MOST_OCCLUSIONS = 8192, 2000
LEAST = 32
MOST_NUMBERS = 2**27
"""How many numbers a model may compute for each of the two methods; the larger the model, the fewer steps."""
MOST_HELD = 2**24
"""How many numbers of inputs are occluded at once, and of gradients by them are kept, but LEAST gradients in any case.
The more inputs, the fewer steps."""
ALIKE = 0.1


class Apart(NamedTuple):
    """Where the two methods differ most.

    Occlusion changes one input while the others stay as they are. Integrated gradients change all of them together, so
    what inputs do only together is divided among them.

    Attributes:
        step: The step, counted from 0; the first one where several are occluded together.
        feature: The feature, counted from 0; None where all features of a step are occluded together.
        integrated: What integrated gradients say.
        occluded: What occlusion says.
    """

    step: int
    feature: int | None
    integrated: float
    occluded: float


@dataclass(frozen=True, eq=False)
class Attribution:
    """What each input contributes to the difference between the answer and that to the baseline.

    Attributes:
        answer: The number that the model answers, f(x).
        baseline_answer: What it answers to the baseline, f(baseline).
        integrated: Integrated gradients, (time, features); None if a layer has no gradient.
        occluded: By how much the answer falls if an input is replaced by the baseline, (time, features), or (places, 1)
            where all features of a step, or of several steps, are replaced together.
        time: How many steps were read.
        together: How many of them are occluded together.
        steps: How many gradients the integration took.
        without_gradient: The names of the layers that have no gradient.
    """

    answer: float
    baseline_answer: float
    integrated: np.ndarray | None
    occluded: np.ndarray
    time: int
    together: int
    steps: int
    without_gradient: tuple[str, ...] = ()

    @property
    def difference(self) -> float:
        """f(x) − f(baseline)."""
        return self.answer - self.baseline_answer

    @property
    def sum(self) -> float:
        """The sum of the integrated gradients."""
        return float("nan") if self.integrated is None else float(self.integrated.sum())

    @property
    def rest(self) -> float:
        """What the sum misses of the difference, relative to it: see TOLERANCE and FLOOR."""
        scale = abs(self.difference)
        if self.integrated is not None:
            scale = _scale(self.difference, self.integrated)
        return abs(self.difference - self.sum) / scale if scale else 0.0

    @property
    def adds_up(self) -> bool:
        """Whether the sum is the difference, within TOLERANCE."""
        return self.rest <= TOLERANCE

    @cached_property
    def integrated_together(self) -> np.ndarray | None:
        """The integrated gradients in the places of `occluded`."""
        if self.integrated is None:
            return None
        each = self.integrated
        if self.occluded.shape[1] < each.shape[1]:
            each = each.sum(axis=1, keepdims=True)
        return np.add.reduceat(each, np.arange(0, len(each), self.together), axis=0)

    @property
    def agreement(self) -> float | None:
        """The rank correlation of the two methods, −1 … 1; None if one of them says the same of every input."""
        if self.integrated_together is None:
            return None
        one, other = (_ranks(array.ravel()) for array in (self.integrated_together, self.occluded))
        return float(np.corrcoef(one, other)[0, 1]) if np.ptp(one) and np.ptp(other) else None

    @property
    def apart(self) -> Apart | None:
        """Where the two methods differ most; None if they differ nowhere by a tenth of the largest part."""
        if (integrated := self.integrated_together) is None:
            return None
        gaps = np.abs(integrated - self.occluded)
        place, feature = (int(at) for at in np.unravel_index(gaps.argmax(), gaps.shape))
        if not gaps[place, feature] > ALIKE * max(np.abs(integrated).max(), np.abs(self.occluded).max()):
            return None
        many = self.occluded.shape[1] > 1 or (self.integrated is not None and self.integrated.shape[1] == 1)
        both = float(integrated[place, feature]), float(self.occluded[place, feature])
        return Apart(place * self.together, feature if many else None, *both)


def attribution(answer: Answer, baseline: np.ndarray) -> Attribution:
    """What each input contributes to a model's answer, compared with that to a baseline.

    Args:
        answer: The answer to the sample.
        baseline: What stands for "nothing", of the shape of what is read.

    Returns:
        Both methods. Inputs of one axis are one step; of more than two, their further axes are one. The vector of a
        word is occluded as a whole: its features mean nothing by themselves.

    Raises:
        ValueError: If the baseline has another shape.
        InputError: If a layer cannot read it.

    Source: Sundararajan, Taly & Yan (2017), "Axiomatic attribution for deep networks"; Zeiler & Fergus (2014) for
    occlusion.
    """
    if np.shape(baseline) != answer.given.shape:
        raise ValueError(f"baseline must have shape {answer.given.shape}, not {np.shape(baseline)}.")
    baseline = np.asarray(baseline, np.float32)
    ends = answer.numbers(np.stack([baseline, answer.given]))
    integrated, steps = None, 0
    if not answer.without_gradient and np.isfinite(ends).all():
        integrated, steps = _integrated(answer, baseline, ends)
        integrated = _grid(integrated)
    occluded, together = _occluded(answer, baseline, ends[1])
    return Attribution(
        answer=float(ends[1]),
        baseline_answer=float(ends[0]),
        integrated=integrated,
        occluded=occluded,
        time=len(_grid(baseline)),
        together=together,
        steps=steps,
        without_gradient=answer.without_gradient,
    )


def _grid(array: np.ndarray) -> np.ndarray:
    """An array as (time, features)."""
    return array[None] if array.ndim == 1 else array.reshape(len(array), -1)


def _scale(difference: float, parts: np.ndarray) -> float:
    return max(abs(difference), FLOOR * float(np.abs(parts).sum()))


def _most(answer: Answer, most: int) -> int:
    return min(most, max(LEAST, MOST_NUMBERS // answer.size))


def _integrated(answer: Answer, baseline: np.ndarray, ends: np.ndarray) -> tuple[np.ndarray, int]:
    """Integrated gradients, and how many gradients they took.

    The way from the baseline to the sample is cut into intervals, each integrated by Simpson's rule. The parts of an
    interval must add up to the difference of the answers at its ends, so it is known where they do not: there it is
    halved, until the sum is right and no interval is far off.
    """
    most = min(_most(answer, MOST_STEPS), max(LEAST, MOST_HELD // answer.given.size))
    places = np.linspace(0, 1, INTERVALS + 1)
    edges = _along(answer, baseline, places)
    middles = _along(answer, baseline, (places[1:] + places[:-1]) / 2)
    while True:
        parts = np.diff(places)[:, None] / 6 * (edges[:-1] + 4 * middles + edges[1:])[:, 1:]
        rests = np.diff(edges[:, 0]) - parts.sum(axis=1)
        allowed = TOLERANCE * _scale(ends[1] - ends[0], parts.sum(axis=0))
        steps = len(edges) + len(middles)
        worst = np.argsort(-np.abs(rests))[: (most - steps) // 2]
        worst = np.sort(worst[np.abs(rests[worst]) > allowed / len(rests)])
        if not len(worst) or (abs(rests.sum()) <= allowed / 2 and np.abs(rests).sum() <= FAR_OFF * allowed):
            return parts.sum(axis=0).reshape(baseline.shape), steps
        halves = (places[worst] + places[worst + 1]) / 2
        quarters = np.concatenate([places[worst] + halves, halves + places[worst + 1]]) / 2
        left, right = np.split(_along(answer, baseline, quarters), 2)
        # The middle of an interval that is halved becomes an edge.
        edges = np.insert(edges, worst + 1, middles[worst], axis=0)
        middles[worst] = left
        middles = np.insert(middles, worst + 1, right, axis=0)
        places = np.insert(places, worst + 1, halves)


def _along(answer: Answer, baseline: np.ndarray, places: np.ndarray) -> np.ndarray:
    """The answers at places 0 … 1 between the baseline and the sample, and how fast each input changes them there.

    Returns:
        Shape (places, 1 + inputs).
    """
    change = answer.given.astype(float) - baseline
    numbers, gradients = answer.gradients(baseline + places.reshape(-1, *(1,) * change.ndim) * change)
    return np.concatenate([numbers[:, None], (gradients * change).reshape(len(places), -1)], axis=1)


def _occluded(answer: Answer, baseline: np.ndarray, whole: float) -> tuple[np.ndarray, int]:
    """By how much the answer falls without each input, and how many steps are left out together."""
    given, other = _grid(answer.given), _grid(baseline)
    most = _most(answer, MOST_OCCLUSIONS)
    by_feature = not answer.is_embedded and given.size <= most
    together = 1 if by_feature else -(-len(given) // most)
    every = [slice(first, first + together) for first in range(0, len(given), together)]
    parts = [(steps, at) for steps in every for at in (range(given.shape[1]) if by_feature else [slice(None)])]
    at_once = max(1, MOST_HELD // given.size)
    answers = []
    for first in range(0, len(parts), at_once):
        without = np.repeat(given[None], len(parts[first : first + at_once]), axis=0)
        for point, part in zip(without, parts[first : first + at_once], strict=True):
            point[part] = other[part]
        answers.append(answer.numbers(without.reshape(-1, *answer.given.shape)))
    return whole - np.concatenate(answers).reshape(len(every), -1), together


def _ranks(values: np.ndarray) -> np.ndarray:
    """The rank of each number; equal ones share the mean of their ranks."""
    ordered = np.sort(values)
    return (np.searchsorted(ordered, values, "left") + np.searchsorted(ordered, values, "right")) / 2


def baselines(answer: Answer, other: Answer | None = None) -> dict[str, np.ndarray]:
    """Name → what can stand for "nothing".

    Args:
        answer: The answer to the sample.
        other: The answer to another sample, to compare with; it is left out if it is of another length.

    Returns:
        "zeros"; "padding", the vector of id 0, for an Embedding; "mean", the mean of what is read at the steps that are
        not masked; "other", what the other sample gives.
    """
    found = {"zeros": np.zeros_like(answer.given)}
    if answer.is_embedded:
        table = answer.graph.layer(answer.source[0]).arrays["embeddings"]
        found["padding"] = np.broadcast_to(table[0], answer.given.shape)
    if answer.given.ndim > 1:
        read = slice(None) if answer.mask is None or not answer.mask.any() else answer.mask
        found["mean"] = np.broadcast_to(answer.given[read].mean(axis=0), answer.given.shape)
    if other is not None and other.given.shape == answer.given.shape:
        found["other"] = other.given
    return found
