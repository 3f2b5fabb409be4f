"""The panel Which unit decides: a number of the answer to A, without the memory of each unit in turn."""

import numpy as np
import streamlit as st

from lstm_viz.app.language import _
from lstm_viz.app.messages import show_problem
from lstm_viz.charts.words import signal_titles
from lstm_viz.data import InputError
from lstm_viz.explain.narrate_words import memory_name
from lstm_viz.lessons.your_model.deciding import answers_without
from lstm_viz.lessons.your_model.large import MOST_UNITS
from lstm_viz.lessons.your_model.ui.controls import Shown
from lstm_viz.lessons.your_model.ui.number import Chosen, choose_number
from lstm_viz.lessons.your_model.ui.page import PAGE
from lstm_viz.lessons.your_model.ui.units import jump, order_of
from lstm_viz.tables import table_of
from lstm_viz.viewer import Cursor


def show_deciding(shown: Shown, cursor: Cursor) -> None:
    """Draws the units, those first without which the number changes most. A click opens the unit in the viewer."""
    a = shown.passes["A"]
    if (chosen := choose_number(shown, cursor.time)) is None:
        return
    if len(a.trace.inputs) > 1:
        st.info(_("This layer runs at each step of another one, so no single unit is erased here."))
        return
    units = _units(shown, cursor)
    try:
        outputs = _found(shown, chosen, units)
    except InputError as problem:
        show_problem(problem)
        return
    answer = a.unbroken[chosen.output]
    assert answer is not None
    before = float(answer[(0, *chosen.index)])
    after = np.array([each[chosen.index] for each in outputs], float)
    memory = signal_titles(_)[memory_name(a.trace.kind)]
    template = _("{name} is {value}. Each row: the {memory} of one unit is kept at 0, at every step.")
    st.text(template.format(name=chosen.name, value=f"{before:.4f}", memory=memory))
    if len(units) < a.trace.units:
        st.caption(_("These are the units that the viewer shows."))
    _draw(units, before, after)


def _units(shown: Shown, cursor: Cursor) -> list[int]:
    """All units, or of many those of the viewer's window."""
    order = order_of(shown)
    place = int(np.flatnonzero(order == cursor.unit)[0]) // MOST_UNITS * MOST_UNITS
    return [int(unit) for unit in order[place : place + MOST_UNITS]]


def _found(shown: Shown, chosen: Chosen, units: list[int]) -> np.ndarray:
    """The outputs without each unit, kept by the session as long as nothing of them changes."""
    key = (shown.given.key, shown.key, chosen.output, tuple(units))
    if (PAGE.find("without_units") or (None,))[0] != key:
        inputs = shown.passes["A"].inputs
        found = answers_without(shown.given.model, inputs, shown.place, units, chosen.output)
        PAGE.set(without_units=(key, found))
    return PAGE.get("without_units")[1]


def _draw(units: list[int], before: float, after: np.ndarray) -> None:
    order = np.argsort(-np.abs(np.nan_to_num(after - before, nan=np.inf)), kind="stable")
    rows = [
        {_("Unit"): 1 + units[at], _("Without it"): f"{after[at]:.4f}", _("Change"): f"{after[at] - before:+.4f}"}
        for at in order.tolist()
    ]
    key = PAGE.key("deciding")
    picked = st.dataframe(table_of(rows), hide_index=True, key=key, on_select="rerun", selection_mode="single-row")
    for row in picked["selection"]["rows"][:1]:
        if PAGE.get("unit") != (unit := 1 + units[int(order[row])]):
            jump(unit=unit)
