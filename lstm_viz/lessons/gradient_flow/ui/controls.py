"""The controls of the page Gradient flow: the networks and the length of the sequence."""

import streamlit as st

from lstm_viz.app.fold import fold
from lstm_viz.app.language import _
from lstm_viz.ceilings import MAX_SEED
from lstm_viz.i18n import counted
from lstm_viz.lessons.gradient_flow import gap
from lstm_viz.lessons.gradient_flow.settings import SETTINGS, STATES, FlowSettings, settings_of
from lstm_viz.lessons.gradient_flow.ui.page import PAGE


def choose_flow() -> FlowSettings:
    """Draws the line that says what is shown, and the controls if it is open.

    Returns:
        The settings of the controls.
    """
    if fold(PAGE, _told(settings_of(PAGE.values()))):
        _choose()
    return settings_of(PAGE.values())


def _told(settings: FlowSettings) -> str:
    if settings.state == "trained":
        template = _("Networks trained over a gap of {gap}, seed {seed}, {steps}")
        return template.format(gap=gap.TRAINED_GAP, seed=settings.seed, steps=counted(settings.steps, "step", _))
    template = _("Untrained networks, {units}, forget bias {bias}, {steps}")
    return template.format(
        units=counted(settings.units, "unit", _), bias=settings.forget_bias, steps=counted(settings.steps, "step", _)
    )


def _choose() -> None:
    left, middle, right = st.columns(3, gap="large")
    with left:
        _choose_networks()
    with middle:
        PAGE.draw("steps")
    with right:
        PAGE.draw("recurrent_scale")
    if PAGE.get("state") == "untrained":
        with middle:
            PAGE.draw("units")
        with right:
            PAGE.draw("forget_bias")


def _choose_networks() -> None:
    titles = {state: _(title).format(gap=gap.TRAINED_GAP) for state, title in STATES.items()}
    told = SETTINGS["state"].help
    told = _(told).format(units=gap.UNITS, gap=gap.TRAINED_GAP)
    PAGE.draw("state", titles=titles, help=told, on_change=_fit_seed)
    low, high = _seeds()
    PAGE.draw("seed", low=low, high=high, width=160)


def _seeds() -> tuple[int, int]:
    return (gap.TRAINED_SEEDS[0], gap.TRAINED_SEEDS[-1]) if PAGE.get("state") == "trained" else (0, MAX_SEED)


def _fit_seed() -> None:
    """Limits the seed, as trained networks exist for a few seeds only."""
    low, high = _seeds()
    PAGE.set(seed=min(max(PAGE.get("seed"), low), high))
