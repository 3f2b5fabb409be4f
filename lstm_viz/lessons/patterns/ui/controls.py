"""Which pattern, and what its trained model reads."""

import streamlit as st

from lstm_viz.app.choices import choose_one
from lstm_viz.app.language import _
from lstm_viz.app.messages import show_problem
from lstm_viz.app.predict_first import choose_predicting
from lstm_viz.data import InputError
from lstm_viz.lessons.patterns.builder import Build, build_of
from lstm_viz.lessons.patterns.catalogue import FEED_BACK, PATTERNS
from lstm_viz.lessons.patterns.link import MAX_CONTINUED, MAX_KNOWN, of_pattern
from lstm_viz.lessons.patterns.loop import Loop
from lstm_viz.lessons.patterns.tasks import LONGEST_PERIOD, SHORTEST_PERIOD
from lstm_viz.lessons.patterns.typed import DEFAULT_TEXTS, Typed, typed
from lstm_viz.lessons.patterns.ui.page import PAGE
from lstm_viz.lessons.patterns.words import input_labels, purposes, titles

Asked = Typed | Loop | Build


def choose_pattern() -> str:
    """Draws the patterns, and what is done with the chosen one.

    Returns:
        The pattern.
    """
    names = titles(_)
    st.pills(
        _("Pattern"),
        tuple(PATTERNS),
        format_func=names.get,
        key=PAGE.key("pattern"),
        required=True,
        label_visibility="collapsed",
        on_change=_begin,
        persist_state="session",
    )
    pattern = PAGE.get("pattern")
    st.markdown(purposes(_)[pattern])
    modes = {"trained": _("A trained model"), "build": _("Build your own")}
    with st.container(horizontal=True, vertical_alignment="center", gap="large"):
        choose_one(PAGE, "mode", _("What to look at"), modes, label_visibility="collapsed")
        choose_predicting(PAGE)
    return pattern


def _begin() -> None:
    """Each pattern begins with its own example, and in the builder with its own layers."""
    PAGE.set(**of_pattern(PAGE.get("pattern")), tensor="", layer=1, step=1, unit=1, jump=PAGE.get("jump") + 1)


def asked() -> Asked:
    """What the page is to show, without drawing anything: of an input that is wrong, what was there before."""
    pattern = PAGE.get("pattern")
    if PAGE.get("mode") == "build":
        return build_of(PAGE.settings())
    if pattern == FEED_BACK:
        return Loop(*(PAGE.get(name) for name in ("period", "phase", "known", "continued")))
    return _typed(pattern)[0]


def _typed(pattern: str) -> tuple[Typed, InputError | None]:
    try:
        valid = typed(pattern, PAGE.get("input"))
    except InputError as problem:
        before = PAGE.find("valid")
        is_of_pattern = before is not None and before.pattern == pattern
        return (before if is_of_pattern else typed(pattern, DEFAULT_TEXTS[pattern])), problem
    PAGE.set(valid=valid)
    return valid, None


def choose_input(pattern: str) -> None:
    """Draws what the trained model is to read."""
    if pattern == FEED_BACK:
        _choose_loop()
        return
    st.text_input(input_labels(_)[pattern], key=PAGE.key("input"), persist_state="session")
    show_problem(_typed(pattern)[1])


def _choose_loop() -> None:
    sliders = (
        ("known", _("Known (steps)"), 1, MAX_KNOWN),
        ("continued", _("Continued (steps)"), 1, MAX_CONTINUED),
        ("period", _("Period of the sine (steps)"), SHORTEST_PERIOD, LONGEST_PERIOD),
        ("phase", _("Phase of the sine (steps)"), 0, LONGEST_PERIOD - 1),
    )
    for place, (name, label, low, high) in zip([*st.columns(2), *st.columns(2)], sliders, strict=True):
        place.slider(label, low, high, key=PAGE.key(name), persist_state="session")
