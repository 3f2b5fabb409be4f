"""The checks of what a model returns, beside what it should return."""

import contextlib

import numpy as np

from lstm_viz.checks.finding import Measure, Picture, Result, judged, measure, unknown
from lstm_viz.checks.subject import Subject, few, head
from lstm_viz.checks.thresholds import THRESHOLDS
from lstm_viz.i18n import N_
from lstm_viz.model_files.sentences import FileError
from lstm_viz.problem import Note

FEWEST, FEWEST_VALUES = 20, 10
NO_HEAD = Note("The model does not end with one Dense.")


def fitting(subject: Subject) -> tuple[np.ndarray, np.ndarray] | None:
    """Outputs and targets of one shape (answers, numbers), of classes as one-hot vectors; None if they do not fit."""
    outputs, targets = subject.outputs, subject.targets
    assert outputs is not None
    assert targets is not None
    width = outputs.shape[-1] if outputs.ndim > 1 else 1
    rows = outputs.reshape(-1, width).astype(float)
    if targets.size == outputs.size:
        return rows, targets.reshape(-1, width).astype(float)
    ids = class_ids(targets)
    if ids is not None and ids.size == len(rows) and ids.max() < width:
        return rows, np.eye(width)[ids.ravel()]
    return None


def class_ids(targets: np.ndarray) -> np.ndarray | None:
    """Targets that are whole numbers from 0, as such; None if they are not."""
    if targets.dtype.kind not in "biuf" or not targets.size or not np.isfinite(targets).all():
        return None
    ids = targets.astype(int)
    return ids if (ids == targets).all() and ids.min() >= 0 else None


def constant_answer(subject: Subject) -> Result:
    """Whether the answers are the same for all samples, and which layer makes them so."""
    pair = fitting(subject)
    if pair is None or len(pair[0]) < 2:
        return unknown(Note("The targets do not have the shape of the outputs."))
    answers, wanted = (array.std(axis=0).max() for array in pair)
    if not wanted:
        return unknown(Note("All targets are the same."))
    stages = _stages(subject)
    drops = [before - after for before, after in zip(stages.values(), list(stages.values())[1:], strict=False)]
    killer = list(stages)[1:][int(np.argmax(drops))] if drops else ""
    return judged(
        THRESHOLDS["answers"].alarms(answers / wanted),
        Note("The answers hardly vary. The variation is lost most in {name}.", name=killer),
        measure(Note("variation of the answers, relative to that of the targets"), answers / wanted, "answers"),
        picture=Picture(
            Note("layer"),
            Note("variation between samples"),
            {N_("variation between samples"): 10.0 ** np.array(list(stages.values()))},
            tuple(stages),
            is_log=True,
        ),
    )


def _stages(subject: Subject) -> dict[str, float]:
    """The decimal logarithm of how much the numbers of each layer vary between samples, beside their size."""
    if subject.values:
        found = {subject.name(node): value.array for (node, output), value in subject.values.items() if output == 0}
    else:
        found = {"inputs": subject.inputs[0]} | {part.name: part.in_order("hidden") for part in subject.parts}
        found |= {} if subject.outputs is None else {"outputs": subject.outputs}
    return {name: _spread(array) for name, array in found.items()}


def _spread(array: np.ndarray) -> float:
    rows = few(array.reshape(len(array), -1)[:, -MOST_COLUMNS:])
    size = np.sqrt((rows**2).mean())
    spread = np.sqrt(rows.var(axis=0).mean())
    return float(np.log10(max(spread / size, SMALLEST))) if size else float(np.log10(SMALLEST))


MOST_COLUMNS, SMALLEST = 2048, 1e-12


def echo(subject: Subject) -> Result:
    """Whether a forecast is the last value, shifted by a step."""
    pair = fitting(subject)
    if pair is None or len(pair[0]) < FEWEST or len(pair[0]) != len(subject.inputs[0]):
        return unknown(Note("This check needs at least {count} forecasts, one for each sample.", count=FEWEST))
    forecasts, wanted = pair[0][:, 0], pair[1][:, 0]
    last = last_values(subject.inputs, wanted)
    if last is None:
        return unknown(Note("The targets are not the next values of a series in the inputs."))
    step = float(((wanted - last) ** 2).mean())
    if not step:
        return unknown(Note("The series never changes."))
    skill = measure(Note("skill against repeating the last value"), _skill(forecasts, wanted, last), "skill")
    near = measure(
        Note("distance from the last value, relative to the change in a step"),
        np.sqrt(((forecasts - last) ** 2).mean() / step),
        "repeats",
    )
    linear = measure(Note("skill of a linear regression"), _linear_skill(subject.inputs[0], wanted, last), "learnable")
    now, before = _correlation(forecasts, wanted), _correlation(forecasts, last)
    numbers = (
        *(skill, near, linear),
        measure(Note("correlation with the value to be forecast (shift 0)"), now),
        measure(Note("correlation with the last value (shift 1)"), before),
        *_on_last_step(subject),
    )
    if skill.is_alarm and not near.is_alarm and not linear.is_alarm:
        return unknown(
            Note("The forecast is no better than the last value, but does not repeat it: train longer."), *numbers
        )
    return judged(
        skill.is_alarm,
        Note(
            "The forecast follows the last value (correlation {before}), not the next one ({now}), and is no better.",
            before=f"{before:.3f}",
            now=f"{now:.3f}",
        ),
        *numbers,
        picture=_forecast_picture(wanted, forecasts, last),
    )


def _forecast_picture(wanted: np.ndarray, forecasts: np.ndarray, last: np.ndarray) -> Picture:
    lines = {N_("value"): wanted, N_("forecast"): forecasts, N_("last value"): last}
    return Picture(Note("forecast"), Note("value"), {name: line[-MOST_SHOWN:] for name, line in lines.items()})


def _skill(forecasts: np.ndarray, wanted: np.ndarray, last: np.ndarray) -> float:
    """How much of the error of the last value a forecast takes away: 1 all of it, 0 nothing."""
    error = float(((wanted - last) ** 2).mean())
    return 1 - float(((wanted - forecasts) ** 2).mean()) / error if error else 0.0


def _linear_skill(inputs: np.ndarray, wanted: np.ndarray, last: np.ndarray) -> float:
    """The skill of a regression on the last steps: whether there is more to learn than the last value.

    It is fitted on the first half of the samples, and measured on the second.
    """
    half = len(wanted) // 2
    steps = max(half // (ROWS_FOR_EACH * inputs.shape[2]), 1)
    rows = inputs[:, -steps:].reshape(len(inputs), -1).astype(float)
    rows = np.concatenate([rows, np.ones((len(rows), 1))], axis=1)
    weights, *_ = np.linalg.lstsq(rows[:half], wanted[:half], rcond=None)
    return _skill(rows[half:] @ weights, wanted[half:], last[half:])


ROWS_FOR_EACH = 8
"""A regression has at least as many rows for each of its weights."""
MOST_SHOWN, MOST_NUDGED, NUDGE = 60, 4, 1e-2


def _on_last_step(subject: Subject) -> tuple[Measure, ...]:
    """How much of what a forecast depends on is at the last step; nothing if that would take too many numbers."""
    if subject.file is None or len(subject.inputs) != 1:
        return ()
    for samples in (MOST_NUDGED, 1):
        with contextlib.suppress(FileError):  # these sequences are too long for so many samples
            share = _share_of_last_step(subject, samples)
            return (measure(Note("share of the last step in what the forecast depends on"), share),)
    return ()


def _share_of_last_step(subject: Subject, samples: int) -> float:
    """Each step of a few samples is changed a little."""
    assert subject.file is not None
    given = subject.inputs[0][:: -(-len(subject.inputs[0]) // samples)].astype(np.float32)
    steps = given.shape[1]
    nudged = np.repeat(given[None], steps + 1, axis=0)
    nudged[np.arange(steps), :, np.arange(steps)] += NUDGE * given.std()
    values, _ = subject.file.walk(nudged.reshape(-1, *given.shape[1:]))
    answers = values[subject.graph.outputs[0]].array.reshape(steps + 1, len(given), -1)[:, :, 0]
    changes = np.abs(answers[:-1] - answers[-1]).sum(axis=1)
    return float(changes[-1] / changes.sum()) if changes.any() else 0.0


def _correlation(one: np.ndarray, other: np.ndarray) -> float:
    one, other = one - one.mean(), other - other.mean()
    size = np.sqrt((one**2).sum() * (other**2).sum())
    return float((one * other).sum() / size) if size else 0.0


def last_values(inputs: tuple[np.ndarray, ...], wanted: np.ndarray) -> np.ndarray | None:
    """The value before each target, in the targets' scale, (samples,).

    The series is found in the inputs: it is the feature in which the targets stand, too, because the next windows begin
    or end with them; or, in another scale, the one whose last values are the targets of the samples before.
    """
    if inputs[0].ndim != 3 or len(np.unique(wanted)) < FEWEST_VALUES:
        return None
    rows = inputs[0].astype(float)
    tolerance = 1e-6 * max(np.ptp(wanted), 1e-30)
    for feature in range(rows.shape[2]):
        known = np.unique(rows[:, :, feature])
        places = np.clip(np.searchsorted(known, wanted), 1, max(len(known) - 1, 1))
        near = np.minimum(np.abs(known[places - 1] - wanted), np.abs(known[places % len(known)] - wanted))
        if (near <= tolerance).mean() >= 0.5:
            return rows[:, -1, feature]
    for feature in range(rows.shape[2]):
        last = rows[:, -1, feature]
        if _correlation(last[1:], wanted[:-1]) > SAME_SERIES:
            slope, offset = np.polyfit(last[1:], wanted[:-1], 1)
            return slope * last + offset
    return None


SAME_SERIES = 0.99999


def softmax_of_one(subject: Subject) -> Result:
    """Whether a softmax has one unit, so that it always answers 1."""
    end = head(subject.graph)
    if end is None or end.activation != "softmax":
        return unknown(Note("The model does not end with a softmax."))
    return judged(
        end.width == 1,
        Note("{name} is a softmax over one unit: it answers 1, whatever it reads.", name=end.name),
        measure(Note("units of the softmax"), end.width, "one_step"),
    )


def sigmoid_of_many(subject: Subject) -> Result:
    """Whether classes of which one is right have a sigmoid each."""
    end = head(subject.graph)
    if end is None or end.activation != "sigmoid" or end.width < 2:
        return unknown(Note("The model does not end with a sigmoid of several units."))
    assert subject.targets is not None
    targets = subject.targets.reshape(-1, subject.targets.shape[-1]) if subject.targets.ndim > 1 else subject.targets
    if targets.ndim > 1 and targets.shape[1] == end.width:
        exclusive = bool(np.isin(targets, (0, 1)).all() and (targets.sum(axis=1) == 1).all())
    else:
        exclusive = class_ids(targets) is not None
    return judged(
        exclusive,
        Note(
            "{name} has a sigmoid for each of {count} classes, but exactly one class is right.",
            name=end.name,
            count=end.width,
        ),
        measure(Note("units of the sigmoid"), end.width),
    )


def missing_classes(subject: Subject) -> Result:
    """Whether the last Dense has fewer units than there are classes."""
    end = head(subject.graph)
    assert subject.targets is not None
    ids = class_ids(subject.targets)
    if end is None:
        return unknown(NO_HEAD)
    is_regression = end.width == 1 and end.activation not in ("sigmoid", "softmax")
    if is_regression or ids is None or (ids.ndim > 1 and ids.shape[-1] == end.width > 1):
        return unknown(Note("The targets are not the numbers of classes."))
    classes = int(ids.max()) + 1
    room = 2 if end.width == 1 else end.width
    return judged(
        classes > room,
        Note(
            "The targets name class {last}, but {name} has room for classes 0 to {room}.",
            last=classes - 1,
            name=end.name,
            room=room - 1,
        ),
        measure(Note("classes without a unit"), max(classes - room, 0), "none"),
    )
