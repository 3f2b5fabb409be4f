"""The panel Which input mattered: for a number that the model answers to A."""

import streamlit as st

from lstm_viz.app.attribution import Asked, show_attribution
from lstm_viz.app.language import _
from lstm_viz.app.messages import show_problem
from lstm_viz.data import InputError
from lstm_viz.lessons.your_model.entries import entries_of
from lstm_viz.lessons.your_model.passes import Pass
from lstm_viz.lessons.your_model.ui.controls import Shown
from lstm_viz.lessons.your_model.ui.number import choose, choose_number
from lstm_viz.lessons.your_model.ui.page import PAGE
from lstm_viz.model_files.answer import Answer, answer_of
from lstm_viz.viewer import Cursor


def show_mattered(shown: Shown, cursor: Cursor) -> None:
    """Draws the choice of the number, and how much each input has added to it. Interventions are left out."""
    model, a = shown.given.model, shown.passes["A"]
    if (chosen := choose_number(shown, cursor.time)) is None:
        return
    output, index = chosen.output, chosen.index
    given = choose("given", {number: entry.name for number, entry in enumerate(entries_of(model))})
    try:
        answer = answer_of(model, a.inputs, output=output, index=index, given=given)
        other = _of_other(shown, output, index, given)
    except InputError as problem:
        show_problem(problem)
        return
    if any(each.edited for each in shown.passes.values()):
        st.caption(_("Interventions are left out here."))
    asked = Asked(
        answer,
        _("The number of {name}").format(name=chosen.name),
        (shown.key, output, index, given),
        tokens=a.tokens if given == 0 and len(a.tokens) == len(answer.given) else (),
        other=other,
        titles={"other": _("B")},
        keep=not shown.given.is_own,
    )
    show_attribution(PAGE, asked)


def _of_other(shown: Shown, output: int, index: tuple[int, ...], given: int) -> Answer | None:
    """The same number of the answer to B, if it has one."""
    b: Pass | None = shown.passes.get("B")
    theirs = None if b is None else b.unbroken[output]
    if b is None or theirs is None or (len(index) == 2 and index[0] >= theirs.shape[1]):
        return None
    return answer_of(shown.given.model, b.inputs, output=output, index=index, given=given)
