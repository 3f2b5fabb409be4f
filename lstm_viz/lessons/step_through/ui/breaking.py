"""Erases the memory at the viewer's cursor, and lists the interventions in force."""

from collections.abc import Mapping

import streamlit as st

from lstm_viz.app.language import _
from lstm_viz.charts.words import signal_titles
from lstm_viz.engine.cell import STATES
from lstm_viz.explain.planned_edits import MOST_EDITS, PlannedEdit, write_edits
from lstm_viz.lessons.step_through.ui.page import PAGE
from lstm_viz.lessons.step_through.view import LAB, Pass, SteppingView, fitting
from lstm_viz.viewer import Cursor


def show_breaking(view: SteppingView, passes: Mapping[str, Pass], cursor: Cursor) -> None:
    """Draws a button that erases the memory of the cursor's unit after its step, and one that undoes all edits.

    Networks of the Memory lab are broken there.
    """
    if view.model == LAB:
        return
    edits = tuple(fitting(view.edits, passes))
    sequence, memory = ("B" if cursor.show == "B" else "A"), STATES[view.layer][-1]
    planned = PlannedEdit(sequence, memory, cursor.unit, cursor.time, onwards=False, action="erase")
    label = _("Erase the {signal} of unit {unit} after step {step} of {sequence}").format(
        signal=signal_titles(_)[memory], unit=cursor.unit + 1, step=cursor.time + 1, sequence=sequence
    )
    is_off = planned in edits or len(edits) >= MOST_EDITS
    with st.container(horizontal=True, vertical_alignment="center"):
        if st.button(label, icon=":material/ink_eraser:", key=PAGE.key("erase"), disabled=is_off):
            _set((*edits, planned))
        if edits:
            if st.button(_("Undo all"), icon=":material/undo:", key=PAGE.key("undo")):
                _set(())
            st.caption(
                _("Interventions applied: {count}. The figure shows the pass with them.").format(count=len(edits))
            )


def _set(edits: tuple[PlannedEdit, ...]) -> None:
    PAGE.set(edits=write_edits(edits))
    st.rerun()
