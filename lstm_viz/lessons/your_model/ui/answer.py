"""The panel Answer: what the model answers, and what the interventions change in it."""

from collections.abc import Mapping, Sequence

import numpy as np
import streamlit as st

from lstm_viz.app.language import _
from lstm_viz.lessons.your_model.passes import Pass
from lstm_viz.lessons.your_model.ui.controls import Shown
from lstm_viz.lessons.your_model.ui.page import PAGE
from lstm_viz.lessons.your_model.ui.viewer import are_probabilities, class_names
from lstm_viz.tables import table_of

MOST_ROWS, MANY, MOST_NUMBERS = 1000, 12, 6


def show_answer(shown: Shown) -> None:
    """Draws a table for each output of the model."""
    model = shown.given.model
    if any(output is not None and are_probabilities(output) for output in shown.passes["A"].outputs):
        PAGE.draw("labels")
    for number, name in enumerate(model.outputs):
        known = {key: each for key, each in shown.passes.items() if each.outputs[number] is not None}
        st.text(name)
        if not known:
            st.info(_("This output comes after a layer that is not computed here."))
            continue
        _show_output(number, known)
    if not model.outputs:
        st.info(_("The file does not say what the model answers: it holds weights alone."))


def _show_output(number: int, passes: Mapping[str, Pass]) -> None:
    output = passes["A"].outputs[number]
    assert output is not None
    if output.ndim not in (2, 3):
        st.text(_("An array of the shape {shape}.").format(shape=output.shape))
        return
    names = class_names(output.shape[-1])
    columns = _columns(number, passes)
    rows = _of_classes(columns, names) if output.ndim == 2 else _of_steps(columns, names)
    st.dataframe(table_of(rows[:MOST_ROWS]), hide_index=True)


def _columns(number: int, passes: Mapping[str, Pass]) -> dict[str, np.ndarray]:
    """The heading of a column → what the model answers: for each sequence, and without its interventions."""
    columns: dict[str, np.ndarray] = {}
    for name, each in passes.items():
        answers = {name: each.outputs[number]}
        if each.edited:
            answers = {
                _("{name}, with the interventions").format(name=name): each.outputs[number],
                _("{name}, without them").format(name=name): each.unbroken[number],
            }
        columns |= {heading: answer[0] for heading, answer in answers.items() if answer is not None}
    return columns


def _of_classes(columns: Mapping[str, np.ndarray], names: Sequence[str]) -> list[dict[str, object]]:
    """A row for each number of an output, the largest of A first if there are many."""
    first = next(iter(columns.values()))
    order = np.argsort(-first, kind="stable") if len(first) > MANY else np.arange(len(first))
    return [
        {_("Output"): names[place], **{heading: f"{answer[place]:.4f}" for heading, answer in columns.items()}}
        for place in order.tolist()
    ]


def _of_steps(columns: Mapping[str, np.ndarray], names: Sequence[str]) -> list[dict[str, object]]:
    """A row for each step: the numbers, or the most probable class and its probability."""
    longest = max(len(answer) for answer in columns.values())
    return [
        {
            _("Step"): step + 1,
            **{
                heading: _told(answer[step], names) if step < len(answer) else "" for heading, answer in columns.items()
            },
        }
        for step in range(longest)
    ]


def _told(answer: np.ndarray, names: Sequence[str]) -> str:
    if are_probabilities(answer):
        best = int(answer.argmax())
        return f"{names[best]} ({answer[best]:.2f})"
    more = " …" if len(answer) > MOST_NUMBERS else ""
    return ", ".join(f"{value:.4f}" for value in answer[:MOST_NUMBERS]) + more
