"""Which layer is called with which arguments, and on what, on the page What it returns."""

from dataclasses import dataclass, field

import streamlit as st

from lstm_viz.app.choices import choose_one
from lstm_viz.app.language import _
from lstm_viz.app.messages import show_problem
from lstm_viz.data import InputError
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


def choose_call() -> Chosen:
    """Draws the controls.

    Returns:
        What they ask for. An input that is wrong is not taken: the one that was there stays, and a sentence says what
        is wrong.
    """
    left, middle, right = st.columns(3, gap="large")
    with left:
        _choose_layer()
    with middle:
        _choose_arguments()
    with right:
        kind, text, inputs = _choose_input()
        _choose_behind()
    return Chosen(call_of(PAGE.settings()), kind, text, inputs)


def _choose_layer() -> None:
    choose_one(PAGE, "layer", _("Layer"), KERAS_NAMES)
    st.slider("`units`", 1, MAX_UNITS, key=PAGE.key("units"), persist_state="session")
    choose_one(
        PAGE,
        "weights",
        _("Weights"),
        dict(zip(WEIGHTS, (_("Kernels 0.1"), _("From a seed")), strict=True)),
        help=_(
            "With kernels of 0.1 all units are alike. The bias is Keras's own: 0, but 1 for an LSTM's forget gate. A "
            "backward layer's weights are drawn from the next seed."
        ),
    )
    if PAGE.get("weights") == "seed":
        st.number_input(_("Seed"), 0, MAX_SEED, step=1, key=PAGE.key("seed"), persist_state="session", width=160)


def _choose_arguments() -> None:
    _toggle("return_sequences", _("The output at each step, not only at the last that was read."))
    _toggle("return_state", _("The last states as well: h, and c of an LSTM."))
    _toggle("go_backwards", _("Reads from the last step to the first."))
    _toggle("stateful", _("Keeps its states for the next call; it is then called a second time on the same x."))
    _toggle("bidirectional", _("A second layer reads the input from its end."), "`Bidirectional`")
    if PAGE.get("bidirectional"):
        help_text = _("What becomes of the two layers' outputs.")
        choose_one(PAGE, "merge_mode", "`merge_mode`", MERGE_MODES, help=help_text)


def _choose_behind() -> None:
    titles = dict(zip(BEHIND, (_("Nothing"), "Dense", "TimeDistributed(Dense)"), strict=True))
    choose_one(PAGE, "behind", _("Behind the layer"), titles)
    if PAGE.get("behind") != "nothing":
        st.slider(_("Units of the Dense"), 1, MAX_DENSE_UNITS, key=PAGE.key("dense_units"), persist_state="session")


def _choose_input() -> tuple[str, str, Inputs]:
    titles = {
        "sample": _("One sample of 4 steps, 5 features"),
        "pair": _("The memory pair, 2 samples"),
        "windows": _("32 sines of 25 steps, 1 feature"),
        "rows": _("My own rows of numbers"),
        "symbols": _("My own symbols"),
    }
    kind = st.selectbox(_("Input x"), INPUTS, format_func=titles.get, key=PAGE.key("input"), persist_state="session")
    if kind not in TYPED:
        return kind, "", inputs_of(kind)
    return kind, *_typed(kind)


def _typed(kind: str) -> tuple[str, Inputs]:
    """The text of the last input of that kind that was valid, and what it stands for."""
    label, help_text = {
        "rows": (_("Rows"), _("One row of numbers for each step, all rows equally long.")),
        "symbols": (
            _("Symbols"),
            _("Symbols from 0 to 4. All but the last are read, one a step, as one-hot vectors of 5 features."),
        ),
    }[kind]
    area = st.text_area if kind == "rows" else st.text_input
    text = area(label, key=PAGE.key(kind), help=help_text, persist_state="session")
    try:
        inputs = inputs_of(kind, text)
    except InputError as problem:
        show_problem(problem)
        text = PAGE.find(f"valid_{kind}") or EXAMPLES[kind]
        return text, inputs_of(kind, text)
    PAGE.set(**{f"valid_{kind}": text})
    return text, inputs


def _toggle(name: str, help_text: str, label: str = "") -> None:
    st.toggle(label or f"`{name}`", key=PAGE.key(name), persist_state="session", help=help_text)
