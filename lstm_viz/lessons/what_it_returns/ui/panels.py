"""The panels of the page What it returns."""

from collections.abc import Callable

import streamlit as st

from lstm_viz.app import session
from lstm_viz.app.comparisons import show_claims
from lstm_viz.app.files import show_code, show_data
from lstm_viz.app.from_keras import ask_ahead, ask_keras
from lstm_viz.app.language import _
from lstm_viz.app.lesson import choose_panel
from lstm_viz.app.messages import show_ignored
from lstm_viz.app.refusals import show_refusal
from lstm_viz.comparison import Claim
from lstm_viz.keras_errors import KerasError
from lstm_viz.lessons.what_it_returns import remote, tables
from lstm_viz.lessons.what_it_returns.accepted_call import accepted_layer, explained
from lstm_viz.lessons.what_it_returns.call import SWITCHES, call_code, call_of, layer_code
from lstm_viz.lessons.what_it_returns.code import returns_code
from lstm_viz.lessons.what_it_returns.inputs import TYPED
from lstm_viz.lessons.what_it_returns.results import Returned
from lstm_viz.lessons.what_it_returns.rules import KerasRule, rules_of
from lstm_viz.lessons.what_it_returns.ui.combinations import show_combinations
from lstm_viz.lessons.what_it_returns.ui.controls import ChosenCall, choose_call
from lstm_viz.lessons.what_it_returns.ui.dropout import show_dropout
from lstm_viz.lessons.what_it_returns.ui.page import PAGE
from lstm_viz.lessons.what_it_returns.ui.parameters import show_parameters
from lstm_viz.lessons.what_it_returns.ui.questions import equality_may_be_shown, shapes_may_be_shown
from lstm_viz.lessons.what_it_returns.ui.tensors import show_tensors
from lstm_viz.lessons.what_it_returns.ui.weights import show_weights


@st.fragment(key="returns_call")
def show_call(predicts_first: bool) -> None:
    """Draws the switches, the call as code, and the open panel; then writes the link."""
    with st.container(gap="xxsmall"):
        chosen = choose_call()
        show_ignored(session.ignored_of_link(PAGE, chosen))
        panel = choose_panel(PAGE)
        called = st.empty()
    _show(panel, chosen)
    # The names of the returned tensors give away their number, so they are hidden until the question is answered.
    is_open = predicts_first and PAGE.find("predicted") is None
    called.code(f"{layer_code(chosen.call)}(x)" if is_open else call_code(chosen.call), language=None)
    typed = {chosen.kind: chosen.text} if chosen.kind in TYPED else {}
    session.write_link(PAGE, PAGE.values() | typed)


def _show(panel: str, chosen: ChosenCall) -> None:
    if panel == "board":
        if shapes_may_be_shown(chosen):
            show_combinations(chosen)
        return
    if panel in BESIDE_THE_CALL:
        BESIDE_THE_CALL[panel](chosen)
        return
    result = ask_keras(remote.returned, chosen.call, chosen.inputs.x)
    if result is None:
        return
    if not isinstance(result, KerasError):
        DRAW[panel](chosen, result)
    elif shapes_may_be_shown(chosen):
        meaning = explained(result.message, accepted_layer(chosen.call), _)
        show_refusal(result, of=layer_code(chosen.call), explained=meaning)
    values = PAGE.values()
    turned = (call_of({**values, switch: not values[switch]}) for switch in SWITCHES)
    ask_ahead(remote.returned, ((call, chosen.inputs.x) for call in turned))


def _tensors(chosen: ChosenCall, result: Returned) -> None:
    if shapes_may_be_shown(chosen):
        show_tensors(chosen, result)


def _rules(chosen: ChosenCall, result: Returned) -> list[KerasRule]:
    """The rules of the call; empty if Keras is not available."""
    others = ask_keras(remote.others, chosen.call, chosen.inputs.x)
    return [] if others is None else rules_of(chosen.call, result, others, _)


def _equal(chosen: ChosenCall, result: Returned) -> None:
    rules = _rules(chosen, result)
    if not rules or not equality_may_be_shown(chosen, rules):
        return
    st.caption(
        _(
            "Compared on the tensors of this call. What it does not return comes from another layer with "
            "the same weights: output is what return_sequences=False returns, sequence what "
            "return_sequences=True returns."
        )
    )
    show_claims([Claim(rule.comparison, rule.note(_)) for rule in rules])


def _data(chosen: ChosenCall, result: Returned) -> None:
    if not shapes_may_be_shown(chosen):
        return
    arrays = tables.arrays_of(result)
    caption = _("Every number that comes back. Indices count from 0, as in Python.")
    files = {"x": chosen.inputs.x, **arrays}
    show_data(PAGE, tables.table(arrays), lambda: files, "what_it_returns", caption=caption)


def _code(chosen: ChosenCall, result: Returned) -> None:
    if not shapes_may_be_shown(chosen):
        return
    st.caption(_("Makes exactly this call and prints these numbers; needs only keras and numpy."))
    compared = [rule.comparison for rule in _rules(chosen, result)]
    code = returns_code(chosen.call, chosen.inputs, chosen.kind == "windows", compared)
    show_code(PAGE, code, "what_it_returns.py")


# Panels about the layer that do not need the tensors of the call.
BESIDE_THE_CALL: dict[str, Callable[[ChosenCall], None]] = {"parameters": show_parameters, "dropout": show_dropout}
DRAW: dict[str, Callable[[ChosenCall, Returned], None]] = {
    "tensors": _tensors,
    "equal": _equal,
    "weights": show_weights,
    "data": _data,
    "code": _code,
}
