"""Errors in `fit`: the targets do not fit the model's output."""

import re

from lstm_viz.i18n import Translate
from lstm_viz.keras_errors.explanation import BRACKETS, SHAPE, Explanation, Shape, shape_text, sizes


def _shapes_differ(found: re.Match[str], gettext: Translate) -> Explanation:
    return _explained(sizes(found[1]), sizes(found[2]), gettext)


def _explained(target: Shape, output: Shape, gettext: Translate) -> Explanation:
    meaning = gettext(
        "The loss compares the targets y with the model's output, number by number: y has the shape {target}, the "
        "output {output}."
    ).format(target=shape_text(target), output=shape_text(output))
    return Explanation(meaning, *_cure(target, output, gettext))


def _cure(target: Shape, output: Shape, gettext: Translate) -> tuple[str, str]:
    """What to change, and the line of code that changes it."""
    if len(output) == 3 and len(target) == 2 and target[1] == output[1]:
        cure = gettext(
            "y holds a class number for each timestep: use a loss that takes class numbers, or make the "
            "targets one-hot."
        )
        return cure, 'loss="sparse_categorical_crossentropy"'
    if len(output) == 3 and len(target) == 2:
        return _one_answer_or_many(gettext), "LSTM(units)  # return_sequences=False"
    if len(output) == 2 and len(target) == 3:
        return _one_answer_or_many(gettext), "LSTM(units, return_sequences=True)"
    if len(output) == 3 and target[1] != output[1]:
        return gettext(
            "The output has an answer for each timestep of X: y needs as many answers."
        ), f"y = y[:, :{output[1]}]"
    cure = gettext("Let the last layer return as many numbers as a target has, or change y to the output's shape.")
    return cure, f"Dense({target[-1] if len(target) > 1 else 1})"


def _one_answer_or_many(gettext: Translate) -> str:
    return gettext(
        "One of the two has an answer for each timestep, the other one for each sample. For one answer "
        "per sample, leave return_sequences=False. For one per timestep, set return_sequences=True and "
        "give y an axis of timesteps."
    )


def _sparse(found: re.Match[str], gettext: Translate) -> Explanation:
    meaning = gettext(
        "sparse_categorical_crossentropy expects whole numbers in y, one class for each answer. Here y "
        "has the shape {target} and the output has the shape {output}: y is one-hot, or its number of "
        "timesteps differs."
    ).format(target=shape_text(sizes(found[1])), output=shape_text(sizes(found[2])))
    cure = gettext("For one-hot targets use categorical_crossentropy, or turn the targets into class numbers.")
    return Explanation(meaning, cure, "y = y.argmax(axis=-1)")


def _sparse_steps(found: re.Match[str], gettext: Translate) -> Explanation:
    meaning = gettext(
        "sparse_categorical_crossentropy expects a class for each answer. Here y has the shape "
        "{target}, and the output has the shape {output}."
    ).format(target=shape_text(sizes(found[1])), output=shape_text(sizes(found[2])))
    cure = gettext("Without its last axis, the classes, the output must have the same shape as y.")
    return Explanation(meaning, cure, "print(y.shape, model.output_shape)")


def _other_class(found: re.Match[str], gettext: Translate) -> Explanation:
    given, count = int(found[1]), int(found[2])
    meaning = gettext("A target is class {given}, but the model's output has room for {count}, 0 to {last}.").format(
        given=given, count=count, last=count - 1
    )
    cure = gettext("The last layer needs a unit for each class: the largest number in y plus 1.")
    return Explanation(meaning, cure, f"Dense({given + 1})")


def _counts_differ(found: re.Match[str], gettext: Translate) -> Explanation:
    meaning = gettext("Samples in X: {inputs}; in y: {targets}. Each sample needs one target.").format(
        inputs=int(found[1]), targets=int(found[2])
    )
    cure = gettext(
        "Compare the first axis of both. A series of n values has n − look_back windows with a value "
        "after them: the targets begin at position look_back."
    )
    return Explanation(meaning, cure, "y = series[look_back:]")


RULES = (
    (
        rf"must have the same (?:shape|rank \(ndim\))\. Received: target\.shape={SHAPE}, output\.shape={SHAPE}",
        _shapes_differ,
    ),
    (rf"must have rank \(ndim\) `target\.ndim - 1`\. Received: target\.shape={SHAPE}, output\.shape={SHAPE}", _sparse),
    (rf"same shape up until the last dimension: target\.shape={SHAPE}, output\.shape={SHAPE}", _sparse_steps),
    (rf"compile_loss/[^']{{0,400}}' with input shapes: {BRACKETS}, {BRACKETS}", _shapes_differ),
    (rf"compile_loss[\s\S]{{0,8000}}Incompatible shapes: {BRACKETS} vs\. {BRACKETS}", _shapes_differ),
    (r"label value of (-?\d{1,12}) which is outside the valid range of \[0, (\d{1,12})\)", _other_class),
    (
        r"Data cardinality is ambiguous[\s\S]{0,200}'x' sizes: (\d{1,12})[\s\S]{0,20}'y' sizes: (\d{1,12})",
        _counts_differ,
    ),
)
