"""Predict first, on the page What it returns: the shapes, and which equation holds."""

from collections.abc import Sequence
from dataclasses import replace

from lstm_viz.app.from_keras import ask_keras
from lstm_viz.app.language import _
from lstm_viz.app.predict_first import Question, predict_first
from lstm_viz.keras_errors import KerasError
from lstm_viz.lessons.what_it_returns import remote
from lstm_viz.lessons.what_it_returns.claim import Claim
from lstm_viz.lessons.what_it_returns.combinations import calls_of, wrap_of
from lstm_viz.lessons.what_it_returns.questions import Asked, about_equality, about_shapes
from lstm_viz.lessons.what_it_returns.ui.controls import Chosen
from lstm_viz.lessons.what_it_returns.ui.page import PAGE


def shapes_may_be_shown(chosen: Chosen) -> bool:
    """Asks which tensors come back, or whether Keras refuses the call, if one wants to be asked."""
    if not PAGE.get("predict"):
        return True
    call = chosen.call
    # What is offered must not tell whether Keras refuses: it takes the same layer that reads forward and keeps nothing.
    taken = replace(call, go_backwards=False, stateful=False)
    calls = (call, *calls_of(taken, call.layer, wrap_of(taken)))
    found = ask_keras(remote.shapes, calls, chosen.inputs.x)
    if found is None:
        return True  # Keras is not to be had
    made, *likely = found
    shapes = [each for each in likely if not isinstance(each, KerasError)]
    return _ask((chosen, "shapes"), about_shapes(call, made, shapes, _))


def equality_may_be_shown(chosen: Chosen, claims: Sequence[Claim]) -> bool:
    """Asks which of two equations holds, if one wants to be asked."""
    return not PAGE.get("predict") or _ask((chosen, "equal"), about_equality(claims, _))


def _ask(about: tuple[Chosen, str], asked: Asked) -> bool:
    return predict_first(PAGE, Question(about, asked.text, asked.options, asked.answer, asked.why))
