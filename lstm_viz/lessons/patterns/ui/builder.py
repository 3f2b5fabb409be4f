"""A model put together on the page: its controls, and what remote.mends one that Keras refuses."""

from collections.abc import Iterable
from typing import Any

import streamlit as st

from lstm_viz.app.from_keras import ask_keras
from lstm_viz.app.language import _
from lstm_viz.app.refusals import show_refusal
from lstm_viz.lessons.patterns import remote
from lstm_viz.lessons.patterns.builder import (
    MAX_FEATURES,
    MAX_LAYERS,
    MAX_OUTPUTS,
    MAX_STEPS,
    MAX_UNITS,
    NUMBERS,
    Build,
    Change,
)
from lstm_viz.lessons.patterns.link import MAX_SEED
from lstm_viz.lessons.patterns.refused import why_refused
from lstm_viz.lessons.patterns.results import LayerError, Shape
from lstm_viz.lessons.patterns.ui.page import PAGE


def choose_build() -> None:
    """Draws the controls of the model, from its input to its output."""
    into, stack, out = st.columns([2, 5, 2], gap="large")
    with into:
        _slider("steps", _("Timesteps (0: one vector)"), 0, MAX_STEPS)
        _slider("features", _("Features"), 1, MAX_FEATURES)
        st.number_input(
            _("Seed"),
            0,
            MAX_SEED,
            step=1,
            key=PAGE.key("seed"),
            persist_state="session",
            help=_("Of the weights and of the sample that the model reads. It is not trained."),
        )
    with stack:
        _slider("layers", _("LSTM layers"), 1, MAX_LAYERS)
        for number, place in zip(NUMBERS[: PAGE.get("layers")], st.columns(PAGE.get("layers")), strict=True):
            with place:
                _choose_layer(number)
    with out:
        _slider("repeat", _("RepeatVector (steps; 0: none)"), 0, MAX_STEPS)
        _choose_place()
        _slider("outputs", _("Dense units (0: none)"), 0, MAX_OUTPUTS)
        st.toggle("TimeDistributed(Dense)", key=PAGE.key("distributed"), persist_state="session")


def _slider(name: str, label: str, low: int, high: int) -> None:
    st.slider(label, low, high, key=PAGE.key(name), persist_state="session")


def _choose_layer(number: int) -> None:
    _slider(f"units_{number}", _("LSTM {number}: units").format(number=number), 1, MAX_UNITS)
    # Keras's own names; which layer a switch belongs to a screen reader is told by the number.
    st.toggle(f"return_sequences {number}", key=PAGE.key(f"returns_{number}"), persist_state="session")
    st.toggle(f"Bidirectional {number}", key=PAGE.key(f"both_{number}"), persist_state="session")


def _choose_place() -> None:
    if not PAGE.get("repeat") or PAGE.get("layers") == 1:
        return
    PAGE.set(repeat_at=min(PAGE.get("repeat_at"), PAGE.get("layers") - 1))
    st.selectbox(
        _("RepeatVector stands before"),
        range(PAGE.get("layers")),
        format_func=lambda at: f"LSTM {at + 1}",
        key=PAGE.key("repeat_at"),
        persist_state="session",
    )


def show_why_not(build: Build, refusal: LayerError) -> None:
    """Keras's own error, the same in plain words, and each small change after which it does build the model."""
    st.error(_("Keras refuses to build this model."), icon=":material/block:")
    show_refusal(refusal, explained=why_refused(build.blueprint(), refusal, _))
    cures = ask_keras(remote.mends, build)
    if cures is None:
        return
    if not cures:
        st.markdown(_("No single change was found that mends it."))
        return
    st.markdown(_("Tried in Keras just now: any one of these changes mends it."))
    _offer(cures)


def _offer(cures: Iterable[tuple[Change, Shape]]) -> None:
    for number, (change, shape) in enumerate(cures):
        st.button(
            _("{change} gives {shape}").format(change=_in_words(dict(change)), shape=shape),
            key=PAGE.key(f"mend_{number}"),
            icon=":material/build:",
            on_click=PAGE.set,
            kwargs=dict(change),
        )


def _in_words(change: dict[str, Any]) -> str:
    """What a change does, by Keras's names."""
    if "repeat_at" in change:
        template = _("RepeatVector({steps}) before LSTM {number}")
        return template.format(steps=change["repeat"], number=change["repeat_at"] + 1)
    ((name, value),) = change.items()
    if name == "repeat":
        return _("No RepeatVector")
    if name == "distributed":
        return _("No TimeDistributed")
    if name == "steps":
        return _("An input with timesteps = {steps}").format(steps=value)
    return _("LSTM {number} with return_sequences={value}").format(number=name[-1], value=value)
