"""The panel Files and code: the gates, the weights and the model to download, and the code that builds it."""

import streamlit as st

from lstm_viz.app.files import csv_button, file_button, npz_button, parquet_button, show_code, trace_buttons
from lstm_viz.app.from_keras import answer_to, question_to, wait_for_keras
from lstm_viz.app.language import _
from lstm_viz.app.messages import show_problem
from lstm_viz.charts.words import signal_titles
from lstm_viz.data import InputError
from lstm_viz.engine.cell import GATES
from lstm_viz.engine.weights import RecurrentWeights
from lstm_viz.lessons.your_model import remote, tables
from lstm_viz.lessons.your_model.code import WEIGHTS, code_of, weights_of
from lstm_viz.lessons.your_model.passes import traces_of
from lstm_viz.lessons.your_model.ui.controls import Shown
from lstm_viz.lessons.your_model.ui.page import PAGE
from lstm_viz.model_files.rebuilding import Rebuilt, keeps_old_meaning, rebuilt
from lstm_viz.tables import table_of


def show_files(shown: Shown) -> None:
    """Draws the buttons, the table of the gates' columns, and the code."""
    passes = shown.passes
    weights = passes["A"].trace.weights
    st.subheader(_("The gates that are shown"), anchor=False)
    with st.container(horizontal=True):
        csv_button(PAGE, lambda: tables.table(passes), "gates.csv")
        parquet_button(PAGE, lambda: tables.table(passes), "gates.parquet")
        trace_buttons(PAGE, traces_of(passes), "gates_{sequence}.npz")
    st.caption(_("NPZ files open in a notebook: lstm_viz.Trace.load(path)."))
    st.subheader(_("Which columns belong to which gate"), anchor=False)
    st.dataframe(table_of(_columns(weights)), hide_index=True)
    npz_button(PAGE, lambda: tables.blocks(weights), "blocks.npz", _("The blocks of this layer (NPZ)"))
    st.subheader(_("The model in Keras 3"), anchor=False)
    try:
        built = rebuilt(shown.given.model.network)
    except InputError as problem:
        show_problem(problem)
        return
    with st.container(horizontal=True):
        _model_button(shown, built)
        npz_button(PAGE, lambda: weights_of(built), WEIGHTS, _("All weights (NPZ)"))
    if keeps_old_meaning(shown.given.model.network):
        st.caption(
            _(
                "The hard_sigmoid of Keras 2 is kept: where it is used, the weights here are 1.2 times those in the "
                "file, so that Keras 3's own hard_sigmoid gives the same numbers."
            )
        )
    show_code(PAGE, code_of(built), "build_model.py")


def _columns(weights: RecurrentWeights) -> list[dict[str, object]]:
    """Where each gate is in the kernel, the recurrent kernel and the bias, as Keras orders them."""
    titles = signal_titles(_)
    places = {gate: weights.columns(gate) for gate in GATES[weights.kind]}
    return [
        {_("Gate"): titles[gate], _("Columns"): f"[:, {place.start}:{place.stop}]", _("Units"): weights.units}
        for gate, place in places.items()
    ]


def _model_button(shown: Shown, built: Rebuilt) -> None:
    """Draws the button for the model's file. Keras writes it in the worker, so it is made only on request."""
    place, about = st.empty(), shown.given.key
    key, content = PAGE.find("saved") or (None, None)
    if key != about:
        label = _("Make the model's .keras file")
        if not place.button(label, icon=":material/deployed_code:", key=PAGE.key("save")):
            return
        content = wait_for_keras(lambda: answer_to(question_to(remote.saved_model, built)))
        PAGE.set(saved=(about, content))
    if content is not None:
        with place:
            file_button(PAGE, _("Download the model (.keras)"), lambda: content, "model.keras", "application/zip")
