"""Shows the memory pair as two arrays: what each means for training, and what the same LSTM returns for it."""

import numpy as np
import streamlit as st

from lstm_viz.app.comparisons import show_claims
from lstm_viz.app.from_keras import ask_keras
from lstm_viz.app.language import _, script
from lstm_viz.data import ALPHABET, one_hot
from lstm_viz.lessons.shapes import remote
from lstm_viz.lessons.shapes.claims import pair_claims
from lstm_viz.lessons.shapes.parsing import parse_pair
from lstm_viz.lessons.shapes.pipeline import preview
from lstm_viz.lessons.shapes.results import Readings
from lstm_viz.lessons.shapes.settings import ShapeSettings
from lstm_viz.tables import table

TALLEST = 170
CALLS = """by_sequence = lstm(encoded)                               # each sequence is a sample
by_step = lstm(encoded[0][:, np.newaxis])[:, 0]           # each step is a sample of A; by_step_a, by_step_b: of A, of B
stateful = [stateful_lstm(step) for step in encoded[0]]   # one step per call, the state kept from call to call"""


def show_readings(settings: ShapeSettings) -> None:
    """Draws both arrays side by side, and compares what a real LSTM returns for each."""
    title = _("Two arrays of the same data, and what each means for training")
    st.markdown(f"**{title}**")
    pair = parse_pair(settings.pair)
    steps, symbols = pair.shape[1] - 1, len(ALPHABET)
    encoded = one_hot(pair[:, :-1], symbols)
    step, sequence = st.columns(2, gap="large")
    with step, st.container(border=True, height="stretch"):
        st.markdown(_("**`{shape}`** each step is a sample").format(shape=(steps, 1, symbols)))
        st.code(preview(encoded[0][:, np.newaxis]), language=None, height=TALLEST)
        st.markdown(
            _(
                "One sequence, in which each step is a sample of one timestep. Keras starts each sample from a "
                "state of zeros, so nothing is remembered, unless the layer has `stateful=True`, reads one "
                "sample per batch, in order, and is reset after each sequence. The gradient does not go from "
                "one step to another."
            )
        )
    with sequence, st.container(border=True, height="stretch"):
        st.markdown(_("**`{shape}`** each sequence is a sample").format(shape=(2, steps, symbols)))
        st.code(preview(encoded), language=None, height=TALLEST)
        st.markdown(
            _(
                "Both sequences at once, each of them a sample. Within a sample the state goes from step to "
                "step, and the gradient goes back through all steps; each sample starts from zeros. Samples "
                "may be shuffled."
            )
        )
    if read := ask_keras(remote.read_pair, settings.pair):
        st.markdown(_("One real LSTM of 8 units, trained on the memory pair, read the first sequence in each way:"))
        st.code(script(CALLS), language=None, wrap_lines=True)
        show_claims(pair_claims(read).values())
        _show_answers(pair, read)


def _show_answers(pair: np.ndarray, read: Readings) -> None:
    whole, apart, kept = (
        predicted.argmax(-1) for predicted in (read.whole_predicts, read.apart_predicts, read.stateful_predicts)
    )
    steps = pair.shape[1] - 1
    columns = {
        _("sequence"): np.repeat(["A", "B"], steps),
        _("step"): np.tile(np.arange(1, steps + 1), 2),
        _("reads"): pair[:, :-1].ravel(),
        _("target"): pair[:, 1:].ravel(),
        f"(2, {steps}, {len(ALPHABET)})": whole.ravel(),
        f"({steps}, 1, {len(ALPHABET)})": apart.ravel(),
        f"({steps}, 1, {len(ALPHABET)}) stateful": kept.ravel(),
    }
    st.caption(_("What its Dense layer predicts, for each array:"))
    st.dataframe(table(columns), hide_index=True, width="content")
