"""Errors of Keras 1 and 2 that Keras 3.15 words differently. Old questions and answers on the web quote them."""

import re

from lstm_viz.i18n import Translate
from lstm_viz.keras_errors.explanation import SHAPE, Explanation, shape_text, sizes


def _dimensions(found: re.Match[str], gettext: Translate) -> Explanation:
    expected, shape = int(found[2]), sizes(found[3])
    if found[1] == "target":
        meaning = gettext(
            "The model's output has {count} axes, but the targets y have the shape {shape}. With "
            "return_sequences=True in the last recurrent layer there is an output for each timestep; "
            "without it, there is one for each sample."
        ).format(count=expected, shape=shape_text(shape))
        cure = gettext("Make the two match: change return_sequences, or give y an answer for each timestep.")
        return Explanation(meaning, cure, "LSTM(units)  # an answer for each sample")
    meaning = gettext("The model reads {count} axes, but was given {shape}. This is a message of Keras 2.").format(
        count=expected, shape=shape_text(shape)
    )
    cure = gettext("A recurrent layer reads (samples, timesteps, features): add the missing axis.")
    return Explanation(meaning, cure, "x[:, :, np.newaxis]\nx[:, np.newaxis]" if len(shape) == 2 else "")


def _size(_found: re.Match[str], gettext: Translate) -> Explanation:
    meaning = gettext(
        "A stateful layer has a state for each row of a batch, so every batch must have the same "
        "number of rows: the number of samples must be a multiple of the batch size. This is a message "
        "of Keras 2."
    )
    cure = gettext(
        "Leave out the samples that do not fill a batch, or choose a batch size that divides the number of samples."
    )
    return Explanation(meaning, cure, "x = x[: len(x) // batch_size * batch_size]")


def _unknown_size(_found: re.Match[str], gettext: Translate) -> Explanation:
    meaning = gettext("A stateful layer must know how many rows a batch has. This is a message of Keras 2.")
    cure = gettext("Give the batch size in the model's Input; batch_input_shape is no longer an argument of a layer.")
    return Explanation(meaning, cure, "keras.Input(batch_shape=(batch_size, timesteps, features))")


def _moved(found: re.Match[str], gettext: Translate) -> Explanation:
    meaning = gettext("{name} belongs to Keras 1 or 2: Keras 3 has no such module or name.").format(name=found[1])
    cure = gettext(
        "Import the layers from keras.layers. The panel “Old code” of the page “Stateful” rewrites old code."
    )
    return Explanation(meaning, cure, "from keras.layers import LSTM, GRU, SimpleRNN, Dense")


def _classes(_found: re.Match[str], gettext: Translate) -> Explanation:
    meaning = gettext("predict_classes was a method of Keras 2's Sequential; Keras 3 has only predict.")
    cure = gettext(
        "Take the most probable class of what predict returns; with a single sigmoid output, the class "
        "is whether it is above 0.5."
    )
    return Explanation(meaning, cure, "model.predict(x).argmax(axis=-1)\n(model.predict(x) > 0.5).astype(int)")


CHECKING = r"checking (?:model )?(input|target): expected \S{1,80} to have (\d) dimensions.{0,80}shape "
MOVED = r"(keras\.(?:layers\.(?:recurrent|core|wrappers|embeddings|convolutional)|utils\.np_utils))"
RULES = (
    (CHECKING + SHAPE, _dimensions),
    (r"number of samples that can be divided by the batch size", _size),
    (r"If a RNN is stateful, it needs to know its batch size", _unknown_size),
    (rf"No module named '{MOVED}'", _moved),
    (r"has no attribute 'predict_classes'", _classes),
)
