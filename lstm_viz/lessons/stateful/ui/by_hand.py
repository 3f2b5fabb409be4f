"""The panel about predicting with a stateful layer after training, and about passing the states by hand."""

import streamlit as st

from lstm_viz.app.comparisons import show_claims
from lstm_viz.app.from_keras import ask_keras
from lstm_viz.app.language import _, script
from lstm_viz.app.predict_first import predict_first
from lstm_viz.app.refusals import show_refusal
from lstm_viz.comparison import Claim, compare
from lstm_viz.i18n import N_
from lstm_viz.keras_code import LAYERS
from lstm_viz.lessons.stateful import remote
from lstm_viz.lessons.stateful.results import ByHand, TrainedPredictions
from lstm_viz.lessons.stateful.settings import StatefulSettings
from lstm_viz.lessons.stateful.ui.page import PAGE
from lstm_viz.lessons.stateful.ui.questions import same_question

RESET = """\
for epoch in range(epochs):
    for x, y in batches:  # in the order of time
        model.train_on_batch(x, y)
    layer.reset_states()  # the next epoch begins the sequences again

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


def show_by_hand(settings: StatefulSettings) -> None:
    """Draws the effect of the states that training leaves, and the same outputs without a stateful layer."""
    trained, found = (
        ask_keras(remote.train_and_predict, settings),
        ask_keras(remote.by_hand, settings),
    )
    if trained is None or found is None:
        return
    left, right = st.columns(2, gap="large")
    with left:
        _show_trained(settings, trained)
    with right:
        _show_carried(settings, found)


def _show_trained(settings: StatefulSettings, trained: TrainedPredictions) -> None:
    st.markdown(_("**Train, then predict**"))
    st.markdown(
        _(
            "The layer and a `Dense` layer are trained for one epoch to predict each tank's next reading; then they "
            "predict the same sequences."
        )
    )
    st.code(script(RESET), language=None, wrap_lines=True)
    without = Claim(
        compare("without_reset", "after_reset", trained.without_reset, trained.predictions),
        N_("The states that training left made no difference."),
        N_("Without a reset, predicting goes on from the states that training left."),
    )
    again = Claim(
        compare("after_another_reset", "after_reset", trained.again, trained.predictions),
        N_("After a reset the predictions are the same each time."),
        N_("Even after a reset the predictions differ."),
    )
    if not predict_first(PAGE, same_question(("trained", settings), without)):
        return
    st.markdown(
        _(
            "The largest number in the layer's states: {left} when training had ended, {reset} after "
            "`layer.reset_states()`."
        ).format(left=f"**{trained.left:.4g}**", reset=f"**{trained.reset:.4g}**")
    )
    show_claims([without, again])
    _show_model_reset(trained)


def _show_model_reset(trained: TrainedPredictions) -> None:
    st.markdown(_("What Keras says to `model.reset_states()`, a line of old tutorials:"))
    if trained.model_reset is None:
        st.markdown(_("Nothing: this version of Keras accepts it."))
    else:
        show_refusal(trained.model_reset)


def _show_carried(settings: StatefulSettings, found: ByHand) -> None:
    names = {"layer": LAYERS[settings.kind], "units": settings.units, "features": settings.features}
    st.markdown(_("**Carry the states by hand**"))
    st.markdown(
        _(
            "With `return_state=True` the layer returns its states, and `initial_state` takes them back. "
            "You can look at them, store them, and choose which sample goes on from which state."
        )
    )
    st.code(script(CARRY.format(**names)), language=None, wrap_lines=True)
    carried = Claim(
        compare("by_hand", "stateful", found.carried, found.stateful),
        N_("A layer that is given its states back returns the same as the stateful layer."),
        N_("A layer that is given its states back returned something else."),
    )
    show_claims([carried])
    st.markdown(_("**Predict a different number of samples**"))
    st.markdown(
        _("A stateful layer is built for one batch size. For another, give its weights to a layer built for that.")
    )
    st.code(script(OTHER_SIZE.format(**names)), language=None, wrap_lines=True)
    alone = Claim(
        compare("alone", "stateful[:1]", found.alone, found.stateful[:1]),
        N_("Tank 1 alone gives the same as together with the others: samples do not influence each other."),
        N_("Tank 1 alone gives a different result than together with the others."),
    )
    show_claims([alone])
