"""The panels below the viewer, which follow its cursor."""

from collections.abc import Callable

import streamlit as st

from lstm_viz.app import session
from lstm_viz.app.breaking import show_breaking, show_planning
from lstm_viz.app.lesson import choose_panel
from lstm_viz.app.step_panels import STEP_PANELS, StepShown
from lstm_viz.explain.planned_edits import fitting_edits
from lstm_viz.imports import load_libraries
from lstm_viz.lessons.your_model.passes import traces_of
from lstm_viz.lessons.your_model.settings import PANELS
from lstm_viz.lessons.your_model.ui.answer import show_answer
from lstm_viz.lessons.your_model.ui.check import show_check
from lstm_viz.lessons.your_model.ui.check_up import show_findings
from lstm_viz.lessons.your_model.ui.controls import Shown
from lstm_viz.lessons.your_model.ui.deciding import show_deciding
from lstm_viz.lessons.your_model.ui.files import show_files
from lstm_viz.lessons.your_model.ui.mattered import show_mattered
from lstm_viz.lessons.your_model.ui.model import show_model
from lstm_viz.lessons.your_model.ui.page import PAGE
from lstm_viz.lessons.your_model.ui.units import show_units
from lstm_viz.lessons.your_model.ui.viewer import VIEWER
from lstm_viz.viewer import Cursor


@st.fragment(key=PAGE.key("panels"))
def show_panels(shown: Shown) -> None:
    """Draws the open panel, for the unit and step of the cursor, and writes the link."""
    if not shown.passes:
        show_model(shown)
        session.write_link(PAGE)
        return
    traces = traces_of(shown.passes)
    cursor = VIEWER.fit(traces)
    VIEWER.offer_page()
    kind = traces["A"].kind
    show_breaking(PAGE, kind, fitting_edits(PAGE.get("edits"), traces), cursor)
    is_broken = any(each.edited for each in shown.passes.values())
    hidden = {"memory"} if kind != "lstm" else set()
    hidden |= {"words", "arithmetic", "memory"} if is_broken else set()
    panel = choose_panel(PAGE, [name for name in PANELS if name not in hidden])
    if panel not in ("words", "model"):
        load_libraries()
    if panel in STEP_PANELS:
        STEP_PANELS[panel](_at_step(shown, cursor))
    elif panel in AT_CURSOR:
        AT_CURSOR[panel](shown, cursor)
    else:
        DRAW[panel](shown)
    session.write_link(PAGE)


def _at_step(shown: Shown, cursor: Cursor) -> StepShown:
    return StepShown(
        page=PAGE,
        traces=traces_of(shown.passes),
        tokens={name: each.tokens for name, each in shown.passes.items()},
        time=cursor.time,
        unit=cursor.unit,
        key=shown.key,
        keep=not shown.given.is_own,
    )


def _break(shown: Shown, cursor: Cursor) -> None:
    """The controls of an intervention, and the answers with those in force and without them."""
    traces = traces_of(shown.passes)
    show_planning(PAGE, traces["A"].kind, cursor, fitting_edits(PAGE.get("edits"), traces))
    show_answer(shown)


AT_CURSOR: dict[str, Callable[[Shown, Cursor], None]] = {
    "break": _break,
    "deciding": show_deciding,
    "mattered": show_mattered,
    "units": show_units,
}
DRAW: dict[str, Callable[[Shown], None]] = {
    "model": show_model,
    "answer": show_answer,
    "check_up": show_findings,
    "keras": show_check,
    "files": show_files,
}
