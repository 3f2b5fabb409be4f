"""The choice of one number among those that the model answers to A."""

from dataclasses import dataclass

import numpy as np
import streamlit as st

from lstm_viz.app.language import _
from lstm_viz.lessons.your_model.ui.controls import Shown
from lstm_viz.lessons.your_model.ui.page import PAGE
from lstm_viz.lessons.your_model.ui.viewer import class_names


@dataclass(frozen=True)
class Chosen:
    """A number of the answer.

    Attributes:
        output: Which output of the model.
        index: Which of its numbers: (class,), or (step, class) if there is an answer at each step.
        name: What it is called.
    """

    output: int
    index: tuple[int, ...]
    name: str


def choose_number(shown: Shown, time: int) -> Chosen | None:
    """Draws the choice; None if the answer of the model is not known, which is then said."""
    model, a = shown.given.model, shown.passes["A"]
    known = [number for number, output in enumerate(a.unbroken) if output is not None and output.ndim in (2, 3)]
    if not model.outputs or not known:
        st.info(_("The answer of the model is not known here: the file does not say it, or a layer is not computed."))
        return None
    with st.container(horizontal=True, vertical_alignment="bottom"):
        output = choose("output", dict(zip(known, (model.outputs[number] for number in known), strict=True)))
        index = _index(a.unbroken[output], time)
    return Chosen(output, index, f"{model.outputs[output]}[{', '.join(map(str, index))}]")


def choose(name: str, titles: dict[int, str]) -> int:
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
    return (*step, choose("number", names))
