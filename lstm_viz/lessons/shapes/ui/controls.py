"""Which data the page Shapes turns into an array, and how."""

from collections.abc import Callable

import streamlit as st

from lstm_viz.app.choices import choose_one
from lstm_viz.app.language import _
from lstm_viz.app.messages import show_problem
from lstm_viz.app.predict_first import choose_predicting
from lstm_viz.lessons.shapes import settings as allowed
from lstm_viz.lessons.shapes.link import DEFAULT
from lstm_viz.lessons.shapes.settings import NAMES, ShapeSettings, settings_of
from lstm_viz.lessons.shapes.ui.page import PAGE


def choose_data() -> ShapeSettings:
    """Draws the controls.

    Returns:
        The settings they ask for. What is typed wrong is not taken: what was there stays, and a sentence says what is
        wrong.
    """
    with st.container(horizontal=True, vertical_alignment="bottom", horizontal_alignment="distribute"):
        choose_one(PAGE, "source", _("Data"), source_titles())
        with st.container(width="content"):
            choose_predicting(PAGE)
    settings, problem = settings_of({name: PAGE.get(name) for name in NAMES}, PAGE.find("data") or DEFAULT)
    PAGE.set(data=settings)
    CONTROLS[settings.source]()
    show_problem(problem)
    return settings


def source_titles() -> dict[str, str]:
    """What the sources are called."""
    return {
        "pair": _("Memory pair"),
        "sine": _("Noisy sine"),
        "own": _("My own series"),
        "tanks": _("Tanks"),
        "text": _("Text"),
    }


def _pair() -> None:
    left, right = st.columns([2, 3], gap="large")
    with left:
        _type(
            "pair",
            _("Two sequences of the symbols 0 to 4"),
            _("One a line, equally long. Each step's target is the symbol after it."),
        )
    with right:
        titles = {
            "sequence": _("a sequence a sample"),
            "step": _("a step a sample (the first sequence)"),
        }
        choose_one(PAGE, "reading", _("X holds"), titles)


def _windows(*, with_seed: bool = False) -> None:
    look_back, stride, horizon, *rest = st.columns(4 if with_seed else 3, gap="large")
    for place in rest:
        with place:
            choose_seed()
    with look_back:
        _slide("look_back", "look_back", 1, allowed.MAX_LOOK_BACK, _("Steps in a window: X's timesteps."))
    with stride:
        _slide("stride", "stride", 1, allowed.MAX_STRIDE, _("Steps from one window's beginning to the next's."))
    with horizon:
        _slide("horizon", "horizon", 1, allowed.MAX_HORIZON, _("How many steps after its window a target is."))


def _sine() -> None:
    _windows(with_seed=True)


def _own() -> None:
    _type(
        "own",
        _("A series, or a row of features for each step"),
        _("Numbers in one line are a series; several lines, or semicolons, are rows of features over time."),
    )
    _windows()


def _tanks() -> None:
    left, middle, right = st.columns(3, gap="large")
    with left:
        _slide("tanks", _("Tanks (N)"), 1, allowed.MAX_TANKS, _("Each is measured for 5 hours."))
    with middle:
        titles = {"tank": _("by tank, then hour"), "hour": _("by hour, then tank")}
        choose_one(PAGE, "order", _("Rows of the table"), titles)
    with right:
        choose_seed()


def _text() -> None:
    left, right = st.columns([3, 2], gap="large")
    with left:
        _type(
            "sentences",
            _("Sentences with a label"),
            _("One a line: words, a bar, and 0 or 1, as in “the film was good | 1”."),
        )
    with right:
        choose_one(PAGE, "padding", "padding", allowed.PADDINGS)
        choose_seed()


CONTROLS: dict[str, Callable[[], None]] = {
    "pair": _pair,
    "sine": _sine,
    "own": _own,
    "tanks": _tanks,
    "text": _text,
}


def choose_seed() -> None:
    """The seed of whatever is drawn; once on a page."""
    st.number_input(_("Seed"), 0, allowed.MAX_SEED, step=1, key=PAGE.key("seed"), persist_state="session", width=160)


def _type(name: str, label: str, help_text: str) -> None:
    st.text_area(label, key=PAGE.key(name), persist_state="session", height=130, help=help_text)


def _slide(name: str, label: str, low: int, high: int, help_text: str) -> None:
    st.slider(label, low, high, key=PAGE.key(name), persist_state="session", help=help_text)
