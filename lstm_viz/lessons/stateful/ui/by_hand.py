"""Training and then predicting with a stateful layer, and carrying the states by hand instead."""

import streamlit as st

from lstm_viz.app.comparisons import show_comparisons
from lstm_viz.app.from_keras import ask_keras
from lstm_viz.app.predict_first import predict_first
from lstm_viz.app.refusals import show_refusal
from lstm_viz.comparison import Comparison, compare
from lstm_viz.i18n import Translate
from lstm_viz.lessons.stateful import remote
from lstm_viz.lessons.stateful.results import ByHand, Trained
from lstm_viz.lessons.stateful.settings import StatefulSettings
from lstm_viz.lessons.stateful.ui.page import PAGE
from lstm_viz.lessons.stateful.ui.questions import same_question

RESET = """\
for epoch in range(epochs):
    for x, y in batches:  # in the order of time
        model.train_on_batch(x, y)
    layer.reset_states()  # the next epoch begins the sequences anew

layer.reset_states()  # and so does predicting
predictions = [model(x) for x, y in batches]"""

CARRY = """\
layer = keras.layers.{layer}({units}, return_sequences=True, return_state=True)
states = None  # zeros
for x in batches:
    outputs, *states = layer(x, initial_state=states)"""

OTHER_SIZE = """\
alone = keras.layers.{layer}({units}, return_sequences=True, stateful=True)
alone.build((1, None, {features}))  # a batch of one
alone.set_weights(layer.get_weights())  # states are not among them"""


def show_by_hand(settings: StatefulSettings, gettext: Translate) -> None:
    """What training leaves behind, and the same outputs without a stateful layer."""
    trained, found = (
        ask_keras(gettext, remote.train_and_predict, settings),
        ask_keras(gettext, remote.by_hand, settings),
    )
    if trained is None or found is None:
        return
    left, right = st.columns(2, gap="large")
    with left:
        _show_trained(settings, trained, gettext)
    with right:
        _show_carried(settings, found, gettext)


def _show_trained(settings: StatefulSettings, trained: Trained, gettext: Translate) -> None:
    st.markdown(gettext("**Train, then predict**"))
    st.markdown(
        gettext(
            "The layer and a `Dense` layer are trained for one epoch to predict each tank's next reading; then they "
            "predict the same sequences."
        )
    )
    st.code(RESET, language=None, wrap_lines=True)
    without = compare("without_reset", "after_reset", trained.without_reset, trained.predictions)
    again = compare("after_another_reset", "after_reset", trained.again, trained.predictions)
    if not predict_first(PAGE, same_question(("trained", settings), without, gettext), gettext):
        return
    st.markdown(
        gettext(
            "The largest number in the layer's states: {left} when training had ended, {reset} after "
            "`layer.reset_states()`."
        ).format(left=f"**{trained.left:.4g}**", reset=f"**{trained.reset:.4g}**")
    )
    show_comparisons(
        [
            (
                without,
                gettext("The states that training left made no difference.")
                if without.equal
                else gettext("Without a reset, predicting goes on from the states that training left."),
            ),
            (
                again,
                gettext("After a reset the predictions are the same each time.")
                if again.equal
                else gettext("Even after a reset the predictions were others."),
            ),
        ],
        gettext,
    )
    _show_model_reset(trained, gettext)


def _show_model_reset(trained: Trained, gettext: Translate) -> None:
    st.markdown(gettext("What Keras says to the line of old tutorials, `model.reset_states()`:"))
    if trained.model_reset is None:
        st.markdown(gettext("Nothing: this version of Keras takes it."))
    else:
        show_refusal(trained.model_reset, gettext)


def _show_carried(settings: StatefulSettings, found: ByHand, gettext: Translate) -> None:
    from lstm_viz.keras_code import LAYERS

    names = {"layer": LAYERS[settings.kind], "units": settings.units, "features": settings.features}
    st.markdown(gettext("**Carry the states by hand**"))
    st.markdown(
        gettext(
            "With `return_state=True` the layer returns its states, and `initial_state` takes them back. You see them, "
            "keep them, and choose which sample goes on from which."
        )
    )
    st.code(CARRY.format(**names), language=None, wrap_lines=True)
    carried = compare("by_hand", "stateful", found.carried, found.stateful)
    show_comparisons([(carried, _about_carried(carried, gettext))], gettext)
    st.markdown(gettext("**Predict another number of samples**"))
    st.markdown(
        gettext(
            "A stateful layer is built for one batch size. For another, give its weights to a layer built for that."
        )
    )
    st.code(OTHER_SIZE.format(**names), language=None, wrap_lines=True)
    alone = compare("alone", "stateful[:1]", found.alone, found.stateful[:1])
    show_comparisons([(alone, _about_alone(alone, gettext))], gettext)


def _about_carried(comparison: Comparison, gettext: Translate) -> str:
    if comparison.equal:
        return gettext("The layer that is given its states back is the stateful layer.")
    return gettext("The layer that is given its states back gave other outputs.")


def _about_alone(comparison: Comparison, gettext: Translate) -> str:
    if comparison.equal:
        return gettext("Tank 1 alone gives what it gives among the others: samples know nothing of each other.")
    return gettext("Tank 1 alone gives something else than among the others.")
