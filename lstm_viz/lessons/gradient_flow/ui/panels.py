"""What the page Gradient flow shows of the norms, a panel at a time."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, NamedTuple

import streamlit as st

from lstm_viz.app import session
from lstm_viz.app.charts import draw
from lstm_viz.app.choices import choose_one
from lstm_viz.app.files import file_button, show_code
from lstm_viz.app.from_keras import wait_for_keras
from lstm_viz.app.language import _
from lstm_viz.app.panel_switch import choose_panel
from lstm_viz.charts.theme import Mode
from lstm_viz.i18n import Translate
from lstm_viz.keras_code import LAYERS
from lstm_viz.lessons.gradient_flow import tables
from lstm_viz.lessons.gradient_flow.code import gradient_code
from lstm_viz.lessons.gradient_flow.link import to_link
from lstm_viz.lessons.gradient_flow.results import GradientFlow
from lstm_viz.lessons.gradient_flow.settings import FlowSettings
from lstm_viz.lessons.gradient_flow.ui.loaders import load_flows
from lstm_viz.lessons.gradient_flow.ui.page import PAGE
from lstm_viz.lessons.gradient_flow.ui.training import show_gap
from lstm_viz.tables import csv

Flows = Mapping[str, GradientFlow]


class Shown(NamedTuple):
    """What a panel is about."""

    settings: FlowSettings
    flows: Flows


@st.fragment(key="flow_panels")
def show_panels(settings: FlowSettings) -> None:
    """The chosen panel; then the link is written."""
    names = {
        "flow": _("Back through the steps"),
        "forget": _("Forget gates"),
        "gap": _("How far back it learns"),
        "data": _("Data"),
        "code": _("Keras code"),
    }
    panel = choose_panel(PAGE, names)
    if panel == "gap":
        show_gap()
    elif flows := wait_for_keras(partial(load_flows, settings)):
        DRAW[panel](Shown(settings, flows))
    session.write_link(PAGE, to_link(PAGE.settings(), settings))


# Altair takes a fifth of a second to import: the charts are imported when the first is drawn.


def _flow(shown: Shown) -> None:
    draw(partial(_flow_charts, shown.flows), "gradient_flow", shown.settings)


def _flow_charts(flows: Flows, *, gettext: Translate, mode: Mode) -> list[Any]:
    from lstm_viz.lessons.gradient_flow.charts.gradient_flow import loss_norms, state_norms

    losses = {name: flow.loss for name, flow in flows.items()}
    by_loss = {name: flow.loss_by_state for name, flow in flows.items()}
    by_state = {name: flow.by_state for name, flow in flows.items()}
    return [
        state_norms(by_state, gettext=gettext, mode=mode),
        loss_norms(by_loss, losses, gettext=gettext, mode=mode),
    ]


def _forget(shown: Shown) -> None:
    draw(partial(_forget_charts, shown.flows["lstm"]), "forget_gates", shown.settings)
    st.markdown(
        _(
            "From step to step the cell is multiplied by the forget gate, c_t = f_t · c_{t−1} + i_t · g_t. If nothing "
            "else linked the steps, its gradient would be the product of the forget gates alone. But gates and "
            "candidate also read h_{t−1}, which shows the cell: by that way more arrives, or less. Scale the recurrent "
            "weights towards 0, and the two lines meet."
        )
    )


def _forget_charts(flow: GradientFlow, *, gettext: Translate, mode: Mode) -> list[Any]:
    from lstm_viz.lessons.gradient_flow.charts.forget_product import forget_product

    cell, product, difference = flow.cell, flow.forget_product, flow.forget_difference
    if cell is None or product is None or difference is None:
        raise ValueError("The norms must be of an LSTM.")
    return [forget_product(cell, product, difference, gettext=gettext, mode=mode)]


def _data(shown: Shown) -> None:
    frame = tables.table(shown.flows)
    st.caption(
        _(
            "Norms by step: spectral for hidden and cell, and for the product of forget gates and what it leaves out "
            "of the cell's; Euclidean for the loss's gradients. The loss is in nats."
        )
    )
    st.dataframe(frame, hide_index=True, column_config=_scientific(frame.columns))
    file_button(PAGE, "CSV", lambda: csv(frame), "gradient_flow.csv", "text/csv")


def _scientific(columns: Any) -> dict[str, Any]:
    plain = ("network", "step")
    return {name: st.column_config.NumberColumn(format="%.3e") for name in columns if name not in plain}


def _code(shown: Shown) -> None:
    choose_one(PAGE, "network", _("Network"), LAYERS)
    st.caption(_("Prints exactly these norms, by Keras's own cell and TensorFlow's GradientTape."))
    show_code(PAGE, gradient_code(shown.settings, PAGE.get("network")), "gradient_flow.py")


DRAW: dict[str, Callable[[Shown], None]] = {"flow": _flow, "forget": _forget, "data": _data, "code": _code}
