"""The stepping viewer over a recurrent layer inside the model, with how far its trace is from Keras."""

from typing import NamedTuple

import streamlit as st

from lstm_viz.app.choices import choose_one
from lstm_viz.app.comparisons import show_comparisons
from lstm_viz.app.language import _
from lstm_viz.comparison import compare
from lstm_viz.engine import numpy_engine
from lstm_viz.engine.trace import Trace
from lstm_viz.lessons.patterns.answers import labels, step_labels
from lstm_viz.lessons.patterns.drawing import title_of
from lstm_viz.lessons.patterns.results import Direction, LayerRun
from lstm_viz.lessons.patterns.score import YES_OR_NO, decided
from lstm_viz.lessons.patterns.typed import Typed
from lstm_viz.lessons.patterns.ui.page import PAGE
from lstm_viz.lessons.patterns.ui.shown import Shown
from lstm_viz.viewer import Cursor, Prediction, stepping_viewer

VIEWER = "patterns_viewer"


class Part(NamedTuple):
    """One LSTM of the model: a layer, or one of the two in a Bidirectional."""

    layer: LayerRun
    direction: Direction
    title: str


def show_trace(shown: Shown) -> None:
    """One LSTM of the model, step by step; which, the reader chooses."""
    part = _choose(shown)
    run = shown.traced.first_sample
    given = shown.traced.before(part.layer)[:1]
    trace = numpy_engine.run(part.direction.weights, given)
    PAGE.set(step=min(PAGE.get("step"), trace.steps), unit=min(PAGE.get("unit"), trace.units))
    is_last = part.layer.name == shown.traced.recurrent[-1].name
    stepping_viewer(
        {"A": trace},
        tokens={"A": step_labels(shown.asked, given) if isinstance(shown.asked, Typed) else labels(given)},
        predictions={"A": _predictions(shown) if is_last and run.output.ndim == 3 else None},
        cursor=Cursor(PAGE.get("step") - 1, PAGE.get("unit") - 1),
        cursor_key=f"{PAGE.get('jump')} {part.title}",
        title=part.title,
        subtitle="",
        gettext=_,
        key=VIEWER,
        on_cursor_change=_follow,
    )
    _against_keras(trace, part, shown)


def _choose(shown: Shown) -> Part:
    parts = [
        Part(layer, direction, f"{layer.name}: {title_of(layer, _, direction)}")
        for layer in shown.traced.recurrent
        for direction in layer.directions
    ]
    PAGE.set(layer=min(PAGE.get("layer"), len(parts)))
    if len(parts) > 1:
        choose_one(PAGE, "layer", _("Look into"), {number: part.title for number, part in enumerate(parts, start=1)})
    return parts[PAGE.get("layer") - 1]


def _follow() -> None:
    cursor = st.session_state[VIEWER]["cursor"]
    if str(cursor["key"]).split(" ")[0] == str(PAGE.get("jump")):
        PAGE.set(step=int(cursor["time"]) + 1, unit=int(cursor["unit"]) + 1)


def _predictions(shown: Shown) -> list[Prediction]:
    """What the model answers at each step of the last LSTM, and whether it is right."""
    output = shown.traced.output[0]
    if not isinstance(shown.asked, Typed):
        return [Prediction(", ".join(f"{value:.2f}" for value in each[:3]), None, None) for each in output]
    says, right = decided(shown.pattern, shown.traced.output)[0], shown.asked.right_answers[0]
    says, right = says.reshape(len(output)), right.reshape(len(output))
    is_symbol = shown.pattern in YES_OR_NO or output.shape[-1] > 1
    return [
        Prediction(f"{say:.0f}", None, bool(say == wanted)) if is_symbol else Prediction(f"{say:.2f}", None, None)
        for say, wanted in zip(says, right, strict=True)
    ]


def _against_keras(trace: Trace, part: Part, shown: Shown) -> None:
    direction = part.direction
    hidden = _("The hidden state of every step, as drawn and as this LSTM returns it in Keras.")
    cell = _("The cell state at the end, likewise.")
    final_cell = trace.final_state[1]
    show_comparisons(
        [
            (compare("trace.hidden", "keras_sequence", trace.hidden, direction.hidden[:1]), hidden),
            (compare("trace.final_state[1]", "state_c", final_cell, direction.last_cell[:1]), cell),
        ]
    )
