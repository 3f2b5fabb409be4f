"""The panels of the page Gradient flow that show the norms."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

import streamlit as st

from lstm_viz.app.charts import draw
from lstm_viz.app.files import csv_button, headers, show_code
from lstm_viz.app.from_keras import wait_for_keras
from lstm_viz.app.language import _
from lstm_viz.app.predict_first import Question, predict_first
from lstm_viz.charts.theme import Mode
from lstm_viz.i18n import Translate
from lstm_viz.lessons.gradient_flow import tables
from lstm_viz.lessons.gradient_flow.code import gradient_code
from lstm_viz.lessons.gradient_flow.results import GradientFlow
from lstm_viz.lessons.gradient_flow.settings import KERAS_BIAS, FlowSettings, with_other_bias
from lstm_viz.lessons.gradient_flow.ui.loaders import load_flow, load_flows
from lstm_viz.lessons.gradient_flow.ui.page import PAGE

Flows = Mapping[str, GradientFlow]
ONION = "h₃ = tanh(x₃W + b + tanh(x₂W + b + tanh(x₁W + b + h₀U) U) U)"
FACTORS = "∂h_{last} / ∂h_1 = J_{last} · … · J_2,   J_t = diag(1 − h_t²) Uᵀ"


def _of_flows(show: Callable[[FlowSettings, Flows], None]) -> Callable[[FlowSettings], None]:
    """A panel that computes the norms before it shows them."""

    def panel(settings: FlowSettings) -> None:
        flows = wait_for_keras(lambda: load_flows(settings))
        if flows and predict_first(PAGE, _question(settings, flows)):
            show(settings, flows)

    return panel


def _question(settings: FlowSettings, flows: Flows) -> Question:
    """Asks in which network the first step has the largest effect on the last state."""
    names = {"lstm": _("the LSTM's cell state"), "gru": _("the GRU's state"), "simple_rnn": _("the SimpleRNN's state")}
    reached = {name: float(next(iter(flow.by_state.values()))[0]) for name, flow in flows.items()}
    why = _("A small change to {state} at step 1 is multiplied by at most {factor} when it reaches step {last}.")
    return Question(
        settings,
        _("Which of these, changed slightly at step 1, has the largest effect at step {last}?").format(
            last=settings.steps
        ),
        tuple(names.values()),
        names[max(reached, key=lambda name: reached[name])],
        {
            state: why.format(state=state, last=settings.steps, factor=f"{reached[name]:.2g}")
            for name, state in names.items()
        },
    )


# Altair takes 0.2 seconds to import: the functions that draw a chart import it.


@_of_flows
def show_flow(settings: FlowSettings, flows: Flows) -> None:
    """Draws the norms of the derivatives of the last state and of the loss, by each step."""
    draw(partial(flow_charts, flows), "gradient_flow", settings)
    _show_onion(settings, flows["simple_rnn"])
    if settings.state == "untrained":
        _compare_biases(settings, flows["lstm"])


def _show_onion(settings: FlowSettings, network: GradientFlow) -> None:
    """Draws the SimpleRNN's recurrence written out, and the product of Jacobians that is its derivative."""
    nested, product = st.columns(2, gap="large")
    with nested:
        st.markdown(
            _(
                "**Nested like an onion.** Written out, a SimpleRNN's state holds the state of the previous step, and "
                "so on to the first: the same W, U and b in every layer of the onion. Here for 3 of the {steps} steps:"
            ).format(steps=settings.steps)
        )
        st.code(ONION, language=None, wrap_lines=True)
    with product:
        st.markdown(
            _(
                "**Its derivative is a product of Jacobians**, one factor for each layer of the onion that "
                "the gradient passes. From step {last} to step 1 there are {count}; the norm of their product "
                "is {norm}:"
            ).format(last=settings.steps, count=settings.steps - 1, norm=f"{network.hidden[0]:.2g}")
        )
        st.code(FACTORS.format(last=settings.steps), language=None, wrap_lines=True)


def _compare_biases(settings: FlowSettings, lstm: GradientFlow) -> None:
    """Says what another forget bias changes for the LSTM."""
    other = with_other_bias(settings)
    changed = wait_for_keras(lambda: load_flow(other, "lstm"))
    if changed is None or changed.cell is None or lstm.cell is None:
        return
    template = _(
        "With a forget bias of {bias}, a small change to the LSTM's cell state at step 1 is multiplied "
        "by at most {factor} when it reaches step {last}; with {other}, by at most {changed}. Keras's "
        "default bias is {own}."
    )
    biases = {"bias": settings.forget_bias, "other": other.forget_bias, "own": KERAS_BIAS}
    factors = {"factor": f"{lstm.cell[0]:.2g}", "changed": f"{changed.cell[0]:.2g}"}
    st.text(template.format(last=lstm.steps, **biases, **factors))


def flow_charts(flows: Flows, *, gettext: Translate, mode: Mode) -> list[Any]:
    """The charts of the norms of the derivatives of the last state, and of those of the loss."""
    from lstm_viz.lessons.gradient_flow.charts.gradient_flow import loss_norms, state_norms

    losses = {name: flow.loss for name, flow in flows.items()}
    by_loss = {name: flow.loss_by_state for name, flow in flows.items()}
    by_state = {name: flow.by_state for name, flow in flows.items()}
    return [
        state_norms(by_state, gettext=gettext, mode=mode),
        loss_norms(by_loss, losses, gettext=gettext, mode=mode),
    ]


@_of_flows
def show_forget(settings: FlowSettings, flows: Flows) -> None:
    """Draws how much of the gradient of the LSTM's cell state its forget gates alone explain."""
    draw(partial(_forget_charts, flows["lstm"]), "forget_gates", settings)
    st.markdown(
        _(
            "From step to step the cell state is multiplied by the forget gate, c_t = f_t · c_{t−1} + i_t "
            "· g_t. If nothing else linked the steps, its gradient would be the product of the forget "
            "gates alone. But the gates and the candidate also read h_{t−1}, which comes from the cell "
            "state: this makes the gradient larger or smaller. Scale the recurrent weights towards 0, and "
            "the two lines meet."
        )
    )


def _forget_charts(flow: GradientFlow, *, gettext: Translate, mode: Mode) -> list[Any]:
    from lstm_viz.lessons.gradient_flow.charts.forget_product import forget_product

    cell, product, difference = flow.cell, flow.forget_product, flow.forget_difference
    if cell is None or product is None or difference is None:
        raise ValueError("The norms must be of an LSTM.")
    return [forget_product(cell, product, difference, gettext=gettext, mode=mode)]


@_of_flows
def show_data(_settings: FlowSettings, flows: Flows) -> None:
    """Draws all norms as a table, with a button that downloads them."""
    frame = tables.table(flows)
    st.caption(
        _(
            "Norms by step: spectral norms for the hidden state, the cell state, the product of the forget "
            "gates, and what the cell's gradient has beyond this product; Euclidean norms for the "
            "gradients of the loss. The loss is in nats."
        )
    )
    st.dataframe(frame, hide_index=True, column_config=headers(frame.columns) | _scientific(frame.columns))
    csv_button(PAGE, lambda: frame, "gradient_flow.csv")


def _scientific(columns: Any) -> dict[str, Any]:
    plain = ("network", "step")
    titles = headers(columns)
    number = st.column_config.NumberColumn
    return {name: number(titles.get(name), format="%.3e") for name in columns if name not in plain}


@_of_flows
def show_code_panel(settings: FlowSettings, _flows: Flows) -> None:
    """Draws the script that prints these norms."""
    network = PAGE.draw("network")
    st.caption(_("Prints exactly these norms with Keras's own cell and TensorFlow's GradientTape."))
    show_code(PAGE, gradient_code(settings, network), "gradient_flow.py")
