"""Errors when a layer or a model is called: the number of axes, and the number of features."""

import re

from lstm_viz.i18n import Translate
from lstm_viz.keras_errors.explanation import SHAPE, Explanation, Shape, shape_text, sizes

INPUTS = re.compile(rf"inputs=tf\.Tensor\(shape={SHAPE}")


def _axes(found: re.Match[str], gettext: Translate) -> Explanation:
    expected, shape = int(found[1]), sizes(found[2] or "")
    if expected == 2:
        return _too_many_for_a_vector(shape, gettext)
    if shape[:1] == (None,) and len(shape) == 2:
        return _no_sequence_inside_a_model(shape, gettext)
    return _not_three_axes(shape, gettext)


def _no_sequence_inside_a_model(shape: Shape, gettext: Translate) -> Explanation:
    meaning = gettext(
        "Inside a model, a recurrent layer was given {shape}: one vector for each sample, without "
        "timesteps. It reads (batch, timesteps, features). Usually the recurrent layer before it "
        "returned only its last step, because return_sequences is False by default."
    ).format(shape=shape_text(shape))
    cure = gettext(
        "Set return_sequences=True in the recurrent layer before it. If an Input comes before it, the "
        "Input lacks an axis: its shape is (timesteps, features), without the batch."
    )
    return Explanation(meaning, cure, f"LSTM({shape[-1]}, return_sequences=True)\nkeras.Input(({shape[-1]}, 1))")


def _not_three_axes(shape: Shape, gettext: Translate) -> Explanation:
    meaning = gettext(
        "A recurrent layer reads three axes, (samples, timesteps, features). This array has {count}: "
        "{shape}. Keras cannot know which axis is missing, or which one is too many."
    ).format(count=len(shape), shape=shape_text(shape))
    cure = gettext("Choose what each size counts, and use the line that makes three axes.")
    return Explanation(meaning, cure, "\n".join(_lines_to_three_axes(shape)))


def _lines_to_three_axes(shape: Shape) -> list[str]:
    """A line of code for each way from a shape to (samples, timesteps, features), with the new shape as a comment."""
    if len(shape) == 1:
        (count,) = shape
        return [f"x.reshape(1, {count}, 1)  # (1, {count}, 1)", f"x.reshape({count}, 1, 1)  # ({count}, 1, 1)"]
    if len(shape) == 2:
        first, last = shape
        return [
            f"x[np.newaxis]  # (1, {first}, {last})",
            f"x[:, :, np.newaxis]  # ({first}, {last}, 1)",
            f"x[:, np.newaxis]  # ({first}, 1, {last})",
        ]
    if len(shape) < 4 or None in shape:
        return []
    features = 1
    for size in shape[2:]:
        features *= size or 0
    return [f"x.reshape({shape[0]}, {shape[1]}, {features})  # ({shape[0]}, {shape[1]}, {features})"]


def _too_many_for_a_vector(shape: Shape, gettext: Translate) -> Explanation:
    meaning = gettext(
        "A layer such as RepeatVector reads one vector for each sample, (batch, features). It was given {shape}."
    ).format(shape=shape_text(shape))
    cure = gettext("Let the recurrent layer before it return only its last step: leave return_sequences=False.")
    return Explanation(meaning, cure, "LSTM(units)  # return_sequences=False")


def _time_distributed(found: re.Match[str], gettext: Translate) -> Explanation:
    shape = sizes(found[1])
    meaning = gettext(
        "TimeDistributed applies a layer to each timestep. It was given {shape}, which has no timesteps."
    ).format(shape=shape_text(shape))
    cure = gettext(
        "Set return_sequences=True in the recurrent layer before it, or use the layer without TimeDistributed."
    )
    return Explanation(meaning, cure, "LSTM(units, return_sequences=True)")


def _other_shape(found: re.Match[str], gettext: Translate) -> Explanation:
    expected, given = sizes(found[1]), sizes(found[2])
    meaning = gettext("The model was built for {expected} and was given {given}. None stands for any size.").format(
        expected=shape_text(expected), given=shape_text(given)
    )
    if len(given) == len(expected) - 1:
        cure = gettext("One axis is missing. For a single sample, put the axis of samples before it.")
        return Explanation(meaning, cure, f"x[np.newaxis]  # {shape_text((1, *given))}")
    cure = gettext("Change the data to the model's shape, or build the model with an Input of the data's shape.")
    return Explanation(meaning, cure, f"keras.Input({shape_text(given[1:])})")


def _matrix(found: re.Match[str], gettext: Translate) -> Explanation:
    given, wanted = int(found[1]), int(found[2])
    inputs = INPUTS.search(found.string)
    if inputs and sizes(inputs[1])[-1:] != (given,):
        return _state_size(given, wanted, gettext)
    return _feature_count(given, wanted, gettext)


def _state_size(given: int, wanted: int, gettext: Translate) -> Explanation:
    meaning = gettext(
        "The layer has units={wanted}, but the state it was given has size {given} for each sample."
    ).format(wanted=wanted, given=given)
    cure = gettext("Each state has the shape (batch, units). Use the states of a layer with the same units.")
    return Explanation(meaning, cure, f"h = np.zeros((batch, {wanted}))")


def _feature_count(given: int, wanted: int, gettext: Translate) -> Explanation:
    meaning = gettext(
        "The weights were made for inputs with features={wanted}, but this input has features={given}. "
        "The last axis is the features; their number is fixed when the layer is built. The number of "
        "timesteps is not."
    ).format(wanted=wanted, given=given)
    cure = gettext(
        "Give it as many features at each step as in training: {wanted}. If the last axis of your "
        "array is the timesteps, swap the axes. If features={given} is what you want, build a new "
        "layer."
    ).format(wanted=wanted, given=given)
    return Explanation(meaning, cure, f"x.transpose(0, 2, 1)\nkeras.Input((None, {given}))")


def _last_axis(found: re.Match[str], gettext: Translate) -> Explanation:
    shape = sizes(found[2])
    return _feature_count(shape[-1] or 0, int(found[1]), gettext)


RULES = (
    (rf"expected ndim=([23]), found ndim=\d{{1,12}}\. Full shape received: (?:{SHAPE}|\(\))", _axes),
    (rf"should be passed an `input_shape` with at least 3 dimensions, received: {SHAPE}", _time_distributed),
    (rf"xpected shape ?=?{SHAPE}, (?:but input has incompatible|found) shape ?=?{SHAPE}", _other_shape),
    (rf"expected axis -1 of input shape to have value (\d{{1,12}}), but received input with shape {SHAPE}", _last_axis),
    (r"Matrix size-incompatible: In\[0\]: \[\d{1,12},(\d{1,12})\], In\[1\]: \[(\d{1,12}),\d{1,12}\]", _matrix),
    (r"Dimensions must be equal, but are (\d{1,12}) and (\d{1,12}) for '[^']{0,400}cell[^']{0,100}/MatMul", _matrix),
)
