"""Which layer is called with which arguments, and on what, on the page What it returns."""

from dataclasses import dataclass, field

import streamlit as st

from lstm_viz.app.messages import show_problem
from lstm_viz.data import InputError
from lstm_viz.lessons.what_it_returns.call import Call, call_of
from lstm_viz.lessons.what_it_returns.inputs import EXAMPLES, TYPED, Inputs, inputs_of
from lstm_viz.lessons.what_it_returns.ui.page import PAGE


@dataclass(frozen=True)
class ChosenCall:
    """A call and what it is called on.

    Attributes:
        call: The layer with its arguments.
        kind: One of INPUTS.
        text: What was typed of it, "" if it is none that is typed.
        inputs: What that stands for.
    """

    call: Call
    kind: str
    text: str
    inputs: Inputs = field(compare=False)


def choose_call() -> ChosenCall:
    """Draws the controls.

    Returns:
        What they ask for. An input that is wrong is not taken: the one that was there stays, and a sentence says what
        is wrong.
    """
    left, middle, right = st.columns(3, gap="large")
    with left:
        PAGE.draw("layer")
        PAGE.draw("units")
        if PAGE.draw("weights") == "seed":
            PAGE.draw("seed", width=160)
    with middle:
        for name in ("return_sequences", "return_state", "go_backwards", "stateful"):
            PAGE.draw(name)
        if PAGE.draw("bidirectional"):
            PAGE.draw("merge_mode")
    with right:
        kind, text, inputs = _choose_input()
        if PAGE.draw("behind") != "nothing":
            PAGE.draw("dense_units")
    return ChosenCall(call_of(PAGE.values()), kind, text, inputs)


def _choose_input() -> tuple[str, str, Inputs]:
    """Its kind, what is typed of it, and what it stands for: of a text the last that was valid."""
    kind = PAGE.draw("input")
    if kind not in TYPED:
        return kind, "", inputs_of(kind)
    text = PAGE.draw(kind)
    try:
        inputs = inputs_of(kind, text)
    except InputError as problem:
        show_problem(problem)
        text = PAGE.find(f"valid_{kind}") or EXAMPLES[kind]
        return kind, text, inputs_of(kind, text)
    PAGE.set(**{f"valid_{kind}": text})
    return kind, text, inputs
