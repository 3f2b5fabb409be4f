"""The controls of the page Shapes: which data become an array, and how."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from lstm_viz.app.typed import show_refused
from lstm_viz.lessons.shapes.settings import DEFAULT, ShapeSettings, settings_of
from lstm_viz.lessons.shapes.ui.page import PAGE


def choose_data() -> ShapeSettings:
    """Draws the controls.

    Returns:
        The settings that are chosen. Invalid text is not used: the last valid one stays, and a sentence says what is
        wrong.
    """
    with st.container(horizontal=True, vertical_alignment="bottom", horizontal_alignment="distribute"):
        PAGE.draw("source")
        with st.container(width="content"):
            PAGE.draw("predict")
    settings, problem = settings_of(PAGE.values(), PAGE.find("data") or DEFAULT)
    PAGE.set(data=settings)
    CONTROLS[settings.source]()
    show_refused(problem, str(getattr(settings, settings.source, "")))
    return settings


def choose_seed() -> None:
    """Draws the control of the seed; call it only once in a run."""
    PAGE.draw("seed", width=160)


def _type(name: str) -> None:
    PAGE.draw(name, height=130)


def _pair() -> None:
    left, right = st.columns([2, 3], gap="large")
    with left:
        _type("pair")
    with right:
        PAGE.draw("reading")


def _windows(*, with_seed: bool) -> None:
    places = st.columns(4 if with_seed else 3, gap="large")
    for place in places[3:]:
        with place:
            choose_seed()
    for place, name in zip(places, ("look_back", "stride", "horizon"), strict=False):
        with place:
            PAGE.draw(name)


def _own() -> None:
    _type("own")
    _windows(with_seed=False)


def _tanks() -> None:
    left, middle, right = st.columns(3, gap="large")
    with left:
        PAGE.draw("tanks")
    with middle:
        PAGE.draw("order")
    with right:
        choose_seed()


def _text() -> None:
    left, right = st.columns([3, 2], gap="large")
    with left:
        _type("sentences")
    with right:
        PAGE.draw("padding", label="padding")  # Keras's own name, which is not translated
        choose_seed()


CONTROLS: dict[str, Callable[[], None]] = {
    "pair": _pair,
    "sine": partial(_windows, with_seed=True),
    "own": _own,
    "tanks": _tanks,
    "text": _text,
}
