"""The unrolled drawings of the page Shapes, made from arrays that Keras returned."""

from collections.abc import Sequence

import numpy as np

from lstm_viz.drawings.unrolled import Edge, Lane, Node, Tensor, Unrolled
from lstm_viz.i18n import Translate
from lstm_viz.lessons.shapes.results import Padded, UnrolledLayer


def unrolled_drawing(read: UnrolledLayer, gettext: Translate) -> Unrolled:
    """Draws one LSTM over its steps: a column for each step, and in each box a vector of `units` numbers."""
    steps, features = read.inputs.shape[1:]
    units = read.sequence.shape[2]
    title = gettext("LSTM({units}), timesteps = {steps}, features = {features}").format(
        units=units, steps=steps, features=features
    )
    hidden = tuple(f"h{step}" for step in range(steps))
    tensors = (
        Tensor("return_sequences=True", read.sequence, hidden, gettext("the hidden state after each timestep")),
        Tensor("return_sequences=False", read.last, hidden[-1:], gettext("only the last one"), ("samples", "units")),
        Tensor("X", read.inputs, tuple(f"x{step}" for step in range(steps)), gettext("what it reads")),
    )
    return _over_time(
        title,
        read.inputs[0],
        read.sequence[0],
        [str(step) for step in range(steps)],
        np.ones(steps, bool),
        tensors,
        gettext,
    )


def padded_drawing(words: Sequence[str], read: Padded, sample: int, gettext: Translate) -> Unrolled:
    """Draws one padded sentence: its words and its padding, and the hidden state after each, with the mask."""
    mask = read.mask[sample]
    left = iter(words)
    columns = [next(left) if real else "0" for real in mask]
    title = gettext("Sentence {number}, read with the mask: masked steps are faint").format(number=sample + 1)
    hidden = tuple(f"h{step}" for step in range(len(mask)))
    tensors = (
        Tensor("masked", read.masked[sample], hidden, gettext("the state after each step"), ("timesteps", "units")),
        Tensor("last", read.masked_last[sample], hidden[-1:], gettext("what the layer returns"), ("units",)),
    )
    return _over_time(title, read.embedded[sample], read.masked[sample], columns, mask, tensors, gettext)


def _over_time(
    title: str,
    inputs: np.ndarray,
    hidden: np.ndarray,
    columns: Sequence[str],
    mask: np.ndarray,
    tensors: tuple[Tensor, ...],
    gettext: Translate,
) -> Unrolled:
    """Draws a lane of inputs and above it a lane of hidden states."""
    steps, units = hidden.shape
    nodes, edges = [], []
    for step in range(steps):
        read = gettext("input at step {step}").format(step=step)
        state = gettext("hidden state after step {step}, of size {units}").format(step=step, units=units)
        faint = not mask[step]
        nodes += [
            Node(f"x{step}", "inputs", step, "x", read, inputs[step], faint=faint),
            Node(f"h{step}", "lstm", step, "h", state, hidden[step], "hidden", faint),
        ]
        edges.append(Edge(f"x{step}", f"h{step}", "data"))
        if step:
            edges.append(Edge(f"h{step - 1}", f"h{step}", "state"))
    lanes = (
        Lane("inputs", gettext("inputs · features = {count}").format(count=inputs.shape[1])),
        Lane("lstm", gettext("LSTM · units = {count}").format(count=units)),
    )
    return Unrolled(title, tuple(columns), lanes, tuple(nodes), tuple(edges), tensors)
