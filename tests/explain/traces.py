"""Random layers of every kind for the tests here."""

import numpy as np
from hypothesis import strategies as st

from lstm_viz.engine.cell import GATES, STATES
from lstm_viz.engine.numpy_engine import run
from lstm_viz.engine.trace import Trace
from lstm_viz.engine.weights import RecurrentWeights

VARIANTS = [("lstm", True), ("gru", True), ("gru", False), ("simple_rnn", True)]


def random_trace(
    kind="lstm", reset_after=True, *, seed=0, batch=2, steps=5, features=3, units=4, masked=False, **options
):
    rng = np.random.default_rng(seed)
    columns = len(GATES[kind]) * units
    bias = rng.normal(size=(2, columns) if kind == "gru" and reset_after else columns)
    weights = RecurrentWeights(
        kind,
        rng.normal(size=(features, columns)),
        rng.normal(size=(units, columns)),
        options.pop("bias", bias),
        reset_after=reset_after,
        **options,
    )
    state = tuple(rng.normal(size=(batch, units)).astype("float32") for _ in STATES[kind])
    mask = rng.random((batch, steps)) < 0.6 if masked else None
    return run(weights, rng.normal(size=(batch, steps, features)), initial_state=state, mask=mask)


@st.composite
def traces(draw, kinds=tuple(VARIANTS)) -> Trace:
    kind, reset_after = draw(st.sampled_from(kinds))
    sizes = {name: draw(st.integers(1, 6)) for name in ("steps", "features", "units")}
    flags = {name: draw(st.booleans()) for name in ("masked", "go_backwards")}
    return random_trace(kind, reset_after, seed=draw(st.integers(0, 10**6)), **sizes, **flags)
