"""The controls of the page Stateful: the layer and the tanks that it reads."""

import streamlit as st

from lstm_viz.app.language import _
from lstm_viz.lessons.stateful import actions
from lstm_viz.lessons.stateful.settings import FEATURES, StatefulSettings, settings_of
from lstm_viz.lessons.stateful.ui.page import PAGE


def choose_tanks() -> StatefulSettings:
    """Draws the controls.

    Returns:
        The settings that are chosen. Other settings that no longer fit them get the nearest valid value.
    """
    left, middle, right = st.columns(3, gap="large")
    with left:
        PAGE.draw("kind")
        PAGE.draw("units")
        with st.container(horizontal=True, vertical_alignment="bottom", gap="large"):
            PAGE.draw("seed", width=140)
            PAGE.draw("predict")
    with middle:
        PAGE.draw("tanks")
        PAGE.draw("steps")
    PAGE.fit()
    with right:
        PAGE.draw("length")
        features = ", ".join(feature_titles())
        template = _("What is read at each step: {features}, scaled to about −1 … 1.")
        PAGE.draw("features", help=template.format(features=features))
    settings = settings_of(PAGE.values())
    PAGE.set(actions=actions.write(actions.fitting(PAGE.get("actions"), settings.batches)))
    _say_shapes(settings)
    return settings


def _say_shapes(settings: StatefulSettings) -> None:
    shapes = [part.shape for part in settings.parts()]
    first, last = shapes[0], shapes[-1]
    words = _("Each of the {count} batches has the shape {first}: (tanks, steps in a batch, features).")
    if settings.batches == 1:
        words = _("The one batch has the shape {first}: (tanks, steps in a batch, features).")
    elif last != first:
        words = _("Each of the {count} batches has the shape {first}, the last {last}: (tanks, steps, features).")
    st.markdown(words.format(count=settings.batches, first=f"`{first}`", last=f"`{last}`"))


def feature_titles() -> list[str]:
    """The title of each of FEATURES, in the session's language."""
    titles = {"pressure": _("pressure"), "temperature": _("temperature"), "level": _("level")}
    return [titles[name] for name in FEATURES]


def choose_tank_and_unit(settings: StatefulSettings) -> tuple[int, int]:
    """Draws the choice of the tank and unit that a chart shows, and returns them, each counted from 0."""
    with st.container(horizontal=True, gap="large"):
        for name, most in (("tank", settings.tanks), ("unit", settings.units)):
            if most > 1:
                PAGE.draw(name)
    return PAGE.get("tank") - 1, PAGE.get("unit") - 1
