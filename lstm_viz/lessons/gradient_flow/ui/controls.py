"""Which networks read how long a sequence, on the page Gradient flow."""

import streamlit as st

from lstm_viz.app.choices import choose_one
from lstm_viz.app.language import _
from lstm_viz.lessons.gradient_flow import gap
from lstm_viz.lessons.gradient_flow.link import MAX_SEED
from lstm_viz.lessons.gradient_flow.settings import (
    BIASES,
    MAX_STEPS,
    MAX_UNITS,
    SCALES,
    FlowSettings,
    settings_of,
)
from lstm_viz.lessons.gradient_flow.ui.page import PAGE

NAMES = ("state", "steps", "units", "seed", "forget_bias", "recurrent_scale")


def choose_flow() -> FlowSettings:
    """Draws the controls.

    Returns:
        The settings they ask for.
    """
    left, middle, right = st.columns(3, gap="large")
    with left:
        _choose_networks()
    with middle:
        st.slider(_("Length of the sequence (steps)"), 2, MAX_STEPS, key=PAGE.key("steps"), persist_state="session")
    with right:
        st.select_slider(
            _("Scale of the recurrent weights"),
            SCALES,
            format_func="{}×".format,
            key=PAGE.key("recurrent_scale"),
            persist_state="session",
            help=_(
                "Every recurrent kernel is multiplied by this. At 1 an untrained one is as Keras makes it: orthogonal, "
                "so that by itself it neither stretches nor shrinks. At 0 no gate sees the state before it."
            ),
        )
    if PAGE.get("state") == "untrained":
        with middle:
            st.slider(_("Units"), 1, MAX_UNITS, key=PAGE.key("units"), persist_state="session")
        with right:
            _choose_bias()
    return settings_of({name: PAGE.get(name) for name in NAMES})


def _choose_networks() -> None:
    trained = _("Trained over a gap of {gap}").format(gap=gap.TRAINED_GAP)
    titles = {"untrained": _("Untrained"), "trained": trained}
    choose_one(
        PAGE,
        "state",
        _("Networks"),
        titles,
        on_change=_fit_seed,
        help=_(
            "Each network reads an a and then x to the end, and must say which symbol came first. Trained ones learned "
            "that, {units} units each, over a gap of {gap} steps."
        ).format(units=gap.UNITS, gap=gap.TRAINED_GAP),
    )
    low, high = _seeds()
    st.number_input(_("Seed"), low, high, step=1, key=PAGE.key("seed"), persist_state="session", width=160)


def _seeds() -> tuple[int, int]:
    return (gap.TRAINED_SEEDS[0], gap.TRAINED_SEEDS[-1]) if PAGE.get("state") == "trained" else (0, MAX_SEED)


def _fit_seed() -> None:
    """There are trained networks of a few seeds only."""
    low, high = _seeds()
    PAGE.set(seed=min(max(PAGE.get("seed"), low), high))


def _choose_bias() -> None:
    st.select_slider(
        _("Forget bias"),
        BIASES,
        key=PAGE.key("forget_bias"),
        persist_state="session",
        help=_(
            "The bias of the gate that keeps the state: the LSTM's forget gate and the GRU's update gate. The larger, "
            "the more is kept. Keras's own is 1 for the LSTM and 0 for the GRU. A SimpleRNN has no such gate."
        ),
    )
