"""Erases the memory at the viewer's cursor, and lists the interventions in force. The page has a setting "edits"."""

from collections.abc import Sequence

import streamlit as st

from lstm_viz.app.language import _
from lstm_viz.app.page import Page
from lstm_viz.charts.words import signal_titles
from lstm_viz.engine.cell import STATES
from lstm_viz.explain.planned_edits import MOST_EDITS, PlannedEdit, write_edits
from lstm_viz.viewer import Cursor


def show_breaking(page: Page, kind: str, edits: Sequence[PlannedEdit], cursor: Cursor) -> None:
    """Draws a button that erases the memory of the cursor's unit after its step, and one that undoes all edits.

    Args:
        page: The page.
        kind: The kind of the layer.
        edits: The interventions in force.
        cursor: Where the viewer is.
    """
    sequence, memory = ("B" if cursor.show == "B" else "A"), STATES[kind][-1]
    planned = PlannedEdit(sequence, memory, cursor.unit, cursor.time, onwards=False, action="erase")
    label = _("Erase the {signal} of unit {unit} after step {step} of {sequence}").format(
        signal=signal_titles(_)[memory], unit=cursor.unit + 1, step=cursor.time + 1, sequence=sequence
    )
    is_off = planned in edits or len(edits) >= MOST_EDITS
    with st.container(horizontal=True, vertical_alignment="center"):
        if st.button(label, icon=":material/ink_eraser:", key=page.key("erase"), disabled=is_off):
            _set(page, (*edits, planned))
        if edits:
            if st.button(_("Undo all"), icon=":material/undo:", key=page.key("undo")):
                _set(page, ())
            st.caption(
                _("Interventions applied: {count}. The figure shows the pass with them.").format(count=len(edits))
            )


def _set(page: Page, edits: tuple[PlannedEdit, ...]) -> None:
    page.set(edits=write_edits(edits))
    st.rerun()
