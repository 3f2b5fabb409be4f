"""Errors before a layer computes anything: the array cannot be made, or holds values that are not allowed."""

import re

from lstm_viz.i18n import Translate
from lstm_viz.keras_errors.explanation import SHAPE, Explanation, shape_text, sizes


def _ragged(_found: re.Match[str], gettext: Translate) -> Explanation:
    meaning = gettext(
        "The sequences are not equally long. An array is rectangular: every sample has the same number of timesteps, "
        "and every timestep the same number of features."
    )
    cure = gettext(
        "Pad the shorter ones to one length and mask the padding: with mask_zero=True in an Embedding, or a Masking "
        "layer before the recurrent one."
    )
    return Explanation(meaning, cure, 'keras.utils.pad_sequences(sequences, padding="pre")')


def _list(_found: re.Match[str], gettext: Translate) -> Explanation:
    meaning = gettext("Keras was given Python lists. It reads one array, and takes a list to mean several inputs.")
    cure = gettext("Make one array of them. All must be equally long; if they are not, pad them first.")
    return Explanation(meaning, cure, 'x = np.array(x, dtype="float32")')


def _reshape(found: re.Match[str], gettext: Translate) -> Explanation:
    count, shape = int(found[1]), sizes(found[2])
    product = 1
    for size in shape:
        product *= size or 1
    meaning = gettext(
        "Numbers in the array: {count}. Numbers in the shape {shape}: {product}, or a multiple of that "
        "if an axis is left open as -1. reshape keeps every number, so the product of the sizes must "
        "be {count}."
    ).format(count=count, shape=shape_text(shape), product=product)
    cure = gettext("Cut the series to a whole number of samples first, or choose other sizes.")
    return Explanation(
        meaning, cure, f"x[: len(x) // {product} * {product}].reshape({', '.join(['-1', *map(str, shape)])})"
    )


def _no_such_id(found: re.Match[str], gettext: Translate) -> Explanation:
    given, count = int(found[1]), int(found[2])
    meaning = gettext(
        "The Embedding has input_dim={count}, so it knows the ids 0 to {last}, but the input has id {given}."
    ).format(count=count, last=count - 1, given=given)
    cure = gettext("input_dim is the largest id plus 1: id 0, the padding, counts too.")
    return Explanation(meaning, cure, "keras.layers.Embedding(x.max() + 1, features, mask_zero=True)")


def _no_steps(_found: re.Match[str], gettext: Translate) -> Explanation:
    meaning = gettext("The sequences have no timesteps: the array's second axis has size 0.")
    cure = gettext("Check the shape. A look_back longer than the series leaves no window.")
    return Explanation(meaning, cure, "print(x.shape)")


def _no_samples(_found: re.Match[str], gettext: Translate) -> Explanation:
    meaning = gettext("There are no samples: the array's first axis has size 0.")
    cure = gettext("Check the shape. A look_back longer than the series leaves no window.")
    return Explanation(meaning, cure, "print(x.shape)")


def _units(_found: re.Match[str], gettext: Translate) -> Explanation:
    meaning = gettext("units is the size of the layer's state, a whole number from 1 up.")
    cure = gettext("Choose how many numbers the layer remembers. units does not depend on the number of timesteps.")
    return Explanation(meaning, cure, "LSTM(20)")


RULES = (
    (r"inhomogeneous shape|non-rectangular|Unsupported object type|Invalid dtype: object", _ragged),
    (r"Only input tensors may be passed as positional arguments|Unrecognized data type: x=\[", _list),
    (rf"cannot reshape array of size (\d{{1,12}}) into shape {SHAPE}", _reshape),
    (r"indices\[[\d,]{1,40}\] = (-?\d{1,12}) is not in \[0, (\d{1,12})\)", _no_such_id),
    (r"slice index 0 of dimension 1 out of bounds", _no_steps),
    (r"Biases must be 1D: \[0,", _no_samples),
    (r"invalid value for argument `units`", _units),
)
