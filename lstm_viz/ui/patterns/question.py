"""Predict first, on the page Patterns: the shape that comes out, and which LSTM must return its sequence."""

from collections.abc import Mapping

from lstm_viz.i18n import Translate
from lstm_viz.keras_errors import KerasError
from lstm_viz.patterns.blueprint import Blueprint
from lstm_viz.patterns.results import Shape
from lstm_viz.ui.patterns.shown import Shown
from lstm_viz.ui.predict_first import Question


def shape_question(shown: Shown) -> Question:
    """Asks for the shape of the model's output; the answer is what Keras gave."""
    gettext, layers = shown.gettext, shown.run.layers
    answer = layers[-1].output_shape
    steps = next((layer.output_shape[1] for layer in layers[::-1] if layer.gives_sequence), None)
    steps = steps or (shown.run.inputs.shape[1] if shown.run.inputs.ndim == 3 else 2)
    sizes = [layer.output_shape[-1] for layer in layers if layer.directions]
    batch, size = answer[0], answer[-1]
    candidates = [answer, (batch, size), (batch, steps, size), (batch, sizes[-1]), (batch, steps, sizes[-1])]
    options = sorted(dict.fromkeys(candidates), key=lambda shape: (len(shape), shape[1:]))[:4]
    if answer not in options:
        options[-1] = answer
    why = {str(option): _why(option, answer, gettext) for option in options}
    text = gettext("Which shape does the model's output have? The first axis is the batch.")
    about = (shown.pattern, *(layer.output_shape for layer in layers))  # another input asks nothing new
    return Question(about, text, tuple(why), str(answer), why)


def _why(option: Shape, answer: Shape, gettext: Translate) -> str:
    if len(option) > len(answer):
        return gettext("That would be an output for each step; here one vector comes out for the whole sequence.")
    if len(option) < len(answer):
        return gettext("That would be one output for the whole sequence; here each step has one.")
    if option[-1] != answer[-1]:
        return gettext("{units} is the size of the LSTM's output; the last layer gives {size} for each.").format(
            units=option[-1], size=answer[-1]
        )
    if option != answer:
        return gettext("The number of steps is another: {steps}.").format(steps=answer[1])
    if len(answer) == 3:
        return gettext("Each of the {steps} steps has an output of {size}.").format(steps=answer[1], size=answer[-1])
    return gettext("One vector of {size} for each sample: the steps are gone.").format(size=answer[-1])


def sequences_question(
    blueprint: Blueprint, built: Mapping[tuple[bool, ...], Shape | KerasError], gettext: Translate
) -> Question:
    """Asks which of two LSTMs must return its sequence.

    Args:
        blueprint: A stack of two LSTMs and a Dense layer.
        built: What Keras makes of it for each setting of their `return_sequences`.
        gettext: Translates what is written.
    """
    works = [switches for switches, made in built.items() if not isinstance(made, KerasError)]
    needed = tuple(all(switches[at] for switches in works) for at in range(2))
    names: dict[tuple[bool, ...], str] = {
        (True, False): gettext("The first"),
        (False, True): gettext("The second"),
        (True, True): gettext("Both"),
        (False, False): gettext("Neither"),
    }
    why = {
        names[switches]: _why_sequences(switches, built[switches], switches == needed, gettext) for switches in names
    }
    text = gettext("Which of the two LSTM layers must have return_sequences=True, so that Keras builds the stack?")
    return Question(blueprint, text, tuple(names.values()), names[needed], why)


def _why_sequences(switches: tuple[bool, ...], made: Shape | KerasError, is_answer: bool, gettext: Translate) -> str:
    if isinstance(made, KerasError):
        return gettext("Tried just now, Keras refuses it: {error}").format(error=f"`{made.message}`")
    if is_answer:
        return gettext("Tried just now, that alone is built, and gives {shape}.").format(shape=made)
    return gettext("Tried just now, it is built and gives {shape}; but less is enough.").format(shape=made)
