"""Draws the figure of each stop of the guided lesson, and names its numbers."""

from collections.abc import Mapping
from typing import Any

from lstm_viz.app.from_keras import Ask
from lstm_viz.app.guide import Figure, Guide, numbers_of
from lstm_viz.app.language import _
from lstm_viz.app.saved_lesson import Part
from lstm_viz.app.viewer_panel import ViewerPanel
from lstm_viz.guided_lesson import Stop
from lstm_viz.lessons.step_through.guide import STOPS
from lstm_viz.lessons.step_through.ui.loaders import load_passes
from lstm_viz.lessons.step_through.ui.page import PAGE
from lstm_viz.lessons.step_through.ui.viewer import contents_of, show_viewer
from lstm_viz.lessons.step_through.view import Pass, traces_of, view_of
from lstm_viz.viewer import Cursor
from lstm_viz.viewer.saved_page import viewer_data

# The lesson has no panels that would follow the cursor.
VIEWER = ViewerPanel(PAGE, saves=False)


def _draw(stop: Stop) -> dict[str, str]:
    view, _problems = view_of(PAGE.values())
    assert view is not None
    model, passes = load_passes(view)
    show_viewer(view, model, passes, VIEWER, hides=stop.hides, lights=stop.lights)
    return _numbers(passes, int(stop.state["step"]) - 1, int(stop.state["unit"]) - 1)


def _figure(stop: Stop, values: Mapping[str, Any], _ask: Ask) -> Figure:
    view, _problems = view_of(values)
    assert view is not None
    model, passes = load_passes(view)
    cursor = Cursor(values["step"] - 1, values["unit"] - 1, values["show"])
    shown = {"cursor": cursor, "cursor_key": str(values["lesson"]), "hides": stop.hides, "lights": stop.lights}
    data = viewer_data(traces_of(passes), _, **shown, **contents_of(view, model, passes))
    # The address names the stop alone.
    return [Part("viewer", data | {"link": None})], _numbers(passes, cursor.time, cursor.unit)


def _numbers(passes: Mapping[str, Pass], time: int, unit: int) -> dict[str, str]:
    """The numbers of A at a step and a unit by signal, those of B as "b_cell", and what A answers there."""
    a, b = ({name: array[0, time, unit] for name, array in passes[key].trace.signals.items()} for key in "AB")
    before = passes["A"].trace.before("cell")[0, time, unit]
    values = {
        **a,
        **{f"b_{name}": value for name, value in b.items()},
        "cell_before": before,
        "kept": a["forget_gate"] * before,
        "written": a["input_gate"] * a["candidate"],
        "difference": a["cell"] - b["cell"],
    }
    probabilities = passes["A"].probabilities
    assert probabilities is not None
    return {**numbers_of(values), "answer": passes["A"].symbols[int(probabilities[time].argmax())]}


GUIDE = Guide(PAGE, STOPS, _draw, _figure)
