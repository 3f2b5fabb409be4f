"""The panel Which input mattered: for a number that the model answers to A."""

import numpy as np
import streamlit as st

from lstm_viz.app.attribution import Asked, show_attribution
from lstm_viz.app.language import _
from lstm_viz.app.messages import show_problem
from lstm_viz.data import InputError
from lstm_viz.lessons.your_model.entries import entries_of
from lstm_viz.lessons.your_model.passes import Pass
from lstm_viz.lessons.your_model.ui.controls import Shown
from lstm_viz.lessons.your_model.ui.page import PAGE
from lstm_viz.lessons.your_model.ui.viewer import class_names
from lstm_viz.model_files.answer import Answer, answer_of
from lstm_viz.viewer import Cursor


def show_mattered(shown: Shown, cursor: Cursor) -> None:
    """Draws the choice of the number, and how much each input has added to it. Interventions are left out."""
    model, a = shown.given.model, shown.passes["A"]
    known = [number for number, output in enumerate(a.unbroken) if output is not None and output.ndim in (2, 3)]
    if not model.outputs or not known:
        st.info(_("The answer of the model is not known here: the file does not say it, or a layer is not computed."))
        return
    with st.container(horizontal=True, vertical_alignment="bottom"):
        output = _choose("output", dict(zip(known, (model.outputs[number] for number in known), strict=True)))
        index = _index(a.unbroken[output], cursor.time)
        names = [entry.name for entry in entries_of(model)]
        given = _choose("given", dict(enumerate(names)))
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
        _("The number of {name}").format(name=_told(model.outputs[output], index)),
        (shown.key, output, index, given),
        tokens=a.tokens if given == 0 and len(a.tokens) == len(answer.given) else (),
        other=other,
        titles={"other": _("B")},
        keep=not shown.given.is_own,
    )
    show_attribution(PAGE, asked)


def _choose(name: str, titles: dict[int, str]) -> int:
    """Draws a choice among several; returns its number, counted from 0."""
    numbers = {1 + number: title for number, title in titles.items()}
    if PAGE.get(name) not in numbers:
        PAGE.set(**{name: next(iter(numbers))})
    if len(numbers) > 1:
        PAGE.draw(name, titles=numbers, width=260)
    return PAGE.get(name) - 1


def _index(output: np.ndarray | None, time: int) -> tuple[int, ...]:
    """Which number of an output: of the chosen class, at the step of the cursor if there is one for each step."""
    assert output is not None
    width = output.shape[-1]
    step = (min(time, output.shape[1] - 1),) if output.ndim == 3 else ()
    names = dict(enumerate(class_names(width)))
    if PAGE.get("number") not in range(1, width + 1):
        PAGE.set(number=1 + int(output[(0, *step)].argmax()))
    return (*step, _choose("number", names))


def _of_other(shown: Shown, output: int, index: tuple[int, ...], given: int) -> Answer | None:
    """The same number of the answer to B, if it has one."""
    b: Pass | None = shown.passes.get("B")
    theirs = None if b is None else b.unbroken[output]
    if b is None or theirs is None or (len(index) == 2 and index[0] >= theirs.shape[1]):
        return None
    return answer_of(shown.given.model, b.inputs, output=output, index=index, given=given)


def _told(name: str, index: tuple[int, ...]) -> str:
    return f"{name}[{', '.join(map(str, index))}]"
