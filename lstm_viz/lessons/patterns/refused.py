"""Explains why Keras raises an error for a visitor's model, and how to fix that model."""

from dataclasses import replace

from lstm_viz.i18n import Translate
from lstm_viz.keras_errors.explanation import Explanation
from lstm_viz.lessons.patterns.blueprint import Blueprint, Dense, Recurrent, Repeat
from lstm_viz.lessons.patterns.builder import GIVEN_STEPS
from lstm_viz.lessons.patterns.results import LayerError


def why_refused(blueprint: Blueprint, refused: LayerError, gettext: Translate) -> Explanation | None:
    """Explains what the layer reads, what the previous layer returns, and how to write the previous layer instead.

    Args:
        blueprint: The model.
        refused: The error, and the layer that raises it.
        gettext: Translates the texts.

    Returns:
        An explanation. The first line of its `code` replaces the layer before the one that raises the error; a second
        line is an alternative. None if the error is not about the number of axes.
    """
    layer, axes = blueprint.layers[refused.at], len(refused.reads)
    before = blueprint.layers[refused.at - 1] if refused.at else None
    match layer, before:
        case Recurrent(), None if axes == 2:
            return _recurrent_on_a_vector(layer, refused, gettext)
        case Recurrent(), Recurrent() if axes == 2:
            return _recurrent_on_a_last_step(layer, before, refused, gettext)
        case Repeat(), None if axes == 3:
            return _repeat_on_steps(refused, gettext)
        case Repeat(), Recurrent() if axes == 3:
            return _repeat_on_a_sequence(before, refused, gettext)
        case Dense(time_distributed=True), Recurrent() if axes == 2:
            return _distributed_on_a_last_step(layer, before, refused, gettext)
    return None


def _recurrent_on_a_vector(layer: Recurrent, refused: LayerError, gettext: Translate) -> Explanation:
    meaning = gettext(
        "{kind} reads a sequence, (batch, timesteps, features). The Input gives {shape}: one vector for each sample, "
        "without timesteps."
    ).format(kind=layer.kind, shape=refused.reads)
    cure = gettext("Give the Input timesteps, or put a RepeatVector between the two: it turns the vector into steps.")
    ways = f"keras.Input(({GIVEN_STEPS}, {refused.reads[-1]}))", Repeat(GIVEN_STEPS).code()
    return Explanation(meaning, cure, "\n".join(ways))


def _recurrent_on_a_last_step(
    layer: Recurrent, before: Recurrent, refused: LayerError, gettext: Translate
) -> Explanation:
    meaning = gettext(
        "{kind} reads a sequence, (batch, timesteps, features). The layer before it, {layer}, gives {shape}: one "
        "vector for each sample, because its return_sequences is False."
    ).format(kind=layer.kind, layer=before.code(), shape=refused.reads)
    cure = gettext("Let the layer before it return an output for each step.")
    return Explanation(meaning, cure, replace(before, return_sequences=True).code())


def _repeat_on_steps(refused: LayerError, gettext: Translate) -> Explanation:
    meaning = gettext(
        "RepeatVector reads one vector for each sample, (batch, features). The Input gives {shape}: a vector for each "
        "timestep."
    ).format(shape=refused.reads)
    cure = gettext("Leave RepeatVector out, since there are steps already; or give the Input a sample without steps.")
    return Explanation(meaning, cure, f"keras.Input(({refused.reads[-1]},))")


def _repeat_on_a_sequence(before: Recurrent, refused: LayerError, gettext: Translate) -> Explanation:
    meaning = gettext(
        "RepeatVector reads one vector for each sample, (batch, features). The layer before it, {layer}, gives "
        "{shape}: a vector for each timestep, because its return_sequences is True."
    ).format(layer=before.code(), shape=refused.reads)
    cure = gettext("Let the layer before it return only its last output.")
    return Explanation(meaning, cure, replace(before, return_sequences=False).code())


def _distributed_on_a_last_step(
    layer: Dense, before: Recurrent, refused: LayerError, gettext: Translate
) -> Explanation:
    meaning = gettext(
        "TimeDistributed applies its layer to each timestep. The layer before it, {layer}, gives {shape}: one vector "
        "for each sample, because its return_sequences is False."
    ).format(layer=before.code(), shape=refused.reads)
    cure = gettext("Let the layer before it return an output for each step, or leave TimeDistributed out.")
    ways = replace(before, return_sequences=True), replace(layer, time_distributed=False)
    return Explanation(meaning, cure, "\n".join(way.code() for way in ways))
