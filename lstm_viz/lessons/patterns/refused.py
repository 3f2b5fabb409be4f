"""Why Keras refuses a model that a visitor has put together, said of that very model, and what mends it there."""

from dataclasses import replace

from lstm_viz.i18n import Translate
from lstm_viz.keras_errors.explanation import Explanation
from lstm_viz.lessons.patterns.blueprint import Blueprint, Dense, Lstm, Repeat
from lstm_viz.lessons.patterns.builder import MAX_FEATURES
from lstm_viz.lessons.patterns.results import LayerError

STEPS = MAX_FEATURES
"""How many timesteps a cure gives to what has none."""


def why_refused(blueprint: Blueprint, refused: LayerError, gettext: Translate) -> Explanation | None:
    """What the refused layer reads, what the one before it gives, and how the one before is to be written.

    Args:
        blueprint: The model.
        refused: Which of its layers Keras refuses.
        gettext: Translates what is written.

    Returns:
        Of its `code` the first line stands for what is before the refused layer; another is another way. None if the
        number of axes is not what is wrong.
    """
    layer, axes = blueprint.layers[refused.at], len(refused.reads)
    before = blueprint.layers[refused.at - 1] if refused.at else None
    match layer, before:
        case Lstm(), None if axes == 2:
            return _lstm_on_a_vector(refused, gettext)
        case Lstm(), Lstm() if axes == 2:
            return _lstm_on_a_last_step(before, refused, gettext)
        case Repeat(), None if axes == 3:
            return _repeat_on_steps(refused, gettext)
        case Repeat(), Lstm() if axes == 3:
            return _repeat_on_a_sequence(before, refused, gettext)
        case Dense(time_distributed=True), Lstm() if axes == 2:
            return _distributed_on_a_last_step(layer, before, refused, gettext)
    return None


def _lstm_on_a_vector(refused: LayerError, gettext: Translate) -> Explanation:
    meaning = gettext(
        "An LSTM reads a sequence, (batch, timesteps, features). The Input gives {shape}: one vector for each sample, "
        "without timesteps."
    ).format(shape=refused.reads)
    cure = gettext("Give the Input timesteps, or put a RepeatVector between the two: it makes steps of the vector.")
    return Explanation(meaning, cure, f"keras.Input(({STEPS}, {refused.reads[-1]}))\nlayers.RepeatVector({STEPS})")


def _lstm_on_a_last_step(before: Lstm, refused: LayerError, gettext: Translate) -> Explanation:
    meaning = gettext(
        "An LSTM reads a sequence, (batch, timesteps, features). The layer before it, {layer}, gives {shape}: one "
        "vector for each sample, because its return_sequences is False."
    ).format(layer=before.code(), shape=refused.reads)
    cure = gettext("Let the layer before it return an output for each step.")
    return Explanation(meaning, cure, replace(before, return_sequences=True).code())


def _repeat_on_steps(refused: LayerError, gettext: Translate) -> Explanation:
    meaning = gettext(
        "RepeatVector reads one vector for each sample, (batch, features). The Input gives {shape}: a vector for each "
        "timestep."
    ).format(shape=refused.reads)
    cure = gettext("Leave RepeatVector out, since there are steps already; or give the Input a sample without steps.")
    return Explanation(meaning, cure, f"keras.Input(({refused.reads[-1]},))")


def _repeat_on_a_sequence(before: Lstm, refused: LayerError, gettext: Translate) -> Explanation:
    meaning = gettext(
        "RepeatVector reads one vector for each sample, (batch, features). The layer before it, {layer}, gives "
        "{shape}: a vector for each timestep, because its return_sequences is True."
    ).format(layer=before.code(), shape=refused.reads)
    cure = gettext("Let the layer before it return its last output alone.")
    return Explanation(meaning, cure, replace(before, return_sequences=False).code())


def _distributed_on_a_last_step(layer: Dense, before: Lstm, refused: LayerError, gettext: Translate) -> Explanation:
    meaning = gettext(
        "TimeDistributed applies its layer to each timestep. The layer before it, {layer}, gives {shape}: one vector "
        "for each sample, because its return_sequences is False."
    ).format(layer=before.code(), shape=refused.reads)
    cure = gettext("Let the layer before it return an output for each step, or leave TimeDistributed out.")
    ways = replace(before, return_sequences=True), replace(layer, time_distributed=False)
    return Explanation(meaning, cure, "\n".join(way.code() for way in ways))
