"""What stands below the stepping viewer and follows its cursor."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

import streamlit as st

from lstm_viz.app import session
from lstm_viz.app.charts import draw
from lstm_viz.app.choices import choose_one
from lstm_viz.app.files import file_button, show_code
from lstm_viz.app.language import _
from lstm_viz.app.panel_switch import choose_panel
from lstm_viz.charts.theme import SIGNAL_ORDER
from lstm_viz.charts.words import signal_titles
from lstm_viz.engine.cell import GATES
from lstm_viz.engine.models import Model
from lstm_viz.explain.narrate import narrate
from lstm_viz.keras_code import keras_code
from lstm_viz.lessons.step_through import tables
from lstm_viz.lessons.step_through.link import panels_for
from lstm_viz.lessons.step_through.ui.page import PAGE
from lstm_viz.lessons.step_through.view import Pass, SteppingView, steps_of
from lstm_viz.tables import csv, parquet

BYTES = "application/octet-stream"


@dataclass(frozen=True)
class Scene:
    """What a panel is about: a view, its passes, and where the viewer's cursor stands, counted from 0."""

    view: SteppingView
    model: Model
    passes: Mapping[str, Pass]
    time: int
    unit: int


@st.fragment(key="panels")
def panels(view: SteppingView, model: Model, passes: Mapping[str, Pass]) -> None:
    """The narration and the chosen panel, for the unit and step of the viewer."""
    scene = Scene(view, model, passes, *_cursor(view))
    DRAW[_choose_panel(scene)](scene)
    session.write_link(PAGE, PAGE.settings() | view.link())


def _cursor(view: SteppingView) -> tuple[int, int]:
    """Step and unit, counted from 0, within what is shown; the link follows."""
    if not view.b:
        st.session_state["show"] = "A"
    steps = steps_of(view, st.session_state["show"])
    st.session_state["step"] = min(max(st.session_state["step"], 1), steps)
    st.session_state["unit"] = min(max(st.session_state["unit"], 1), view.units)
    return st.session_state["step"] - 1, st.session_state["unit"] - 1


def _choose_panel(scene: Scene) -> str:
    names = {
        "words": _("In words"),
        "gates": _("Over time"),
        "arithmetic": _("Arithmetic"),
        "memory": _("Memory"),
        "predictions": _("Predictions"),
        "data": _("Data"),
        "code": _("Keras code"),
    }
    return choose_panel(PAGE, {name: names[name] for name in panels_for(scene.view)})


def _words(scene: Scene) -> None:
    traces = {name: each.trace for name, each in scene.passes.items()}
    tokens = {name: each.tokens for name, each in scene.passes.items()}
    show = st.session_state["show"].removesuffix("-B")
    words = narrate(traces, time=scene.time, unit=scene.unit, tokens=tokens, gettext=_, show=show)
    st.text("\n".join(words))


# Altair takes a fifth of a second to import: the charts are imported when the first is drawn.


def _gates(scene: Scene) -> None:
    from lstm_viz.lessons.step_through.ui.charts import gate_charts

    draw(partial(gate_charts, scene.passes), "gates", scene.view, time=scene.time, unit=scene.unit)


def _arithmetic(scene: Scene) -> None:
    from lstm_viz.lessons.step_through.ui.charts import arithmetic_charts

    gates = [name for name in SIGNAL_ORDER if name in GATES[scene.view.layer]]
    if st.session_state["gate"] not in gates:
        st.session_state["gate"] = gates[0]
    if len(gates) > 1:
        titles = signal_titles(_)
        choose_one(PAGE, "gate", _("Gate"), {name: titles[name] for name in gates})
    cursor = {"time": scene.time, "unit": scene.unit, "gate": st.session_state["gate"]}
    draw(partial(arithmetic_charts, scene.passes), "arithmetic", scene.view, **cursor)


def _memory(scene: Scene) -> None:
    from lstm_viz.lessons.step_through.ui.charts import memory_charts

    draw(partial(memory_charts, scene.passes), "memory", scene.view, time=scene.time, unit=scene.unit)


def _predictions(scene: Scene) -> None:
    from lstm_viz.lessons.step_through.ui.charts import prediction_charts

    draw(partial(prediction_charts, scene.passes), "predictions", scene.view, time=scene.time)


def _data(scene: Scene) -> None:
    passes = scene.passes
    st.caption(_("Unit {unit} at each step. The files hold all units.").format(unit=scene.unit + 1))
    st.dataframe(tables.table(passes, unit=scene.unit), hide_index=True)
    with st.container(horizontal=True):
        file_button(PAGE, "CSV", lambda: csv(tables.table(passes)), "lstm_trace.csv", "text/csv")
        file_button(
            PAGE,
            "Parquet",
            lambda: parquet(tables.table(passes)),
            "lstm_trace.parquet",
            "application/octet-stream",
        )
        for name, each in passes.items():
            npz = f"lstm_trace_{name}.npz"
            file_button(PAGE, f"NPZ {name}", partial(tables.npz, each), npz, BYTES)
    st.caption(_("NPZ files open in a notebook: lstm_viz.Trace.load(path)."))


def _code(scene: Scene) -> None:
    head = None if scene.model.head is None else (scene.model.head.kernel, scene.model.head.bias)
    inputs = {name: each.trace.inputs[0] for name, each in scene.passes.items()}
    st.caption(_("Rebuilds exactly this model and prints exactly these numbers; needs keras and numpy alone."))
    show_code(PAGE, keras_code(scene.model.weights, head, inputs), "lstm_trace.py")


DRAW = {
    "words": _words,
    "gates": _gates,
    "arithmetic": _arithmetic,
    "memory": _memory,
    "predictions": _predictions,
    "data": _data,
    "code": _code,
}
