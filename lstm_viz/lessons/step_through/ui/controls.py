"""The controls of the page Step through."""

from collections.abc import Iterable

import streamlit as st

from lstm_viz.app.choices import choose_one
from lstm_viz.app.language import _
from lstm_viz.app.messages import show_problem
from lstm_viz.data import InputError
from lstm_viz.keras_code import LAYERS as KERAS_NAMES
from lstm_viz.lessons.step_through.ui.page import PAGE
from lstm_viz.lessons.step_through.view import (
    DEFAULT_SEQUENCES,
    LAB,
    MAX_UNITS,
    TRAINED,
    SteppingView,
    alphabet_of,
    examples_for,
    models_for,
    view_of,
)

NAMES = ("input", "a", "b", "model", "layer", "units", "seed", "lab")


def input_names() -> dict[str, str]:
    """What each kind of input is called."""
    return {"symbols": _("Symbols"), "series": _("Numbers"), "rows": _("Rows")}


def model_names() -> dict[str, str]:
    """What each model is called."""
    return {
        "trained-8": _("Trained on the memory pair, 8 units"),
        "trained-20": _("Trained on the memory pair, 20 units"),
        "untrained": _("Untrained, from a seed"),
        "constant": _("Constant kernels 0.1"),
        LAB: _("Trained in the Memory lab"),
    }


def choose_view() -> SteppingView:
    """Draws the controls.

    Returns:
        The view they ask for. A sequence that is wrong is not taken: the one that was there stays, and a sentence says
        what is wrong.
    """
    left, middle, right = st.columns([3, 3, 5])
    with right:
        _choose_input_and_model()
    if st.session_state["model"] not in (*TRAINED, LAB):
        _choose_layer()
    values = {name: st.session_state[name] for name in NAMES}
    view, problems = view_of(values)
    with left:
        _type_sequence("a", _label_of_a(), problems.get("a"))
    with middle:
        _type_sequence("b", _("Sequence B, to compare (may be empty)"), problems.get("b"))
    st.session_state["view"] = view or _with_what_was_there(values, problems)
    return st.session_state["view"]


def _with_what_was_there(values: dict[str, object], problems: Iterable[str]) -> SteppingView:
    before: SteppingView = st.session_state["view"]
    view, _problems = view_of(values | {name: getattr(before, name) for name in problems})
    return view or view_of(values | {"a": before.a, "b": before.b})[0] or before


def _alphabet() -> tuple[str, ...]:
    return alphabet_of(st.session_state["model"], st.session_state["lab"])


def _label_of_a() -> str:
    if st.session_state["input"] != "symbols":
        return _("Sequence A")
    return _("Sequence A (symbols {alphabet})").format(alphabet=" ".join(_alphabet()))


def _type_sequence(name: str, label: str, problem: InputError | None) -> None:
    kind = st.session_state["input"]
    help_text = {
        "symbols": _(
            "Symbols of the alphabet {alphabet}, with commas or spaces between them. Each step reads one symbol and "
            "predicts the next; the last symbol is only an answer."
        ).format(alphabet=", ".join(_alphabet())),
        "series": _("Numbers with commas or spaces between them: one feature a step."),
        "rows": _("One row of numbers for each step, all rows equally long."),
    }[kind]
    area = st.text_area if kind == "rows" else st.text_input
    area(label, key=name, help=help_text, persist_state="session")
    show_problem(problem)


def _choose_input_and_model() -> None:
    models = model_names()
    left, right = st.columns([1, 1])
    with left:
        choose_one(PAGE, "input", _("Kind of input"), input_names(), on_change=_change_input)
    right.selectbox(
        _("Model"),
        models_for(st.session_state["input"], st.session_state["lab"]),
        format_func=models.get,
        key="model",
        on_change=_change_model,
        help=_(
            "The memory pair is 3, 0, 1, 2, 3 and 4, 0, 1, 2, 4: what follows 2 depends on the first symbol, so only a "
            "network that remembers it can be right both times."
        ),
        persist_state="session",
    )


def _choose_layer() -> None:
    left, middle, right = st.columns([3, 3, 6])
    with left:
        choose_one(PAGE, "layer", _("Layer"), KERAS_NAMES)
    middle.slider(_("Units"), 1, MAX_UNITS, key="units", persist_state="session")
    if st.session_state["model"] == "untrained":
        right.number_input(_("Seed"), 0, 999_999, step=1, key="seed", persist_state="session", width=200)


def _change_model() -> None:
    """Networks of the Memory lab have alphabets of their own: a sequence that means nothing gives way to an example."""
    model, lab, kind = (st.session_state[name] for name in ("model", "lab", "input"))
    _view, problems = view_of({name: st.session_state[name] for name in NAMES})
    st.session_state.update({name: examples_for(kind, model, lab)[name] for name in problems})


def _change_input() -> None:
    """Symbols mean nothing as rows: each kind of input keeps its own sequences and model, an example at first."""
    kept = st.session_state.setdefault("kept_inputs", {})
    before: SteppingView = st.session_state["view"]
    kept[before.input] = (before.a, before.b, before.model)
    kind = st.session_state["input"]
    example = (*DEFAULT_SEQUENCES[kind], models_for(kind, "")[0])
    st.session_state["a"], st.session_state["b"], st.session_state["model"] = kept.get(kind, example)
