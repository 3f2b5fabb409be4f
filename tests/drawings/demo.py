"""A page of its own for the browser tests: GOLDEN's G2 unrolled, and windows over a series."""

import numpy as np
import streamlit as st

from lstm_viz.drawings.array_block import ArrayBlock, Raw
from lstm_viz.drawings.component import show_array_block, show_unrolled
from lstm_viz.drawings.unrolled import Edge, Lane, Node, Tensor, Unrolled

SCRIPT = "<img src=x onerror=alert(1)>"
FORWARD = np.array([0.35906, 0.55111, 0.59116, 0.63031], np.float32)
BACKWARD = np.array([0.70387, 0.58864, 0.39517, 0.21942], np.float32)
INPUTS = np.array(
    [[0.1, 4.2, 1.5, 1.1, 2.8], [1.0, 3.1, 2.5, 0.7, 1.1], [0.3, 2.1, 1.5, 2.1, 0.1], [2.2, 1.4, 0.5, 0.9, 1.1]],
    np.float32,
)


def bidirectional() -> Unrolled:
    """G2: three equal units, forward and backward."""
    f, b = (np.repeat(states[:, None], 3, axis=1) for states in (FORWARD, BACKWARD))
    steps = range(4)
    output = np.concatenate([f[-1], b[0]])
    return Unrolled(
        f"Bidirectional {SCRIPT}",
        tuple(f"step {t + 1}" for t in steps),
        (Lane("x", "Inputs"), Lane("f", "forward"), Lane("b", f"backward {SCRIPT}"), Lane("o", "Output")),
        (
            *(Node(f"x{t}", "x", t, "x", f"Input {t + 1}", INPUTS[t]) for t in steps),
            *(Node(f"f{t}", "f", t, "h", f"Forward h {t + 1}", f[t], "hidden") for t in steps),
            *(Node(f"b{t}", "b", t, "h", f"Backward h {t + 1}", b[t], "hidden") for t in steps),
            Node("o", "o", None, "output", f"Output {SCRIPT}", output, "hidden"),
        ),
        (
            *(Edge(f"x{t}", f"{lane}{t}", "data") for t in steps for lane in "fb"),
            *(Edge(f"f{t}", f"f{t + 1}", "state") for t in range(3)),
            *(Edge(f"b{t + 1}", f"b{t}", "state") for t in range(3)),
            Edge("f3", "o", "data"),
            Edge("b0", "o", "data"),
        ),
        (
            Tensor("output", output[None], ("o", "f3", "b0"), f"Joined. {SCRIPT}"),
            Tensor("backward_h", b[:1], ("b0",)),
            Tensor("X", INPUTS[None], tuple(f"x{t}" for t in steps), axes=("samples", "timesteps", "features")),
            Tensor("sequence", np.concatenate([f, b], 1)[None], tuple(f"{lane}{t}" for t in steps for lane in "fb")),
        ),
    )


def windows() -> ArrayBlock:
    """Windows of three steps over twelve values, the first of them padded."""
    series = np.arange(12) / 4
    source = np.arange(10)[:, None, None] + np.arange(3)[:, None] - 1
    source[0, 0] = -1
    array = np.where(source < 0, 0, series[source]).astype(np.float32)
    raw = Raw((f"pressure {SCRIPT}",), tuple((f"{value:g} {SCRIPT}",) for value in series))
    return ArrayBlock("Windows", array, ("samples", "timesteps", "features"), raw, source)


st.set_page_config(layout="wide")
st.title("Drawings")
# Another link shows them anew, with nothing chosen.
again = st.query_params.get("again", "")
tensor = f"tensor{again}"
if st.button("Choose X"):
    st.session_state[tensor] = "X"
selected = st.session_state.get(tensor)
st.session_state[tensor] = show_unrolled(bidirectional(), key=f"unrolled{again}", gettext=str, selected=selected)
st.text(f"The server knows {st.session_state[tensor]}.")
show_array_block(windows(), key=f"block{again}", gettext=str)
