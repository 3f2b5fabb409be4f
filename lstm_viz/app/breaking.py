"""Interventions: erased at the viewer's cursor, or planned, listed and undone. The page has a setting "edits"."""

from collections.abc import Sequence

import streamlit as st

from lstm_viz.app.language import _
from lstm_viz.app.page import Page, selectbox
from lstm_viz.charts.words import signal_titles
from lstm_viz.engine.cell import SIGNAL_ORDER, SIGNALS
from lstm_viz.engine.intervene import ACTIONS
from lstm_viz.explain.narrate_words import memory_name
from lstm_viz.explain.planned_edits import DECIMALS, LARGEST_VALUE, MOST_EDITS, PlannedEdit, read_edits, write_edits
from lstm_viz.viewer import Cursor


def show_breaking(page: Page, kind: str, edits: Sequence[PlannedEdit], cursor: Cursor) -> None:
    """Draws a button that erases the memory of the cursor's unit after its step, and one that undoes all edits.

    Args:
        page: The page.
        kind: The kind of the layer.
        edits: The interventions in force.
        cursor: Where the viewer is.
    """
    sequence, memory = ("B" if cursor.show == "B" else "A"), memory_name(kind)
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


def show_planning(page: Page, kind: str, cursor: Cursor, in_force: Sequence[PlannedEdit]) -> None:
    """Draws the controls of an intervention at the cursor, and all interventions, each with a button that undoes it.

    Args:
        page: The page.
        kind: The kind of the layer.
        cursor: Where the viewer is.
        in_force: The interventions that fit what is shown.
    """
    planned = _plan(page, kind, cursor)
    edits = read_edits(page.get("edits"))
    is_full = len(edits) >= MOST_EDITS
    if st.button(_("Apply"), icon=":material/bolt:", key=page.key("do"), disabled=is_full):
        _set(page, (*edits, planned))
    _list(page, edits, in_force)


def action_names() -> dict[str, str]:
    """Action → its title on the page."""
    return {
        "erase": _("erase"),
        "clamp": _("set to"),
        "scale": _("multiply by"),
        "copy": _("copy from the other sequence"),
    }


def _plan(page: Page, kind: str, cursor: Cursor) -> PlannedEdit:
    """Draws the controls. Returns the intervention they describe, at the unit and step of the viewer's cursor."""
    titles, actions = signal_titles(_), action_names()
    signals = [name for name in SIGNAL_ORDER if name in SIGNALS[kind]]
    with st.container(horizontal=True, vertical_alignment="bottom"):
        key = page.key("edit_action")
        action = selectbox(_("What to do"), ACTIONS, format_func=actions.get, key=key, width=230)
        signal = selectbox(
            _("Signal"),
            signals,
            index=signals.index(memory_name(kind)),
            format_func=titles.get,
            key=page.key(f"edit_signal_{kind}"),
            width=170,
        )
        value = _value(page, action) if action in ("clamp", "scale") else 0.0
        all_units = st.toggle(_("all units"), key=page.key("edit_all"))
        onwards = st.toggle(_("from this step on"), key=page.key("edit_onwards"))
    unit, sequence = None if all_units else cursor.unit, "B" if cursor.show == "B" else "A"
    planned = PlannedEdit(sequence, signal, unit, cursor.time, onwards, action, round(value, DECIMALS))
    st.caption(_("Choose the unit and the step in the viewer above. To be applied: {edit}").format(edit=say(planned)))
    return planned


def _value(page: Page, action: str) -> float:
    most, key = float(LARGEST_VALUE), page.key(f"edit_{action}")
    return float(st.number_input(_("Value"), -most, most, 1.0, step=0.1, format="%g", key=key, width=130))


def say(edit: PlannedEdit) -> str:
    """The intervention as a sentence."""
    unit = _("all units") if edit.unit is None else _("unit {unit}").format(unit=edit.unit + 1)
    step = _("from step {step} on") if edit.onwards else _("at step {step}")
    action = action_names()[edit.action]
    number = f" {edit.value:g}" if edit.action in ("clamp", "scale") else ""
    return _("sequence {sequence}, {signal}, {unit}, {step}: {action}").format(
        sequence=edit.sequence,
        signal=signal_titles(_)[edit.signal],
        unit=unit,
        step=step.format(step=edit.time + 1),
        action=action + number,
    )


def _list(page: Page, edits: tuple[PlannedEdit, ...], in_force: Sequence[PlannedEdit]) -> None:
    """Draws each intervention with a button that undoes it, and marks those that do not fit this network."""
    for number, edit in enumerate(edits):
        with st.container(horizontal=True, vertical_alignment="center"):
            if st.button(_("Undo"), key=page.key(f"undo_{number}"), icon=":material/undo:", type="tertiary"):
                _set(page, edits[:number] + edits[number + 1 :])
            rests = "" if edit in in_force else _(" (not applied: this network or sequence has no such value)")
            st.text(say(edit) + rests)
    if len(edits) > 1 and st.button(_("Undo all"), key=page.key("undo_all"), type="tertiary"):
        _set(page, ())


def _set(page: Page, edits: tuple[PlannedEdit, ...]) -> None:
    page.set(edits=write_edits(edits))
    st.rerun()
