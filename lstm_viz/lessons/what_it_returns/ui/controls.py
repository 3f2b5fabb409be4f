"""Which layer is called with which arguments, and on what, on the page What it returns."""

from dataclasses import dataclass, field

import streamlit as st

from lstm_viz.app.choices import choose_one
from lstm_viz.app.messages import show_problem
from lstm_viz.data import InputError
from lstm_viz.i18n import Translate
from lstm_viz.keras_code import LAYERS as KERAS_NAMES
from lstm_viz.lessons.what_it_returns.call import (
    BEHIND,
    MAX_DENSE_UNITS,
    MAX_UNITS,
    MERGE_MODES,
    WEIGHTS,
    Call,
    call_of,
)
from lstm_viz.lessons.what_it_returns.inputs import EXAMPLES, INPUTS, TYPED, Inputs, inputs_of
from lstm_viz.lessons.what_it_returns.link import MAX_SEED
from lstm_viz.lessons.what_it_returns.ui.page import PAGE


@dataclass(frozen=True)
class Chosen:
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


def choose_call(gettext: Translate) -> Chosen:
    """Draws the controls.

    Returns:
        What they ask for. An input that is wrong is not taken: the one that was there stays, and a sentence says what
        is wrong.
    """
    left, middle, right = st.columns(3, gap="large")
    with left:
        _choose_layer(gettext)
    with middle:
        _choose_arguments(gettext)
    with right:
        kind, text, inputs = _choose_input(gettext)
        _choose_behind(gettext)
    return Chosen(call_of(PAGE.settings()), kind, text, inputs)


def _choose_layer(gettext: Translate) -> None:
    choose_one(PAGE, "layer", gettext("Layer"), KERAS_NAMES)
    st.slider("`units`", 1, MAX_UNITS, key=PAGE.key("units"), persist_state="session")
    choose_one(
        PAGE,
        "weights",
        gettext("Weights"),
        dict(zip(WEIGHTS, (gettext("Kernels 0.1"), gettext("From a seed")), strict=True)),
        help=gettext(
            "With kernels of 0.1 all units are alike. The bias is Keras's own: 0, but 1 for an LSTM's forget gate. A "
            "backward layer's weights are drawn from the next seed."
        ),
    )
    if PAGE.get("weights") == "seed":
        st.number_input(gettext("Seed"), 0, MAX_SEED, step=1, key=PAGE.key("seed"), persist_state="session", width=160)


def _choose_arguments(gettext: Translate) -> None:
    _toggle("return_sequences", gettext("The output at each step, not only at the last that was read."))
    _toggle("return_state", gettext("The last states as well: h, and c of an LSTM."))
    _toggle("go_backwards", gettext("Reads from the last step to the first."))
    _toggle("stateful", gettext("Keeps its states for the next call; it is then called a second time on the same x."))
    _toggle("bidirectional", gettext("A second layer reads the input from its end."), "`Bidirectional`")
    if PAGE.get("bidirectional"):
        help_text = gettext("What becomes of the two layers' outputs.")
        choose_one(PAGE, "merge_mode", "`merge_mode`", MERGE_MODES, help=help_text)


def _choose_behind(gettext: Translate) -> None:
    titles = dict(zip(BEHIND, (gettext("Nothing"), "Dense", "TimeDistributed(Dense)"), strict=True))
    choose_one(PAGE, "behind", gettext("Behind the layer"), titles)
    if PAGE.get("behind") != "nothing":
        st.slider(
            gettext("Units of the Dense"), 1, MAX_DENSE_UNITS, key=PAGE.key("dense_units"), persist_state="session"
        )


def _choose_input(gettext: Translate) -> tuple[str, str, Inputs]:
    titles = {
        "sample": gettext("One sample of 4 steps, 5 features"),
        "pair": gettext("The memory pair, 2 samples"),
        "windows": gettext("32 sines of 25 steps, 1 feature"),
        "rows": gettext("My own rows of numbers"),
        "symbols": gettext("My own symbols"),
    }
    kind = st.selectbox(
        gettext("Input x"), INPUTS, format_func=titles.get, key=PAGE.key("input"), persist_state="session"
    )
    if kind not in TYPED:
        return kind, "", inputs_of(kind)
    return kind, *_typed(kind, gettext)


def _typed(kind: str, gettext: Translate) -> tuple[str, Inputs]:
    """The text of the last input of that kind that was valid, and what it stands for."""
    label, help_text = {
        "rows": (gettext("Rows"), gettext("One row of numbers for each step, all rows equally long.")),
        "symbols": (
            gettext("Symbols"),
            gettext("Symbols from 0 to 4. All but the last are read, one a step, as one-hot vectors of 5 features."),
        ),
    }[kind]
    area = st.text_area if kind == "rows" else st.text_input
    text = area(label, key=PAGE.key(kind), help=help_text, persist_state="session")
    try:
        inputs = inputs_of(kind, text)
    except InputError as problem:
        show_problem(problem, gettext)
        text = PAGE.find(f"valid_{kind}") or EXAMPLES[kind]
        return text, inputs_of(kind, text)
    PAGE.set(**{f"valid_{kind}": text})
    return text, inputs


def _toggle(name: str, help_text: str, label: str = "") -> None:
    st.toggle(label or f"`{name}`", key=PAGE.key(name), persist_state="session", help=help_text)
