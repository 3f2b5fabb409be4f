"""The controls of the page Patterns: the pattern, and the input of its trained model."""

import streamlit as st

from lstm_viz.app.language import _
from lstm_viz.app.typed import last_valid, show_refused
from lstm_viz.data import InputError
from lstm_viz.lessons.patterns.builder import Build, build_of
from lstm_viz.lessons.patterns.catalogue import FEED_BACK, GENERATOR
from lstm_viz.lessons.patterns.generator.request import DEFAULT_TEXT, TEMPERATURES, beginning
from lstm_viz.lessons.patterns.generator.request import Request as Text
from lstm_viz.lessons.patterns.generator.sentences import vocabulary
from lstm_viz.lessons.patterns.loop import Loop
from lstm_viz.lessons.patterns.settings import of_pattern
from lstm_viz.lessons.patterns.typed import DEFAULT_TEXTS, Typed, typed
from lstm_viz.lessons.patterns.ui.builder import choose_build
from lstm_viz.lessons.patterns.ui.page import PAGE
from lstm_viz.lessons.patterns.words import INPUT_LABELS

Request = Typed | Loop | Text | Build
"""A model that Keras is to run: a trained model with its input, the loop with its sine, the generator with the
beginning of a text, or the visitor's own model."""


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
    if pattern == GENERATOR:
        text, _problem = _beginning()
        return Text(text, PAGE.get("generated"), TEMPERATURES[PAGE.get("temperature")], PAGE.get("seed"))
    return _typed(pattern)[0]


def _beginning() -> tuple[str, InputError | None]:
    return last_valid(PAGE, f"input_{GENERATOR}", lambda: beginning(PAGE.get("input")), DEFAULT_TEXT)


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
    elif pattern == GENERATOR:
        _choose_text()
    else:
        PAGE.draw("input", label=_(INPUT_LABELS[pattern]))


def _choose_text() -> None:
    """Draws the beginning of the text, and how it is continued."""
    left, right = st.columns(2, gap="large")
    with left:
        PAGE.draw("input", label=_(INPUT_LABELS[GENERATOR]))
        known = _("The model knows {count} words: {words}")
        st.caption(known.format(count=len(vocabulary()), words=" ".join(vocabulary())))
    with right:
        PAGE.draw("temperature")
        PAGE.draw("generated")
        PAGE.draw("seed", help=_("The words are drawn from it: the same seed gives the same text."))


def show_refused_input(pattern: str) -> None:
    """Says what is wrong with the typed input of a trained model."""
    if PAGE.get("mode") == "build" or pattern == FEED_BACK:
        return
    if pattern == GENERATOR:
        text, problem = _beginning()
    else:
        shown, problem = _typed(pattern)
        text = shown.text
    show_refused(problem, text)
