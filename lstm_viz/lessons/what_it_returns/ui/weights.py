"""The panel with the weights of a layer, cut into gates."""

from functools import partial
from typing import Any

import numpy as np
import streamlit as st

from lstm_viz.app.charts import draw
from lstm_viz.app.language import _
from lstm_viz.charts.theme import Mode
from lstm_viz.charts.words import signal_titles
from lstm_viz.engine.cell import GATES
from lstm_viz.i18n import Translate, counted
from lstm_viz.lessons.what_it_returns.call import Call
from lstm_viz.lessons.what_it_returns.gates import cuts_of, weights_code, weights_of
from lstm_viz.lessons.what_it_returns.results import Returned
from lstm_viz.lessons.what_it_returns.ui.controls import ChosenCall
from lstm_viz.lessons.what_it_returns.ui.page import PAGE


def show_weights(chosen: ChosenCall, result: Returned) -> None:
    """Draws kernel, recurrent kernel and bias as heatmaps, with the code that cuts each into gates."""
    call = chosen.call
    direction = PAGE.draw("direction") if call.bidirectional else ""
    weights = weights_of(call, result, direction)
    st.caption(
        _("Keras counts {count} parameters in this layer of {units}.").format(
            count=f"{result.parameters:,}", units=counted(call.units, "unit", _)
        )
    )
    st.code(_code(call, weights, direction), language=None)
    for name in weights:
        draw(partial(_chart, call, weights, name), f"weights_{name}", (chosen, direction))


def _code(call: Call, weights: dict[str, np.ndarray], direction: str) -> str:
    """The code that cuts the weights into gates, with the shape of each cut."""
    titles = signal_titles(_)
    lines = [(weights_code(call, direction), ", ".join(str(array.shape) for array in weights.values()))]
    lines += [(cut.code, f"{titles[cut.gate]} {cut.array.shape}") for cut in cuts_of(call, weights)]
    width = max(len(code) for code, _ in lines)
    return "\n".join(f"{code:{width}}  # {note}" for code, note in lines)


def _chart(call: Call, weights: dict[str, np.ndarray], name: str, *, gettext: Translate, mode: Mode) -> list[Any]:
    # The import of Altair takes a fifth of a second.
    from lstm_viz.lessons.what_it_returns.charts.gate_weights import gate_weights

    array = np.atleast_2d(weights[name])
    title, row, names = {
        "kernel": (gettext("W, the kernel: reads x"), gettext("Feature, counted from 0"), _counted(len(array))),
        "recurrent_kernel": (
            gettext("U, the recurrent kernel: reads h"),
            gettext("Unit of the previous step, counted from 0"),
            _counted(len(array)),
        ),
        "bias": (gettext("b, the bias"), gettext("Product that it is added to"), _bias_rows(len(array))),
    }[name]
    reach = max(float(np.abs(each).max()) for each in weights.values()) or 1.0
    return [
        gate_weights(array, GATES[call.layer], title=title, rows=(row, names), reach=reach, gettext=gettext, mode=mode)
    ]


def _counted(rows: int) -> list[str]:
    return [str(row) for row in range(rows)]


def _bias_rows(rows: int) -> list[str]:
    return [_("input"), _("recurrent")] if rows == 2 else [_("input")]
