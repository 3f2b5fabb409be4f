"""The table of all combinations of the switches. A click on a cell chooses its call."""

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from lstm_viz.app.from_keras import ask_keras
from lstm_viz.app.language import _
from lstm_viz.keras_code import LAYERS as KERAS_NAMES
from lstm_viz.lessons.what_it_returns import remote
from lstm_viz.lessons.what_it_returns.call import LAYERS, Call
from lstm_viz.lessons.what_it_returns.combinations import (
    ROWS,
    WRAPS,
    CombinationRow,
    calls_of,
    signatures,
    wrap_of,
)
from lstm_viz.lessons.what_it_returns.ui.controls import ChosenCall
from lstm_viz.lessons.what_it_returns.ui.page import PAGE
from lstm_viz.tables import table

if TYPE_CHECKING:
    import pyarrow

COLUMNS = {KERAS_NAMES[layer]: layer for layer in LAYERS}


def show_combinations(chosen: ChosenCall) -> None:
    """Draws the table: a row for each combination of switches, a column for each layer."""
    st.caption(_("How many tensors each call returns on this x, and their shapes. Click a cell to choose its call."))
    frame = _frame(chosen)
    if frame is None:
        return
    key = PAGE.key("board")
    row = CombinationRow(wrap_of(chosen.call), chosen.call.return_sequences, chosen.call.return_state)
    st.session_state[key] = {"selection": {"cells": [(ROWS.index(row), KERAS_NAMES[chosen.call.layer])]}}
    st.dataframe(
        frame,
        hide_index=True,
        height="content",
        key=key,
        on_select=partial(_choose, chosen.call),
        selection_mode="single-cell",
    )


def _choose(call: Call) -> None:
    """Sets the switches to the arguments of the clicked cell."""
    for row, column in st.session_state[PAGE.key("board")]["selection"]["cells"]:
        if column in COLUMNS:
            wanted = ROWS[row].call(call, COLUMNS[column])
            names = ("layer", "return_sequences", "return_state", *WRAPS[0])
            PAGE.set(**{name: getattr(wanted, name) for name in names})


def _frame(chosen: ChosenCall) -> "pyarrow.Table | None":
    """The table, or None if Keras is not available."""
    columns: dict[str, list] = {
        _("Arguments"): [row.arguments or "–" for row in ROWS],
        "return_sequences": [row.return_sequences for row in ROWS],
        "return_state": [row.return_state for row in ROWS],
    }
    calls = [call for layer in LAYERS for wrap in range(len(WRAPS)) for call in calls_of(chosen.call, layer, wrap)]
    found = ask_keras(remote.output_shapes, tuple(calls), chosen.inputs.x.shape)
    if found is None:
        return None
    for number, title in enumerate(COLUMNS):
        columns[title] = signatures(found[number * len(ROWS) : (number + 1) * len(ROWS)])
    return table(columns)
