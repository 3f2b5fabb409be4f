"""The panel Break it: interventions are planned, listed and undone, and the answers before and after are compared."""

from functools import partial
from typing import Any

import streamlit as st

from lstm_viz.app.charts import draw
from lstm_viz.app.language import _
from lstm_viz.charts.theme import SIGNAL_ORDER, Mode
from lstm_viz.charts.words import signal_titles
from lstm_viz.engine.cell import SIGNALS
from lstm_viz.explain.planned_edits import (
    ACTIONS,
    DECIMALS,
    LARGEST_VALUE,
    MOST_EDITS,
    PlannedEdit,
    read_edits,
    write_edits,
)
from lstm_viz.i18n import Translate
from lstm_viz.lessons.memory_lab.ui.page import PAGE
from lstm_viz.lessons.memory_lab.ui.scene import SceneStep


def show_breaking(shown: SceneStep) -> None:
    """Draws the controls, the interventions in force, and the answers before and after them."""
    planned = _plan(shown)
    edits = read_edits(PAGE.get("edits"))
    is_full = len(edits) >= MOST_EDITS
    if st.button(_("Apply"), icon=":material/bolt:", key="lab_do", disabled=is_full):
        _set_edits((*edits, planned))
    _list(edits, shown)
    draw(partial(_answer_charts, shown), "answers", (shown.scene.key, shown.name), time=_cursor(shown)["time"])
    if shown.scene.edits:
        _changed_cells(shown)


def action_names() -> dict[str, str]:
    """Action → its title on the page."""
    return {
        "erase": _("erase"),
        "clamp": _("set to"),
        "scale": _("multiply by"),
        "copy": _("copy from the other sequence"),
    }


def _plan(shown: SceneStep) -> PlannedEdit:
    """Draws the controls. Returns the intervention they describe, at the unit and step of the viewer's cursor."""
    kind = shown.scene.model.weights.kind
    titles, actions = signal_titles(_), action_names()
    signals = [name for name in SIGNAL_ORDER if name in SIGNALS[kind]]
    with st.container(horizontal=True, vertical_alignment="bottom"):
        action = st.selectbox(_("What to do"), ACTIONS, format_func=actions.get, key="lab_edit_action", width=230)
        signal = st.selectbox(
            _("Signal"),
            signals,
            index=signals.index(shown.memory),
            format_func=titles.get,
            key=f"lab_edit_signal_{kind}",
            width=170,
        )
        value = 0.0
        if action in ("clamp", "scale"):
            value = st.number_input(
                _("Value"),
                -float(LARGEST_VALUE),
                float(LARGEST_VALUE),
                1.0,
                step=0.1,
                format="%g",
                key=f"lab_edit_{action}",
                width=130,
            )
        all_units = st.toggle(_("all units"), key="lab_edit_all")
        onwards = st.toggle(_("from this step on"), key="lab_edit_onwards")
    unit = None if all_units else shown.unit
    planned = PlannedEdit(shown.name, signal, unit, shown.time, onwards, action, round(float(value), DECIMALS))
    st.caption(_("Choose the unit and the step in the viewer above. To be applied: {edit}").format(edit=say(planned)))
    return planned


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


def _set_edits(edits: tuple[PlannedEdit, ...]) -> None:
    PAGE.set(edits=write_edits(edits))
    st.rerun()


def _list(edits: tuple[PlannedEdit, ...], shown: SceneStep) -> None:
    """Draws each intervention with a button that undoes it, and marks those that do not fit this network."""
    for number, edit in enumerate(edits):
        with st.container(horizontal=True, vertical_alignment="center"):
            if st.button(_("Undo"), key=f"lab_undo_{number}", icon=":material/undo:", type="tertiary"):
                _set_edits(edits[:number] + edits[number + 1 :])
            rests = "" if edit in shown.scene.edits else _(" (not applied: this network or sequence has no such value)")
            st.text(say(edit) + rests)
    if len(edits) > 1 and st.button(_("Undo all"), key="lab_undo_all", type="tertiary"):
        _set_edits(())


def _answer_charts(shown: SceneStep, *, gettext: Translate, mode: Mode, time: int) -> list[Any]:
    from lstm_viz.lessons.memory_lab.charts.answer_steps import answer_steps
    from lstm_viz.lessons.memory_lab.charts.answers import answers

    scene, name = shown.scene, shown.name
    before, after = scene.passes[name], scene.changed[name]
    alphabet, targets = scene.task.alphabet, list(before.targets)
    bars = answers(
        before.probabilities[time],
        after.probabilities[time],
        symbols=alphabet,
        time=time,
        gettext=gettext,
        answer=targets[time],
        sequence=name,
        mode=mode,
    )
    lines = answer_steps(
        before.probabilities[range(len(targets)), targets],
        after.probabilities[range(len(targets)), targets],
        answers=scene.task.names(targets),
        time=time,
        gettext=gettext,
        tokens=before.tokens,
        sequence=name,
        mode=mode,
    )
    return [bars, lines]


def _changed_cells(shown: SceneStep) -> None:
    """Draws which numbers of a signal the interventions changed."""
    from lstm_viz.explain.changes import changed_cells

    scene, name = shown.scene, shown.name
    cells = changed_cells(scene.passes[name].trace, scene.changed[name].trace)
    titles = signal_titles(_)
    signal = st.segmented_control(
        _("Signal whose changes are shown"),
        [signal for signal in SIGNAL_ORDER if signal in cells],
        format_func=lambda signal: f"{titles[signal]} ({int(cells[signal].sum())})",
        default=shown.memory,
        key=f"lab_changed_{scene.model.weights.kind}",
        required=True,
    )
    draw(partial(_changed_charts, shown, signal), f"changed_{signal}", (shown.scene.key, name), **_cursor(shown))


def _cursor(shown: SceneStep) -> dict[str, Any]:
    return {"time": min(shown.time, shown.scene.passes[shown.name].trace.steps - 1), "unit": shown.unit}


def _changed_charts(
    shown: SceneStep, signal: str, *, gettext: Translate, mode: Mode, time: int, unit: int
) -> list[Any]:
    from lstm_viz.lessons.memory_lab.charts.changed import changed

    before, after = shown.scene.passes[shown.name], shown.scene.changed[shown.name]
    tokens = before.tokens
    return [
        changed(
            before.trace,
            after.trace,
            signal=signal,
            time=time,
            gettext=gettext,
            unit=unit,
            tokens=tokens,
            mode=mode,
        )
    ]
