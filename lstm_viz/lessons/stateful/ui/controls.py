"""Which tanks are read by which layer, on the page Stateful."""

import streamlit as st

from lstm_viz.app.choices import choose_one
from lstm_viz.app.predict_first import choose_predicting
from lstm_viz.i18n import Translate
from lstm_viz.keras_code import LAYERS
from lstm_viz.lessons.stateful import actions
from lstm_viz.lessons.stateful.link import BOUNDED_BY
from lstm_viz.lessons.stateful.settings import (
    FEATURES,
    MAX_SEED,
    MAX_STEPS,
    MAX_TANKS,
    MAX_UNITS,
    StatefulSettings,
    settings_of,
)
from lstm_viz.lessons.stateful.ui.page import PAGE

NAMES = ("kind", "units", "tanks", "steps", "length", "features", "seed")


def choose_tanks(gettext: Translate) -> StatefulSettings:
    """Draws the controls.

    Returns:
        The settings they ask for. What no longer fits them is brought to the nearest that does.
    """
    left, middle, right = st.columns(3, gap="large")
    with left:
        _choose_layer(gettext)
    with middle:
        _slider("tanks", gettext("Tanks (samples of a batch)"), 1, MAX_TANKS)
        _slider("steps", gettext("Steps in all"), 2, MAX_STEPS)
    _fit()
    with right:
        _slider(
            "length",
            gettext("Steps in a batch"),
            1,
            PAGE.get("steps"),
            help=gettext("The sequences are cut along time into batches of this length; the last may be shorter."),
        )
        titles = feature_titles(gettext)
        _slider(
            "features",
            gettext("Features"),
            1,
            len(FEATURES),
            help=gettext("What is read at each step: {features}, scaled to about −1 … 1.").format(
                features=", ".join(titles)
            ),
        )
    settings = settings_of({name: PAGE.get(name) for name in NAMES})
    PAGE.set(actions=actions.write(actions.fitting(PAGE.get("actions"), settings.batches)))
    return settings


def _choose_layer(gettext: Translate) -> None:
    choose_one(PAGE, "kind", gettext("Layer"), LAYERS)
    _slider("units", gettext("Units"), 1, MAX_UNITS)
    with st.container(horizontal=True, vertical_alignment="bottom", gap="large"):
        st.number_input(
            gettext("Seed"),
            0,
            MAX_SEED,
            step=1,
            key=PAGE.key("seed"),
            persist_state="session",
            width=140,
            help=gettext("Of the layer's weights and of the readings."),
        )
        choose_predicting(PAGE, gettext)


def _slider(name: str, label: str, low: int, high: int, **options: str) -> None:
    st.slider(label, low, high, key=PAGE.key(name), persist_state="session", **options)


def _fit() -> None:
    """A batch is no longer than the sequence, and the tank and unit that are looked at are there."""
    PAGE.set(**{name: min(PAGE.get(name), PAGE.get(bound)) for name, bound in BOUNDED_BY.items()})


def feature_titles(gettext: Translate) -> list[str]:
    """What each of FEATURES is called."""
    titles = {"pressure": gettext("pressure"), "temperature": gettext("temperature"), "level": gettext("level")}
    return [titles[name] for name in FEATURES]


def choose_tank_and_unit(settings: StatefulSettings, gettext: Translate) -> tuple[int, int]:
    """Which tank and unit a chart shows, each counted from 0."""
    with st.container(horizontal=True, gap="large"):
        for name, label, most in (("tank", gettext("Tank"), settings.tanks), ("unit", gettext("Unit"), settings.units)):
            if most > 1:
                choose_one(PAGE, name, label, range(1, most + 1))
    return PAGE.get("tank") - 1, PAGE.get("unit") - 1
