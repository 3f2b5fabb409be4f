"""The page Patterns: the code of a model, its input, its answers, and panels."""

import streamlit as st

from lstm_viz.app import session
from lstm_viz.app.fold import fold
from lstm_viz.app.from_keras import ask_ahead, ask_keras
from lstm_viz.app.hints import Hints
from lstm_viz.app.language import _
from lstm_viz.app.lesson import Lesson, choose_panel
from lstm_viz.app.predict_first import predict_first
from lstm_viz.i18n import N_
from lstm_viz.lessons.patterns import remote
from lstm_viz.lessons.patterns.builder import build_of
from lstm_viz.lessons.patterns.catalogue import PATTERNS
from lstm_viz.lessons.patterns.generator.request import Request as Text
from lstm_viz.lessons.patterns.results import LayerError
from lstm_viz.lessons.patterns.typed import Typed
from lstm_viz.lessons.patterns.ui.answers import show_answers, show_task
from lstm_viz.lessons.patterns.ui.builder import show_why_not
from lstm_viz.lessons.patterns.ui.controls import choose_model, choose_pattern, requested, show_refused_input
from lstm_viz.lessons.patterns.ui.model import ComputedModel, compute
from lstm_viz.lessons.patterns.ui.page import PAGE
from lstm_viz.lessons.patterns.ui.panels import show_panel
from lstm_viz.lessons.patterns.ui.questions import built_question, sequences_question, shape_question
from lstm_viz.lessons.patterns.words import PURPOSES

HINTS = Hints[str](
    look=(
        N_(
            "**Two questions make a pattern.** Does the model read one vector or one for each step? Does "
            "it answer once or at each step? `return_sequences` decides what leaves an LSTM, "
            "`RepeatVector` turns one vector into steps."
        ),
        N_(
            "**Faint boxes.** Every LSTM has a hidden state at each step. Without `return_sequences` all "
            "but the last stay inside: the drawing shows them faint, and the layer above does not read "
            "them."
        ),
        N_(
            "**The same layer at every step.** A Dense layer over a sequence has one set of weights for all steps. "
            "What does TimeDistributed add? “What equals what” compares the two."
        ),
        N_(
            "**Errors add up in the loop.** A model that reads its own output also reads its own small "
            "errors. Change the known part: how much of a sine must it read before it can continue it well?"
        ),
        N_(
            "**Temperature.** A generator draws the next word from the model's probabilities, raised to the power "
            "1 / temperature. At 0 the text is the same for every seed. The higher the temperature, the more often the "
            "text breaks the grammar."
        ),
    ),
    tries=(
        (
            N_("A stack whose first LSTM lacks return_sequences"),
            {"pattern": "stacked", "mode": "build", "returns_1": "False"},
        ),
        (N_("A sine continued from 18 known values"), {"pattern": "feed_back"}),
        (N_("The same from only 3 known values"), {"pattern": "feed_back", "known": "3"}),
        (N_("A stateful loop compared with one long sequence"), {"pattern": "feed_back", "panel": "equal"}),
        (N_("A text generator, word by word"), {"pattern": "generator"}),
        (N_("The same text at temperature 3"), {"pattern": "generator", "temperature": "3"}),
        (
            N_("A Korean text: which verb shows respect?"),
            {"pattern": "generator", "input": "할머니께서 마당에서"},
        ),
        (N_("What TimeDistributed changes"), {"pattern": "many_to_many", "panel": "equal"}),
        (N_("The backward LSTM, step by step"), {"pattern": "bidirectional", "panel": "trace", "layer": "2"}),
        (
            N_("An autoencoder that reads something other than a sine"),
            {"pattern": "autoencoder", "input": "0.9,-0.7,0.1,0.8,-0.9,0.5,-0.2,-0.8,0.7,0.3"},
        ),
        (
            N_("LSTM(20) and Dense(10) over 25 steps, an output at each"),
            {"mode": "build", "steps": "25", "units_1": "20", "returns_1": "True", "outputs": "10"},
        ),
    ),
)


@st.fragment(key="patterns_panels")
def show_model(pattern: str) -> None:
    """Draws the input and the results of the model, then writes the link."""
    panel = _choose(pattern)
    if PAGE.get("mode") == "build":
        _show_built(pattern, panel)
    else:
        _show_trained(pattern, panel)
    request = requested()
    typed = {"input": request.text} if isinstance(request, Typed | Text) else {}
    session.write_link(PAGE, PAGE.values() | typed)


def _choose(pattern: str) -> str:
    """Draws the row of panels, the line that says what is shown, and the controls if it is open."""
    left, right = st.columns([7, 5], vertical_alignment="center")
    with left:
        panel: str = choose_panel(PAGE)
    with right:
        is_open = fold(PAGE, _shown())
    if is_open:
        choose_model(pattern)
    show_refused_input(pattern)
    return panel


def _shown() -> str:
    """The kind of model that is shown; of a generated text also its temperature."""
    told = PAGE.titles("mode")[PAGE.get("mode")]
    return f"{told} · {PAGE.told('temperature')}" if isinstance(requested(), Text) else told


def _show_built(pattern: str, panel: str) -> None:
    build = build_of(PAGE.values())
    model = compute(pattern, build)
    if model is None:
        return
    made = model if isinstance(model, LayerError) else model.run.layers[-1].output_shape
    if not predict_first(PAGE, built_question(build, made)):
        return
    if isinstance(model, LayerError):
        show_why_not(build, model)
    else:
        show_panel(panel, model)
    st.code(build.blueprint().code(), language=None)
    ask_ahead(remote.run_built, ((switched,) for switched in build.switched()))


def _show_trained(pattern: str, panel: str) -> None:
    model = compute(pattern, requested())
    shown = model if isinstance(model, ComputedModel) and _may_show(model) else None
    if shown:
        show_panel(panel, shown)
    left, right = st.columns([6, 5], gap="large")
    with left:
        st.markdown(_(PURPOSES[pattern]))
        st.code(PATTERNS[pattern].code(), language=None)
        show_task(pattern)
    if shown:
        with right:
            show_answers(shown)


def _may_show(model: ComputedModel) -> bool:
    """Asks, for a stack, which LSTM must return its output sequence; for other models, the shape of the output."""
    if not PAGE.get("predict"):
        return True
    if model.pattern != "stacked":
        return predict_first(PAGE, shape_question(model))
    blueprint = PATTERNS[model.pattern]
    built = ask_keras(remote.switched, blueprint)
    return built is None or predict_first(PAGE, sequences_question(blueprint, built))


LESSON = Lesson(
    PAGE,
    title=N_("Patterns"),
    purpose=N_("One or many in, one or many out: how is each built, and what flows from layer to layer?"),
    choose=choose_pattern,
    show=show_model,
    hints=HINTS,
    about=lambda _pattern: requested(),
)
