"""The panels below the viewer, which follow its cursor."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

import streamlit as st

from lstm_viz.app import session
from lstm_viz.app.breaking import show_breaking, show_planning
from lstm_viz.app.charts import draw
from lstm_viz.app.files import csv_button, headers, parquet_button, show_code, trace_buttons
from lstm_viz.app.language import _
from lstm_viz.app.lesson import choose_panel
from lstm_viz.app.step_panels import STEP_PANELS, StepShown
from lstm_viz.engine.models import Model
from lstm_viz.explain.planned_edits import PlannedEdit, fitting_edits
from lstm_viz.imports import load_libraries
from lstm_viz.keras_code import keras_code
from lstm_viz.lessons.step_through import tables
from lstm_viz.lessons.step_through.settings import panels_for
from lstm_viz.lessons.step_through.ui.page import PAGE
from lstm_viz.lessons.step_through.ui.viewer import VIEWER
from lstm_viz.lessons.step_through.view import Pass, SteppingView, traces_of
from lstm_viz.tables import table
from lstm_viz.viewer import Cursor


@dataclass(frozen=True)
class ShownStep:
    """What a panel shows: a view, its model and passes, and the viewer's cursor."""

    view: SteppingView
    model: Model
    passes: Mapping[str, Pass]
    cursor: Cursor

    @property
    def edits(self) -> list[PlannedEdit]:
        """The interventions in force."""
        return fitting_edits(self.view.edits, traces_of(self.passes))


@st.fragment(key="panels")
def show_panels(view: SteppingView, model: Model, passes: Mapping[str, Pass]) -> None:
    """Draws the narration and the open panel, for the unit and step of the cursor."""
    cursor = VIEWER.fit(traces_of(passes))
    shown = ShownStep(view, model, passes, cursor)
    if not view.lab:  # networks of the Memory lab are broken there
        show_breaking(PAGE, view.layer, shown.edits, cursor)
    panel = choose_panel(PAGE, panels_for(view), VIEWER.offer_page)
    if panel != "words":
        load_libraries()
    if panel in STEP_PANELS:
        STEP_PANELS[panel](_at_step(shown))
    else:
        DRAW[panel](shown)
    session.write_link(PAGE, PAGE.values() | view.link())


def _at_step(shown: ShownStep) -> StepShown:
    passes = shown.passes
    return StepShown(
        page=PAGE,
        traces=traces_of(passes),
        tokens={name: each.tokens for name, each in passes.items()},
        time=shown.cursor.time,
        unit=shown.cursor.unit,
        key=shown.view,
        features=None if passes["A"].targets is None else passes["A"].symbols,
    )


# The import of Altair takes a fifth of a second, so the function below imports it only when it draws the chart.


def _predictions(shown: ShownStep) -> None:
    from lstm_viz.lessons.step_through.ui.charts import prediction_charts

    draw(partial(prediction_charts, shown.passes), "predictions", shown.view, time=shown.cursor.time)


def _break(shown: ShownStep) -> None:
    show_planning(PAGE, shown.view.layer, shown.cursor, shown.edits)


def _data(shown: ShownStep) -> None:
    passes = shown.passes
    st.caption(_("Unit {unit} at each step. The files hold all units.").format(unit=shown.cursor.unit + 1))
    columns = tables.columns(passes, unit=shown.cursor.unit)
    st.dataframe(table(columns), hide_index=True, column_config=headers(columns))
    with st.container(horizontal=True):
        csv_button(PAGE, lambda: tables.table(passes), "lstm_trace.csv")
        parquet_button(PAGE, lambda: tables.table(passes), "lstm_trace.parquet")
        trace_buttons(PAGE, traces_of(passes), "lstm_trace_{sequence}.npz")
    st.caption(_("NPZ files open in a notebook: lstm_viz.Trace.load(path)."))


def _code(shown: ShownStep) -> None:
    head = None if shown.model.head is None else (shown.model.head.kernel, shown.model.head.bias)
    inputs = {name: each.trace.inputs[0] for name, each in shown.passes.items()}
    st.caption(_("Rebuilds exactly this model and prints exactly these numbers; needs only keras and numpy."))
    show_code(PAGE, keras_code(shown.model.weights, head, inputs), "lstm_trace.py")


DRAW = {
    "predictions": _predictions,
    "break": _break,
    "data": _data,
    "code": _code,
}
