"""Errors with states: stateful layers, their batch size, and arguments that Keras 3 no longer has."""

import re

from lstm_viz.i18n import Translate
from lstm_viz.keras_errors.explanation import SHAPE, Explanation, sizes

KERAS_2_ARGUMENTS = ("batch_input_shape", "input_length")
KERAS_2_SHAPES = {name: re.compile(rf"'{name}': {SHAPE}") for name in KERAS_2_ARGUMENTS}


def _open_batch(found: re.Match[str], gettext: Translate) -> Explanation:
    shape = sizes(found[1])
    meaning = gettext(
        "stateful=True keeps one state for each sample of a batch, so the layer must know the size of "
        "the batch when it is built. This Input does not set it."
    )
    cure = gettext("Give the Input a batch_shape, which begins with the number of samples in a batch.")
    rest = ", ".join(map(str, shape[1:]))
    return Explanation(meaning, cure, f"keras.Input(batch_shape=(1, {rest}))")


def _other_batch(found: re.Match[str], gettext: Translate) -> Explanation:
    expected, given = int(found[1]), int(found[2])
    meaning = gettext(
        "The stateful layer keeps states for a batch of {expected}, but this is a batch of {given}. It "
        "cannot know which state belongs to which sample."
    ).format(expected=expected, given=given)
    cure = gettext(
        "Always give it batches of {expected}, in predict too. To predict another number of samples, "
        "copy the weights into a model with that batch size."
    ).format(expected=expected)
    code = f"model.predict(x, batch_size={expected})  # len(x) a multiple of {expected}"
    return Explanation(meaning, cure, f"{code}\nother_model.set_weights(model.get_weights())")


def _compiled_batch(found: re.Match[str], gettext: Translate) -> Explanation:
    given, expected = int(found[1]), int(found[2])
    meaning = gettext(
        "This is a batch of {given}, but the stateful layer keeps the states of a batch of {expected}. "
        "predict was compiled for any batch size, so Keras did not check it, and TensorFlow could not "
        "add the two."
    ).format(given=given, expected=expected)
    cure = gettext(
        "Always give it batches of {expected}. For another number of samples, copy the weights into a "
        "model with that batch size."
    ).format(expected=expected)
    return Explanation(meaning, cure, "other_model.set_weights(model.get_weights())")


def _one_state(_found: re.Match[str], gettext: Translate) -> Explanation:
    meaning = gettext(
        "The stateful layer keeps the state of one sample, but the model was being compiled for "
        "batches of any size. A batch may then have more samples, and a state cannot grow while the "
        "steps are read."
    )
    cure = gettext("Give it one sample at a time.")
    return Explanation(meaning, cure, "model.fit(x, y, batch_size=1)\nmodel.predict(x, batch_size=1)")


def _keras_2_argument(found: re.Match[str], gettext: Translate) -> Explanation:
    shape = KERAS_2_SHAPES[found[1]].search(found.string)
    meaning = gettext("{argument} is an argument of layers in Keras 2. In Keras 3 a layer does not take it.").format(
        argument=found[1]
    )
    cure = gettext("Give the shape in an Input before the layer.")
    name = "batch_shape" if found[1] == "batch_input_shape" else "shape"
    given = ", ".join(map(str, sizes(shape[1]))) if shape else "…"
    return Explanation(meaning, cure, f"keras.Input({name}=({given}))")


def _reset_of_model(_found: re.Match[str], gettext: Translate) -> Explanation:
    meaning = gettext("A model has reset_states() in Keras 2. In Keras 3 each stateful layer has its own.")
    cure = gettext("Reset each stateful layer.")
    code = 'for layer in model.layers:\n    if getattr(layer, "stateful", False):\n        layer.reset_states()'
    return Explanation(meaning, cure, code)


def _too_few_states(_found: re.Match[str], gettext: Translate) -> Explanation:
    meaning = gettext(
        "initial_state holds fewer arrays than the layer has states. An LSTM has two, h and c; a GRU "
        "and a SimpleRNN have one; a Bidirectional has those of both layers, the forward ones first."
    )
    cure = gettext("Give one array of shape (batch, units) for each state.")
    return Explanation(meaning, cure, "layer(x, initial_state=[h, c])")


ONE_OUTPUT = "output, *states = layer(x)  # return_state=True"
TWO_OUTPUTS = (
    "forward_output, backward_output, *states = layer(x)  # merge_mode=None",
    'Bidirectional(LSTM(units), merge_mode="concat")',
)


def _several_tensors(found: re.Match[str], gettext: Translate) -> Explanation:
    meaning = gettext(
        "The next layer was given {count} tensors at once, but takes one. With return_state=True a "
        "layer returns its states with its output, and Sequential cannot pass them on. With "
        "merge_mode=None a Bidirectional returns two outputs."
    ).format(count=int(found[1]))
    cure = gettext(
        "Call the next layer on the one tensor that it should read; inside a model, use the functional "
        "API. Another merge_mode makes one output of the two."
    )
    # The number of tensors tells the case: one output with 1, 2 or 4 states, or two outputs with 0, 2 or 4.
    ways = {2: (ONE_OUTPUT, *TWO_OUTPUTS), 4: TWO_OUTPUTS, 6: TWO_OUTPUTS}.get(int(found[1]), (ONE_OUTPUT,))
    return Explanation(meaning, cure, "\n".join(ways))


RULES = (
    (rf"batch size must be static\. Found dynamic batch size: sequence\.shape={SHAPE}", _open_batch),
    (r"Expected batch size: (\d{1,12})\s{1,4}- Received batch size: (\d{1,12})", _other_batch),
    (
        r"Incompatible shapes: \[(\d{1,12}),\d{1,12}\] vs\. \[(\d{1,12}),\d{1,12}\]"
        r"\s{1,9}\[\[\{\{node [\w/]{1,200}_cell",
        _compiled_batch,
    ),
    (r"enters the loop with shape \(1, \d{1,12}\), but has shape \(None, \d{1,12}\)", _one_state),
    (
        rf"Unrecognized keyword arguments passed to \w{{1,40}}: \{{[^}}]{{0,200}}?'({'|'.join(KERAS_2_ARGUMENTS)})'",
        _keras_2_argument,
    ),
    (r"object has no attribute 'reset_states'", _reset_of_model),
    (r"list index out of range[\s\S]{0,400}initial_state=\[", _too_few_states),
    (r"expects 1 input\(s\), but it received (\d{1,4}) input tensors", _several_tensors),
)
