"""The controls of the page Stateful: the layer and the tanks that it reads."""

import streamlit as st

from lstm_viz.app.fold import fold
from lstm_viz.app.language import _
from lstm_viz.i18n import counted
from lstm_viz.keras_code import LAYERS
from lstm_viz.lessons.stateful import actions
from lstm_viz.lessons.stateful.settings import FEATURES, StatefulSettings, settings_of
from lstm_viz.lessons.stateful.ui.page import PAGE

MOST_NAMED = 4  # batches of which the line that says what is shown names each shape


def choose_tanks() -> StatefulSettings:
    """Draws the line that says what is shown, and the controls if it is open.

    Returns:
        The settings that are chosen. Other settings that no longer fit them get the nearest valid value.
    """
    PAGE.fit()
    if fold(PAGE, _told(settings_of(PAGE.values()))):
        _choose()
    settings = settings_of(PAGE.values())
    PAGE.set(actions=actions.write(actions.fitting(PAGE.get("actions"), settings.batches)))
    return settings


def _choose() -> None:
    left, middle, right = st.columns(3, gap="large")
    with left:
        PAGE.draw("kind")
        PAGE.draw("units")
        PAGE.draw("seed", width=140)
    with middle:
        PAGE.draw("tanks")
        PAGE.draw("steps")
    PAGE.fit()
    with right:
        PAGE.draw("length")
        PAGE.draw("first")
        features = ", ".join(feature_titles())
        template = _("What is read at each step: {features}, scaled to about −1 … 1.")
        PAGE.draw("features", help=template.format(features=features))


def _told(settings: StatefulSettings) -> str:
    """The layer, and the shapes of the batches."""
    shapes = [part.shape for part in settings.parts()]
    first, last = shapes[0], shapes[-1]
    words = _("{layer}, {units} · each of the {count} batches: {first}, (tanks, steps in a batch, features)")
    if settings.batches == 1:
        words = _("{layer}, {units} · one batch: {first}, (tanks, steps in a batch, features)")
    elif settings.first not in (0, settings.length):
        words = _("{layer}, {units} · {count} batches: {shapes}, (tanks, steps in a batch, features)")
    elif last != first:
        words = _("{layer}, {units} · each of the {count} batches: {first}, the last {last}: (tanks, steps, features)")
    return words.format(
        layer=LAYERS[settings.kind],
        units=counted(settings.units, "unit", _),
        count=settings.batches,
        first=first,
        last=last,
        shapes=", ".join(map(str, shapes if len(shapes) <= MOST_NAMED else (*shapes[:2], "…", last))),
    )


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
