"""The controls of the page Shapes: which data become an array, and how."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from lstm_viz.app.fold import fold
from lstm_viz.app.language import _
from lstm_viz.app.typed import show_refused
from lstm_viz.i18n import counted
from lstm_viz.lessons.shapes.settings import DEFAULT, ORDERS, READINGS, ShapeSettings, settings_of
from lstm_viz.lessons.shapes.ui.page import PAGE


def choose_data() -> ShapeSettings:
    """Draws the choice of the data, the line that says what is shown, and the other controls if it is open.

    Returns:
        The settings that are chosen. Invalid text is not used: the last valid one stays, and a sentence says what is
        wrong.
    """
    left, right = st.columns([6, 7], vertical_alignment="center")
    with left:
        PAGE.draw("source", label_visibility="collapsed", on_change=_open_for_text)
    settings, problem = settings_of(PAGE.values(), PAGE.find("data") or DEFAULT)
    PAGE.set(data=settings)
    with right:
        is_open = fold(PAGE, _told(settings))
    if is_open:
        CONTROLS[settings.source]()
    show_refused(problem, str(getattr(settings, settings.source, "")))
    return settings


def _open_for_text() -> None:
    """Opens the controls for data that a visitor types."""
    if PAGE.get("source") == "own":
        PAGE.set(controls=True)


def _told(settings: ShapeSettings) -> str:
    values = {
        **vars(settings),
        "look_back": counted(settings.look_back, "step", _),
        "order": _(ORDERS[settings.order]),
        "reading": _(READINGS[settings.reading]),
    }
    template = {
        "pair": _("X: {reading}"),
        "sine": _("Windows of {look_back}, stride {stride}, horizon {horizon}"),
        "own": _("Windows of {look_back}, stride {stride}, horizon {horizon}"),
        "tanks": _("Tanks: {tanks}, rows {order}"),
        "text": _("Sentences, padding {padding}"),
    }[settings.source]
    return template.format(**values)


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
