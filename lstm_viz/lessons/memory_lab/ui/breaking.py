"""The panel Break it: interventions are planned, listed and undone, and the answers before and after are compared."""

from functools import partial
from typing import Any

import streamlit as st

from lstm_viz.app.breaking import show_planning
from lstm_viz.app.charts import draw
from lstm_viz.app.language import _
from lstm_viz.charts.theme import Mode
from lstm_viz.charts.words import signal_titles
from lstm_viz.engine.cell import SIGNAL_ORDER
from lstm_viz.explain.changes import changed_cells
from lstm_viz.i18n import Translate
from lstm_viz.lessons.memory_lab.ui.page import PAGE
from lstm_viz.lessons.memory_lab.ui.scene import SceneStep
from lstm_viz.viewer import Cursor


def show_breaking(shown: SceneStep) -> None:
    """Draws the controls, the interventions in force, and the answers before and after them."""
    cursor = Cursor(shown.time, shown.unit, shown.name)
    show_planning(PAGE, shown.scene.model.weights.kind, cursor, shown.scene.edits)
    draw(partial(_answer_charts, shown), "answers", (shown.scene.key, shown.name), time=_cursor(shown)["time"])
    if shown.scene.edits:
        _changed_cells(shown)


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
