"""What the page What it returns shows of a call, a panel at a time."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import streamlit as st

from lstm_viz.app import session
from lstm_viz.app.comparisons import show_comparisons
from lstm_viz.app.files import file_button, show_code
from lstm_viz.app.from_keras import ask_keras
from lstm_viz.app.language import _
from lstm_viz.app.messages import show_ignored
from lstm_viz.app.panel_switch import choose_panel
from lstm_viz.app.refusals import show_refusal
from lstm_viz.keras_errors import KerasError
from lstm_viz.lessons.what_it_returns import remote, tables
from lstm_viz.lessons.what_it_returns.accepted_call import cure_of_layer, explained
from lstm_viz.lessons.what_it_returns.call import call_code, layer_code
from lstm_viz.lessons.what_it_returns.claim import Claim
from lstm_viz.lessons.what_it_returns.claims import claims_of
from lstm_viz.lessons.what_it_returns.code import returns_code
from lstm_viz.lessons.what_it_returns.inputs import TYPED
from lstm_viz.lessons.what_it_returns.link import to_link
from lstm_viz.lessons.what_it_returns.results import Returned
from lstm_viz.lessons.what_it_returns.ui.combinations import show_board
from lstm_viz.lessons.what_it_returns.ui.controls import Chosen, choose_call
from lstm_viz.lessons.what_it_returns.ui.page import PAGE
from lstm_viz.lessons.what_it_returns.ui.questions import equality_may_be_shown, shapes_may_be_shown
from lstm_viz.lessons.what_it_returns.ui.tensors import show_tensors
from lstm_viz.lessons.what_it_returns.ui.weights import show_weights
from lstm_viz.tables import csv


@dataclass(frozen=True, eq=False)
class Scene:
    """What a panel is about: what was chosen, and what Keras gave for it."""

    chosen: Chosen
    result: Returned


@st.fragment(key="returns_call")
def show_call() -> None:
    """The switches, the call that they make as code, and the chosen panel; then the link is written."""
    chosen = choose_call()
    show_ignored(session.ignored_of_link(PAGE, chosen))
    called = st.empty()
    panel = choose_panel(PAGE, _titles())
    _show(panel, chosen)
    # The names of what comes back tell how many there are: with a question open, they wait for the answer.
    is_open = PAGE.get("predict") and PAGE.find("predicted") is None
    called.code(f"{layer_code(chosen.call)}(x)" if is_open else call_code(chosen.call), language=None)
    typed = {chosen.kind: chosen.text} if chosen.kind in TYPED else {}
    session.write_link(PAGE, to_link(PAGE.settings() | typed))


def _titles() -> dict[str, str]:
    return {
        "tensors": _("What comes back"),
        "equal": _("What equals what"),
        "board": _("Every combination"),
        "weights": _("Weights"),
        "data": _("Data"),
        "code": _("Keras code"),
    }


def _show(panel: str, chosen: Chosen) -> None:
    if panel == "board":
        if shapes_may_be_shown(chosen):
            show_board(chosen)
        return
    result = ask_keras(remote.returned, chosen.call, chosen.inputs.x)
    if isinstance(result, KerasError):
        if shapes_may_be_shown(chosen):
            meaning = explained(result.message, cure_of_layer(chosen.call), _)
            show_refusal(result, of=layer_code(chosen.call), explained=meaning)
    elif result is not None:
        DRAW[panel](Scene(chosen, result))


def _tensors(scene: Scene) -> None:
    if shapes_may_be_shown(scene.chosen):
        show_tensors(scene.chosen, scene.result)


def _claims(scene: Scene) -> list[Claim]:
    """What equals what; nothing if Keras is not to be had."""
    chosen = scene.chosen
    others = ask_keras(remote.others, chosen.call, chosen.inputs.x)
    return [] if others is None else claims_of(chosen.call, scene.result, others, _)


def _equal(scene: Scene) -> None:
    claims = _claims(scene)
    if not claims or not equality_may_be_shown(scene.chosen, claims):
        return
    st.caption(
        _(
            "Compared on the tensors of this very call. What it does not return, another layer of the same weights "
            "has: output is what return_sequences=False gives, sequence what return_sequences=True gives."
        )
    )
    show_comparisons([(claim.comparison, claim.note(_)) for claim in claims])


def _weights(scene: Scene) -> None:
    show_weights(scene.chosen, scene.result)


def _data(scene: Scene) -> None:
    if not shapes_may_be_shown(scene.chosen):
        return
    arrays = tables.arrays_of(scene.result)
    frame = tables.table(arrays)
    st.caption(_("Every number that comes back. Indices count from 0, as in Python."))
    st.dataframe(frame, hide_index=True)
    with st.container(horizontal=True):
        file_button(PAGE, "CSV", lambda: csv(frame), "what_it_returns.csv", "text/csv")
        npz = partial(tables.npz, {"x": scene.chosen.inputs.x, **arrays})
        file_button(PAGE, "NPZ", npz, "what_it_returns.npz", "application/octet-stream")


def _code(scene: Scene) -> None:
    chosen = scene.chosen
    if not shapes_may_be_shown(chosen):
        return
    st.caption(_("Makes this very call and prints these numbers; needs keras and numpy alone."))
    compared = [claim.comparison for claim in _claims(scene)]
    code = returns_code(chosen.call, chosen.inputs, chosen.kind == "windows", compared)
    show_code(PAGE, code, "what_it_returns.py")


DRAW: dict[str, Callable[[Scene], None]] = {
    "tensors": _tensors,
    "equal": _equal,
    "weights": _weights,
    "data": _data,
    "code": _code,
}
