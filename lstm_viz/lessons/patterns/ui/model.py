"""The chosen model: its code, what it is given, what it answers, and the panels below."""

import streamlit as st

from lstm_viz.app import session
from lstm_viz.app.from_keras import ask_keras
from lstm_viz.app.predict_first import predict_first
from lstm_viz.lessons.patterns import remote
from lstm_viz.lessons.patterns.builder import Build
from lstm_viz.lessons.patterns.catalogue import PATTERNS
from lstm_viz.lessons.patterns.results import LayerError
from lstm_viz.lessons.patterns.typed import Typed
from lstm_viz.lessons.patterns.ui.answers import show_answers, show_task
from lstm_viz.lessons.patterns.ui.builder import choose_build, show_why_not
from lstm_viz.lessons.patterns.ui.controls import Asked, asked, choose_input
from lstm_viz.lessons.patterns.ui.page import PAGE, PANELS
from lstm_viz.lessons.patterns.ui.panels import show_panel
from lstm_viz.lessons.patterns.ui.question import built_question, sequences_question, shape_question
from lstm_viz.lessons.patterns.ui.shown import Shown, shown_of


@st.fragment(key=PANELS)
def show_model(pattern: str) -> None:
    """What is asked of the model and what came of it; then the link is written."""
    if PAGE.get("mode") == "build":
        choose_build()
        wanted = asked()
        _show_built(pattern, wanted)
    else:
        wanted = _show_trained(pattern)
    written = {"input": wanted.text} if isinstance(wanted, Typed) else {}
    session.write_link(PAGE, PAGE.settings() | written)


def _show_built(pattern: str, build: Asked) -> None:
    assert isinstance(build, Build)  # for the type checker: the mode says so
    st.code(build.blueprint().code(), language=None)
    shown = shown_of(pattern, build)
    if shown is None:
        return
    made = shown if isinstance(shown, LayerError) else shown.run.layers[-1].output_shape
    if not predict_first(PAGE, built_question(build, made)):
        return
    if isinstance(shown, LayerError):
        show_why_not(build, shown)
    else:
        show_panel(shown)


def _show_trained(pattern: str) -> Asked:
    left, right = st.columns([6, 5], gap="large")
    with left:
        st.code(PATTERNS[pattern].code(), language=None)
        show_task(pattern)
    with right:
        choose_input(pattern)
        wanted = asked()
        shown = shown_of(pattern, wanted)
        if not isinstance(shown, Shown) or not _may_show(shown):
            return wanted
        show_answers(shown)
    show_panel(shown)
    return wanted


def _may_show(shown: Shown) -> bool:
    """Predict first: of a stack which LSTM must return its sequence, of the others the shape of the output."""
    if not PAGE.get("predict"):
        return True
    if shown.pattern != "stacked":
        return predict_first(PAGE, shape_question(shown))
    blueprint = PATTERNS[shown.pattern]
    built = ask_keras(remote.switched, blueprint)
    return built is None or predict_first(PAGE, sequences_question(blueprint, built))
