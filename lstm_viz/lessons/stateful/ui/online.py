"""The panel about a model that was trained stateless and predicts one step at a time."""

from functools import partial

import numpy as np
import streamlit as st

from lstm_viz.app import files
from lstm_viz.app.charts import draw
from lstm_viz.app.comparisons import show_claims
from lstm_viz.app.from_keras import ask_keras
from lstm_viz.app.language import _, script
from lstm_viz.app.predict_first import predict_first
from lstm_viz.charts.theme import Mode
from lstm_viz.comparison import Claim, compare
from lstm_viz.i18n import N_, Translate
from lstm_viz.lessons.stateful import remote
from lstm_viz.lessons.stateful.online import EPOCHS, online_code, recipe, training_data, window_of
from lstm_viz.lessons.stateful.results import Online
from lstm_viz.lessons.stateful.settings import StatefulSettings
from lstm_viz.lessons.stateful.ui.controls import feature_titles
from lstm_viz.lessons.stateful.ui.page import PAGE
from lstm_viz.lessons.stateful.ui.questions import same_question


def show_online(settings: StatefulSettings) -> None:
    """Draws the recipe, the predictions of the model and of its streaming twin, and the script."""
    found = ask_keras(remote.online, settings)
    if found is None:
        return
    _show_recipe(settings, found)
    streamed, *others = _claims(settings, found)
    if not predict_first(PAGE, same_question(("online", settings), streamed)):
        return
    if settings.tanks > 1:
        PAGE.draw("tank")
    tank = PAGE.get("tank") - 1
    draw(partial(_chart, settings, found, tank), "stateful_online", (settings, tank))
    show_claims([streamed, *others])
    st.markdown(_("**The whole script**"))
    st.caption(_("Trains the model, makes the twin, and prints these differences; needs only keras and numpy."))
    files.show_code(PAGE, online_code(settings), "online.py")


def _show_recipe(settings: StatefulSettings, found: Online) -> None:
    x, y = training_data(settings)
    trained = _(
        "Keras trained it on x of shape {x} and y of shape {y}: windows of {window} steps, and the reading after each. "
        "Its mean squared error fell from {before} to {after} in {epochs} epochs."
    ).format(
        x=f"`{x.shape}`",
        y=f"`{y.shape}`",
        window=window_of(settings),
        before=f"{found.untrained_loss:.3f}",
        after=f"{found.trained_loss:.3f}",
        epochs=EPOCHS,
    )
    twin = _(
        "The same layers with `stateful=True`, for a batch of 1 sample and 1 step in a call. The "
        "weights fit, because their shapes contain neither the batch nor the steps. Keras 2 wrote "
        "`batch_input_shape=(1, 1, {features})` into the layer; Keras 3 raises an error for that, and "
        "uses an `Input` with `batch_shape`."
    ).format(features=settings.features)
    stream = _(
        "Call the twin with each reading as it comes in: the layer keeps the state. Reset it wherever a sequence "
        "begins: another tank, a restart, a gap in the data. In Keras 3 it is the layer that has `reset_states()`."
    )
    titles = (_("**1. Train with `stateful=False`**"), _("**2. Make the streaming twin**"), _("**3. Stream**"))
    for place, title, text, code in zip(st.columns(3), titles, (trained, twin, stream), recipe(settings), strict=True):
        with place:
            st.markdown(title)
            st.code(script(code), language=None, wrap_lines=True)
            st.markdown(text)


def _claims(settings: StatefulSettings, found: Online) -> list[Claim]:
    window = window_of(settings)
    return [
        Claim(
            compare("stream", "histories", found.stream, found.histories),
            N_("One step at a time, the twin gives what the stateless model gives for all readings since the reset."),
            N_("The twin did not give what the stateless model gives for all readings since the reset."),
        ),
        Claim(
            compare("without_reset", "histories", found.unreset, found.histories),
            N_("Here the state that the last sequence left made no difference."),
            N_("All tanks once more without a reset: each starts from the state that the previous one left."),
        ),
        Claim(
            compare(f"stream[:, {window - 1}:]", "windows", found.stream[:, window - 1 :], found.windows),
            N_("Here the last steps alone give the same."),
            N_(
                "The model was trained on windows, and the twin remembers more: everything since the reset. If you "
                "want the window's prediction, give the stateless model the last readings instead."
            ),
        ),
    ]


def _chart(settings: StatefulSettings, found: Online, tank: int, *, gettext: Translate, mode: Mode) -> list:
    from lstm_viz.lessons.stateful.charts.ways import stateful_ways

    window = window_of(settings)
    windows = np.pad(found.windows[tank, :, 0], (window - 1, 0), constant_values=np.nan)
    values = {
        gettext("stateless, all readings so far"): found.histories[tank, :, 0],
        gettext("twin, step by step"): found.stream[tank, :, 0],
        gettext("stateless, last {steps} steps").format(steps=window): windows,
    }
    title = gettext("Predicted {feature} of tank {tank} at the next step")
    title = title.format(feature=feature_titles()[0], tank=tank + 1)
    return [stateful_ways(values, [], title=title, differences=[], gettext=gettext, mode=mode)]
