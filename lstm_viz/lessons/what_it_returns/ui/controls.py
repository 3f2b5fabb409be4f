"""The controls of the page What it returns: the layer, its arguments and its input."""

from dataclasses import dataclass, field

import streamlit as st

from lstm_viz.app.fold import fold
from lstm_viz.app.language import _
from lstm_viz.app.typed import show_refused
from lstm_viz.ceilings import MAX_FEATURES, MAX_PRINTED_STEPS, MAX_SAMPLES
from lstm_viz.data import InputError
from lstm_viz.i18n import counted
from lstm_viz.keras_code import LAYERS
from lstm_viz.lessons.what_it_returns.call import SWITCHES, Call, call_of
from lstm_viz.lessons.what_it_returns.inputs import EXAMPLES, TYPED, Inputs, inputs_of
from lstm_viz.lessons.what_it_returns.ui.page import PAGE


@dataclass(frozen=True)
class ChosenCall:
    """A call and its input.

    Attributes:
        call: The layer with its arguments.
        kind: The kind of input, one of INPUTS.
        text: The typed text of the input; "" if the kind is not typed.
        inputs: The input itself.
    """

    call: Call
    kind: str
    text: str
    inputs: Inputs = field(compare=False)


def choose_call() -> ChosenCall:
    """Draws the switches, the line that says what is shown, and the other controls if it is open.

    Returns:
        The call and the input that are chosen. Invalid text is not used: the last valid one stays, and a sentence says
        what is wrong.
    """
    switches, line = st.columns([2, 1], vertical_alignment="center")
    with switches, st.container(horizontal=True, gap="small"):
        for name in SWITCHES:
            PAGE.draw(name, width="content")
    with line:
        is_open = fold(PAGE, _told())
    if is_open:
        _choose()
    return ChosenCall(call_of(PAGE.values()), *_input())


def _told() -> str:
    return _("{layer}, {units} · {weights} · {input}").format(
        layer=LAYERS[PAGE.get("layer")],
        units=counted(PAGE.get("units"), "unit", _),
        weights=PAGE.titles("weights")[PAGE.get("weights")],
        input=PAGE.titles("input")[PAGE.get("input")],
    )


def _choose() -> None:
    left, middle, right = st.columns(3, gap="large")
    with left:
        PAGE.draw("layer")
        PAGE.draw("units")
        if PAGE.draw("weights") == "seed":
            PAGE.draw("seed", width=160)
    with middle:
        if PAGE.get("bidirectional"):
            PAGE.draw("merge_mode")
        if PAGE.draw("behind") != "nothing":
            PAGE.draw("dense_units")
    with right:
        _choose_input()


def _choose_input() -> None:
    if (kind := PAGE.draw("input")) in TYPED:
        PAGE.draw(kind, height=150)
        template = _(
            "At most {samples} samples of {steps} steps and {features} features. A blank line separates samples."
        )
        st.caption(template.format(samples=MAX_SAMPLES, steps=MAX_PRINTED_STEPS, features=MAX_FEATURES))


def _input() -> tuple[str, str, Inputs]:
    """The kind of the input, its last valid text, and the input itself; a sentence says what is wrong with the text."""
    kind = PAGE.get("input")
    if kind not in TYPED:
        return kind, "", inputs_of(kind)
    text = PAGE.get(kind)
    try:
        inputs = inputs_of(kind, text)
    except InputError as problem:
        text = PAGE.find(f"valid_{kind}") or EXAMPLES[kind]
        show_refused(problem, text)
        return kind, text, inputs_of(kind, text)
    PAGE.set(**{f"valid_{kind}": text})
    return kind, text, inputs


def choose_sample(samples: int) -> int:
    """Draws the choice of the sample, and returns its position, from 0."""
    PAGE.set(sample=min(PAGE.get("sample"), samples))
    if samples == 1:
        return 0
    return PAGE.draw("sample", high=samples, width=200) - 1
