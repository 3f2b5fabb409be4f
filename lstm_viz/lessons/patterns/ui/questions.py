"""The questions of the page Patterns, about output shapes, Keras errors and `return_sequences`."""

from collections.abc import Mapping

from lstm_viz.app.language import _
from lstm_viz.app.predict_first import Question
from lstm_viz.keras_errors import KerasError
from lstm_viz.lessons.patterns.blueprint import Blueprint
from lstm_viz.lessons.patterns.builder import Build
from lstm_viz.lessons.patterns.results import LayerError, Shape
from lstm_viz.lessons.patterns.ui.model import ComputedModel


def shape_question(model: ComputedModel) -> Question:
    """Asks for the shape of the model's output. The answer is the shape that Keras returned."""
    layers = model.run.layers
    answer = layers[-1].output_shape
    without = model.run.inputs.shape[1] if model.run.inputs.ndim == 3 else 2
    steps = next((layer.output_shape[1] for layer in layers[::-1] if layer.gives_sequence), without)
    sizes = [layer.output_shape[-1] for layer in layers if layer.directions]
    batch, size = answer[0], answer[-1]
    candidates = [answer, (batch, size), (batch, steps, size), (batch, sizes[-1]), (batch, steps, sizes[-1])]
    options = sorted(dict.fromkeys(candidates), key=lambda shape: (len(shape), shape[1:]))[:4]
    if answer not in options:
        options[-1] = answer
    why = {str(option): _why(option, answer) for option in options}
    text = _("Which shape does the model's output have? The first axis is the batch.")
    about = (model.pattern, *(layer.output_shape for layer in layers))  # the question is the same for any input
    return Question(about, text, tuple(why), str(answer), why)


def built_question(build: Build, made: Shape | LayerError) -> Question:
    """Asks for the output shape of a visitor's model, or whether Keras raises an error for it.

    The options depend only on the model, so they do not give away the answer.

    Args:
        build: The model.
        made: The shape of its output as Keras reports it, or the error that Keras raises.
    """
    refuses = _("No shape: Keras raises an error")
    if isinstance(made, LayerError):
        answer = refuses
        nothing = _("Tried just now: Keras raises an error, so there is no output.")
        why = {str(shape): nothing for shape in _likely(build)} | {refuses: _why_refused(build, made)}
    else:
        answer = str(made)
        why = {str(shape): _why(shape, made) for shape in _likely(build)}
        why[refuses] = _("Tried just now: Keras builds it, because each layer is given the axes that it reads.")
    text = _("Which shape does the model's output have? The first axis is the batch.")
    return Question((build.blueprint(), "built"), text, tuple(why), answer, why)


def _likely(build: Build) -> list[Shape]:
    """The likely shapes of the output: with or without steps, with the size of the last LSTM or of the Dense layer."""
    last = build.recurrent[-1]
    width = 2 * last.units if last.bidirectional else last.units
    steps = build.repeat or build.steps or build.features  # a visitor may take the features of a vector for steps
    widths = sorted({width, build.outputs or width})
    return [*((None, size) for size in widths), *((None, steps, size) for size in widths)]


def _why_refused(build: Build, refused: LayerError) -> str:
    layer = build.blueprint().layers[refused.at].code()
    words = _("Tried just now: Keras raises an error at this layer: {layer}. The shape that it is given: {shape}.")
    return words.format(layer=f"`{layer}`", shape=refused.reads)


def _why(option: Shape, answer: Shape) -> str:
    if len(option) > len(answer):
        return _("That would be an output for each step; here one vector comes out for the whole sequence.")
    if len(option) < len(answer):
        return _("That would be one output for the whole sequence; here each step has one.")
    if option[-1] != answer[-1]:
        return _("{units} is the size of the LSTM's output; the last layer returns vectors of size {size}.").format(
            units=option[-1], size=answer[-1]
        )
    if option != answer:
        return _("The number of steps is {steps}.").format(steps=answer[1])
    if len(answer) == 3:
        return _("Each step has an output of size {size}. The number of steps is {steps}.").format(
            steps=answer[1], size=answer[-1]
        )
    return _("One vector of size {size} for each sample: the axis of steps is gone.").format(size=answer[-1])


def sequences_question(blueprint: Blueprint, built: Mapping[tuple[bool, ...], Shape | KerasError]) -> Question:
    """Asks which of two LSTMs must return its output sequence.

    Args:
        blueprint: A stack of two LSTMs and a Dense layer.
        built: The output shape or the Keras error, for each combination of their `return_sequences`.
    """
    works = [switches for switches, made in built.items() if not isinstance(made, KerasError)]
    needed = tuple(all(switches[at] for switches in works) for at in range(2))
    names: dict[tuple[bool, ...], str] = {
        (True, False): _("The first"),
        (False, True): _("The second"),
        (True, True): _("Both"),
        (False, False): _("Neither"),
    }
    why = {names[switches]: _why_sequences(switches, built[switches], switches == needed) for switches in names}
    text = _("Which of the two LSTM layers must have return_sequences=True, so that Keras builds the stack?")
    return Question(blueprint, text, tuple(names.values()), names[needed], why)


def _why_sequences(switches: tuple[bool, ...], made: Shape | KerasError, is_answer: bool) -> str:
    if isinstance(made, KerasError):
        return _("Tried just now: Keras raises an error: {error}").format(error=f"`{made.message}`")
    if is_answer:
        return _("Tried just now: this alone is enough, and the output shape is {shape}.").format(shape=made)
    return _("Tried just now: Keras builds it with the output shape {shape}, but less is enough.").format(shape=made)
