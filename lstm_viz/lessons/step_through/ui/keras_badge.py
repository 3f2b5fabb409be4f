"""The largest difference between the numbers on the page and Keras: recorded, or checked now in the worker."""

from typing import Any

import numpy as np
import streamlit as st

from lstm_viz.app.from_keras import answer_to, question_to
from lstm_viz.app.language import _
from lstm_viz.data import MEMORY_PAIR
from lstm_viz.engine.layer_check import check_layer
from lstm_viz.engine.models import Model, recorded_by_keras
from lstm_viz.lessons.step_through.ui.page import PAGE
from lstm_viz.lessons.step_through.view import TRAINED, Pass, SteppingView
from lstm_viz.worker.errors import WorkerError

TOLERANCE = 1e-6


@st.fragment(key="keras_badge")
def keras_badge(view: SteppingView, model: Model, passes: dict[str, Pass]) -> None:
    """Draws the largest difference from Keras, and a button that measures it."""
    with st.container(horizontal=True, vertical_alignment="center"):
        place = st.container(horizontal=True, vertical_alignment="center", width="content")
        wanted = st.button(
            _("Check now"),
            icon=":material/verified:",
            type="tertiary",
            help=_("Runs the real Keras layer on these sequences, in a separate process."),
        )
    if wanted:
        PAGE.set(checked=(view, _check(model, passes)))
    with place:
        _show(view, passes)


def _check(model: Model, passes: dict[str, Pass]) -> tuple[float, str] | str:
    try:
        checks = [answer_to(question_to(check_layer, each.trace, model.head)) for each in passes.values()]
    except WorkerError as problem:
        return problem.sentence(_)
    return max(check.largest for check in checks), checks[0].keras


def _show(view: SteppingView, passes: dict[str, Pass]) -> None:
    checked: tuple[Any, Any] = PAGE.find("checked") or (None, None)
    checked_view, result = checked
    if checked_view == view and isinstance(result, str):
        st.badge(_("not checked"), icon=":material/warning:", color="orange")
        st.caption(result, width="content")
    elif checked_view == view:
        difference, version = result
        _badge(difference, _("checked just now with Keras {version}").format(version=version))
    elif view.model in TRAINED and [each.tokens for each in passes.values()] == _pair_tokens():
        words = _("compared with Keras's own output, recorded after training")
        _badge(_recorded_difference(TRAINED[view.model], passes), words)
    else:
        st.badge(_("not yet checked for this input"), icon=":material/help:", color="gray")


def _badge(difference: float, words: str) -> None:
    equal = difference <= TOLERANCE
    template = _("equal to Keras to within {difference}") if equal else _("differs from Keras by {difference}")
    icon, color = (":material/check_circle:", "green") if equal else (":material/error:", "red")
    st.badge(template.format(difference=power_of_ten(difference)), icon=icon, color=color)
    st.caption(words, width="content")


def power_of_ten(number: float) -> str:
    """A small number as a text such as 6·10⁻⁸."""
    if not number:
        return "0"
    digits, exponent = f"{number:.0e}".split("e")
    return f"{digits}·10{str(int(exponent)).translate(str.maketrans('-0123456789', '⁻⁰¹²³⁴⁵⁶⁷⁸⁹'))}"


def _pair_tokens() -> list[tuple[str, ...]]:
    return [tuple(str(symbol) for symbol in sequence[:-1]) for sequence in MEMORY_PAIR]


def _recorded_difference(units: int, passes: dict[str, Pass]) -> float:
    recorded = recorded_by_keras(units)
    ours = [(each.trace.hidden[0], each.trace.final_state[1][0], each.probabilities) for each in passes.values()]
    names = ("hidden", "cell", "probabilities")
    return max(
        float(np.abs(recorded[name][sample] - array).max())
        for sample, arrays in enumerate(ours)
        for name, array in zip(names, arrays, strict=True)
    )
