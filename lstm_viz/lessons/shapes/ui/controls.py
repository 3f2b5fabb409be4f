"""Which data the page Shapes turns into an array, and how."""

from collections.abc import Callable

import streamlit as st

from lstm_viz.app.choices import choose_one
from lstm_viz.app.messages import show_problem
from lstm_viz.app.predict_first import choose_predicting
from lstm_viz.i18n import Translate
from lstm_viz.lessons.shapes import settings as allowed
from lstm_viz.lessons.shapes.link import DEFAULT
from lstm_viz.lessons.shapes.settings import NAMES, ShapeSettings, settings_of
from lstm_viz.lessons.shapes.ui.page import PAGE


def choose_data(gettext: Translate) -> ShapeSettings:
    """Draws the controls.

    Returns:
        The settings they ask for. What is typed wrong is not taken: what was there stays, and a sentence says what is
        wrong.
    """
    with st.container(horizontal=True, vertical_alignment="bottom", horizontal_alignment="distribute"):
        choose_one(PAGE, "source", gettext("Data"), source_titles(gettext))
        with st.container(width="content"):
            choose_predicting(PAGE, gettext)
    settings, problem = settings_of({name: PAGE.get(name) for name in NAMES}, PAGE.find("data") or DEFAULT)
    PAGE.set(data=settings)
    CONTROLS[settings.source](gettext)
    show_problem(problem, gettext)
    return settings


def source_titles(gettext: Translate) -> dict[str, str]:
    """What the sources are called."""
    return {
        "pair": gettext("Memory pair"),
        "sine": gettext("Noisy sine"),
        "own": gettext("My own series"),
        "tanks": gettext("Tanks"),
        "text": gettext("Text"),
    }


def _pair(gettext: Translate) -> None:
    left, right = st.columns([2, 3], gap="large")
    with left:
        _type(
            "pair",
            gettext("Two sequences of the symbols 0 to 4"),
            gettext("One a line, equally long. Each step's target is the symbol after it."),
        )
    with right:
        titles = {
            "sequence": gettext("a sequence a sample"),
            "step": gettext("a step a sample (the first sequence)"),
        }
        choose_one(PAGE, "reading", gettext("X holds"), titles)


def _windows(gettext: Translate, *, with_seed: bool = False) -> None:
    look_back, stride, horizon, *rest = st.columns(4 if with_seed else 3, gap="large")
    for place in rest:
        with place:
            choose_seed(gettext)
    with look_back:
        _slide("look_back", "look_back", 1, allowed.MAX_LOOK_BACK, gettext("Steps in a window: X's timesteps."))
    with stride:
        _slide("stride", "stride", 1, allowed.MAX_STRIDE, gettext("Steps from one window's beginning to the next's."))
    with horizon:
        _slide("horizon", "horizon", 1, allowed.MAX_HORIZON, gettext("How many steps after its window a target is."))


def _sine(gettext: Translate) -> None:
    _windows(gettext, with_seed=True)


def _own(gettext: Translate) -> None:
    _type(
        "own",
        gettext("A series, or a row of features for each step"),
        gettext("Numbers in one line are a series; several lines, or semicolons, are rows of features over time."),
    )
    _windows(gettext)


def _tanks(gettext: Translate) -> None:
    left, middle, right = st.columns(3, gap="large")
    with left:
        _slide("tanks", gettext("Tanks (N)"), 1, allowed.MAX_TANKS, gettext("Each is measured for 5 hours."))
    with middle:
        titles = {"tank": gettext("by tank, then hour"), "hour": gettext("by hour, then tank")}
        choose_one(PAGE, "order", gettext("Rows of the table"), titles)
    with right:
        choose_seed(gettext)


def _text(gettext: Translate) -> None:
    left, right = st.columns([3, 2], gap="large")
    with left:
        _type(
            "sentences",
            gettext("Sentences with a label"),
            gettext("One a line: words, a bar, and 0 or 1, as in “the film was good | 1”."),
        )
    with right:
        choose_one(PAGE, "padding", "padding", allowed.PADDINGS)
        choose_seed(gettext)


CONTROLS: dict[str, Callable[[Translate], None]] = {
    "pair": _pair,
    "sine": _sine,
    "own": _own,
    "tanks": _tanks,
    "text": _text,
}


def choose_seed(gettext: Translate) -> None:
    """The seed of whatever is drawn; once on a page."""
    st.number_input(
        gettext("Seed"), 0, allowed.MAX_SEED, step=1, key=PAGE.key("seed"), persist_state="session", width=160
    )


def _type(name: str, label: str, help_text: str) -> None:
    st.text_area(label, key=PAGE.key(name), persist_state="session", height=130, help=help_text)


def _slide(name: str, label: str, low: int, high: int, help_text: str) -> None:
    st.slider(label, low, high, key=PAGE.key(name), persist_state="session", help=help_text)
