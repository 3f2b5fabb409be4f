"""The panel that counts the parameters of a layer of any size."""

import streamlit as st

from lstm_viz.app.comparisons import show_claims
from lstm_viz.app.from_keras import ask_keras
from lstm_viz.app.language import _
from lstm_viz.comparison import Claim, compare
from lstm_viz.lessons.what_it_returns import remote
from lstm_viz.lessons.what_it_returns.parameters import LayerSize
from lstm_viz.lessons.what_it_returns.ui.controls import ChosenCall
from lstm_viz.lessons.what_it_returns.ui.page import PAGE
from lstm_viz.tables import markdown


def show_parameters(chosen: ChosenCall) -> None:
    """Draws the controls of the size, the size of each array of weights, their sum, and Keras's own count."""
    size = _choose_size(chosen)
    st.caption(
        _(
            "The weights of an LSTM have four parts, for its three gates and the candidate; those of a GRU "
            "have three, and those of a SimpleRNN one. The kernels of each part have features × units + units "
            "× units parameters; its bias has one for each unit, or two in a GRU with reset_after=True. The "
            "number of timesteps does not matter."
        )
    )
    header = (_("Weights"), _("Shape"), _("Parameters"))
    rows = [(f"`{each.name}`", f"`{each.code}` = {each.shape}", f"{each.count:,}") for each in size.arrays]
    st.markdown(markdown(header, rows, "<<>"))
    st.markdown(f"**{size.formula} = {size.count:,}**")
    counted = ask_keras(remote.count_params, size)
    if counted is not None:
        show_claims([Claim(compare(f"{size.count:,}", "layer.count_params()", size.count, counted), _note(counted))])


def _choose_size(chosen: ChosenCall) -> LayerSize:
    call = chosen.call
    with st.container(horizontal=True, vertical_alignment="bottom", gap="large"):
        units, features = PAGE.draw("size", width=180), PAGE.draw("features", width=180)
        reset_after = PAGE.draw("reset_after") if call.layer == "gru" else True
    return LayerSize(call.layer, units, features, reset_after, call.bidirectional)


def _note(counted: int) -> str:
    return _("Keras itself counts {count}.").format(count=f"{counted:,}")
