"""The controls of the page Patterns: the pattern, and the input of its trained model."""

import streamlit as st

from lstm_viz.app.language import _
from lstm_viz.app.typed import last_valid, show_refused
from lstm_viz.data import InputError
from lstm_viz.lessons.patterns.builder import Build, build_of
from lstm_viz.lessons.patterns.catalogue import FEED_BACK
from lstm_viz.lessons.patterns.loop import Loop
from lstm_viz.lessons.patterns.settings import of_pattern
from lstm_viz.lessons.patterns.typed import DEFAULT_TEXTS, Typed, typed
from lstm_viz.lessons.patterns.ui.builder import choose_build
from lstm_viz.lessons.patterns.ui.page import PAGE
from lstm_viz.lessons.patterns.words import INPUT_LABELS

Request = Typed | Loop | Build
"""A model that Keras is to run: a trained model with its input, the loop with its sine, or the visitor's own model."""


def choose_pattern() -> str:
    """Draws the choice of the pattern, and returns it."""
    return PAGE.draw("pattern", required=True, label_visibility="collapsed", on_change=_begin)


def _begin() -> None:
    """Sets the example of the chosen pattern, and its layers in the builder."""
    PAGE.set(**of_pattern(PAGE.get("pattern")), tensor="", layer=1, step=1, unit=1, jump=PAGE.get("jump") + 1)


def requested() -> Request:
    """The model that the page is to show. It draws nothing; the last valid input replaces an invalid one."""
    pattern = PAGE.get("pattern")
    if PAGE.get("mode") == "build":
        return build_of(PAGE.values())
    if pattern == FEED_BACK:
        return Loop(*map(PAGE.get, ("period", "phase", "known", "continued")))
    return _typed(pattern)[0]


def _typed(pattern: str) -> tuple[Typed, InputError | None]:
    example = typed(pattern, DEFAULT_TEXTS[pattern])
    return last_valid(PAGE, f"input_{pattern}", lambda: typed(pattern, PAGE.get("input")), example)


def choose_model(pattern: str) -> None:
    """Draws the switch between the trained model and the builder, and the controls of that model."""
    PAGE.draw("mode", label_visibility="collapsed")
    if PAGE.get("mode") == "build":
        choose_build()
    elif pattern == FEED_BACK:
        places = [*st.columns(2), *st.columns(2)]
        for place, name in zip(places, ("known", "continued", "period", "phase"), strict=True):
            with place:
                PAGE.draw(name)
    else:
        PAGE.draw("input", label=_(INPUT_LABELS[pattern]))


def show_refused_input(pattern: str) -> None:
    """Says what is wrong with the typed input of a trained model."""
    if PAGE.get("mode") != "build" and pattern != FEED_BACK:
        shown, problem = _typed(pattern)
        show_refused(problem, shown.text)
