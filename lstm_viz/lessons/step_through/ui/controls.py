"""The controls of the page Step through."""

from collections.abc import Mapping

import streamlit as st

from lstm_viz.app.fold import fold
from lstm_viz.app.language import _
from lstm_viz.app.typed import show_refused
from lstm_viz.data import InputError
from lstm_viz.i18n import counted
from lstm_viz.keras_code import LAYERS
from lstm_viz.lessons.step_through.ui.page import PAGE
from lstm_viz.lessons.step_through.view import (
    DEFAULT_SEQUENCES,
    LAB,
    TRAINED,
    SteppingView,
    alphabet_of,
    examples_for,
    models_for,
    view_of,
)


def choose_view() -> SteppingView:
    """Draws the sequences, the line that says what reads them, and the other controls if it is open.

    Returns:
        The view that is chosen. An invalid sequence is not used: the last valid one stays, and a sentence says what is
        wrong.
    """
    left, middle, right = st.columns([3, 3, 5], vertical_alignment="bottom")
    with right:
        is_open = fold(PAGE, _told())
    if is_open:
        _choose_input_and_model()
    view, problems = view_of(PAGE.values())
    alphabet = alphabet_of(PAGE.get("model"), PAGE.get("lab"))
    kept = _keep(view, problems)
    for place, name, text in ((left, "a", kept.a), (middle, "b", kept.b)):
        with place:
            _type_sequence(name, alphabet)
            show_refused(problems.get(name), text)
    return kept


def chosen_view() -> SteppingView:
    """The view that is chosen, without the controls."""
    return _keep(*view_of(PAGE.values()))


def _keep(view: SteppingView | None, problems: Mapping[str, InputError]) -> SteppingView:
    PAGE.set(view=view or _last_valid_view(problems))
    return PAGE.get("view")


def _last_valid_view(problems: Mapping[str, InputError]) -> SteppingView:
    values, before = PAGE.values(), PAGE.get("view")
    view, _problems = view_of(values | {name: getattr(before, name) for name in problems})
    return view or view_of(values | {"a": before.a, "b": before.b})[0] or before


def _told() -> str:
    model = PAGE.titles("model")[PAGE.get("model")]
    if PAGE.get("model") in (*TRAINED, LAB):
        return model
    return _("{layer}, {units} · {model}").format(
        layer=LAYERS[PAGE.get("layer")], units=counted(PAGE.get("units"), "unit", _), model=model
    )


def _choose_input_and_model() -> None:
    kind, model, layer, units = st.columns(4)
    with kind:
        PAGE.draw("input", on_change=_change_input)
    with model:
        models = models_for(PAGE.get("input"), PAGE.get("lab"))
        PAGE.draw("model", options=models, on_change=_change_model)
    if PAGE.get("model") in (*TRAINED, LAB):
        return
    with layer:
        PAGE.draw("layer")
    with units:
        PAGE.draw("units")
        if PAGE.get("model") == "untrained":
            PAGE.draw("seed", width=200)


def _type_sequence(name: str, alphabet: tuple[str, ...]) -> None:
    kind = PAGE.get("input")
    help_text = {
        "symbols": _(
            "Symbols of the alphabet {alphabet}, with commas or blanks between them. Each step reads one "
            "symbol and predicts the next; the last symbol is only an answer."
        ).format(alphabet=", ".join(alphabet)),
        "series": _("Numbers with commas or blanks between them: one feature per step."),
        "rows": _("One row of numbers for each step, all rows equally long."),
    }[kind]
    changed = {"help": help_text, "control": "area" if kind == "rows" else "text"}
    if name == "a" and kind == "symbols":
        changed["label"] = _("Sequence A (symbols {alphabet})").format(alphabet=" ".join(alphabet))
    PAGE.draw(name, **changed)


def _change_model() -> None:
    """Replaces sequences that the new model cannot read by examples, since the alphabets of models differ."""
    _view, problems = view_of(PAGE.values())
    examples = examples_for(PAGE.get("input"), PAGE.get("model"), PAGE.get("lab"))
    PAGE.set(**{name: examples[name] for name in problems})


def _change_input() -> None:
    """Restores the sequences and the model of the new kind of input, at first examples: each kind keeps its own."""
    before, kind = PAGE.get("view"), PAGE.get("input")
    kept = {**(PAGE.find("kept_inputs") or {}), before.input: (before.a, before.b, before.model)}
    a, b, model = kept.get(kind, (*DEFAULT_SEQUENCES[kind], models_for(kind, "")[0]))
    PAGE.set(kept_inputs=kept, a=a, b=b, model=model)
