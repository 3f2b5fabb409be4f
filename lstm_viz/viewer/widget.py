"""The viewer in a notebook: JupyterLab, VS Code, Colab, marimo, and whatever else knows anywidget."""

import json
from collections.abc import Mapping
from typing import Any

import anywidget
import traitlets

from lstm_viz.engine.trace import Trace
from lstm_viz.i18n import translation
from lstm_viz.viewer.parts import CSS, HTML, join_modules
from lstm_viz.viewer.payload import Cursor
from lstm_viz.viewer.saved_page import named_traces, viewer_data

_PARTS = f"const VIEWER_CSS = {json.dumps(CSS)};\nconst VIEWER_HTML = {json.dumps(HTML)};\n"


class StepThrough(anywidget.AnyWidget):
    """The viewer as a widget; `show` makes one.

    Attributes:
        time: The step that is shown, counted from 0. Setting it moves the viewer.
        unit: The unit that is shown, counted from 0. Setting it moves the viewer.
        sequence: "A", "B", or "A-B" for their difference. Setting it changes what is shown.
        data: What the browser draws.
    """

    _esm = _PARTS + join_modules("hosts/widget")
    data = traitlets.Dict().tag(sync=True)
    time = traitlets.Int(0).tag(sync=True)
    unit = traitlets.Int(0).tag(sync=True)
    sequence = traitlets.Unicode("A").tag(sync=True)


def show(
    traces: Trace | Mapping[str, Trace], *, language: str = "en", cursor: Cursor | None = None, **contents: Any
) -> StepThrough:
    """Shows the viewer in a notebook.

    Args:
        traces: A trace, or "A" and "B" → two traces of one layer to compare. Sample 0 of each is shown.
        language: "en" or "ko".
        cursor: The step and the unit that are shown first.
        **contents: Arguments of `lstm_viz.viewer.payload`: title, subtitle, tokens, predictions, edited, changed,
            hides, window. Without tokens, a step shows its number.
    """
    named = named_traces(traces)
    first = Cursor.nearest(None, named, cursor or Cursor())
    hides = ["footer", *contents.pop("hides", ())]
    data = viewer_data(named, translation(language).gettext, cursor=first, hides=hides, **contents)
    place = {"time": first.time, "unit": first.unit, "sequence": first.show}
    return StepThrough(data=data | {"link": None}, **place)
