"""A model put together on the page: its controls, and what remote.mends one that Keras refuses."""

from collections.abc import Iterable
from typing import Any

import streamlit as st

from lstm_viz.app.from_keras import ask_keras
from lstm_viz.app.refusals import show_refusal
from lstm_viz.i18n import Translate
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


def choose_build(gettext: Translate) -> None:
    """Draws the controls of the model, from its input to its output."""
    into, stack, out = st.columns([2, 5, 2], gap="large")
    with into:
        _slider("steps", gettext("Timesteps (0: one vector)"), 0, MAX_STEPS)
        _slider("features", gettext("Features"), 1, MAX_FEATURES)
        st.number_input(
            gettext("Seed"),
            0,
            MAX_SEED,
            step=1,
            key=PAGE.key("seed"),
            persist_state="session",
            help=gettext("Of the weights and of the sample that the model reads. It is not trained."),
        )
    with stack:
        _slider("layers", gettext("LSTM layers"), 1, MAX_LAYERS)
        for number, place in zip(NUMBERS[: PAGE.get("layers")], st.columns(PAGE.get("layers")), strict=True):
            with place:
                _choose_layer(number, gettext)
    with out:
        _slider("repeat", gettext("RepeatVector (steps; 0: none)"), 0, MAX_STEPS)
        _choose_place(gettext)
        _slider("outputs", gettext("Dense units (0: none)"), 0, MAX_OUTPUTS)
        st.toggle("TimeDistributed(Dense)", key=PAGE.key("distributed"), persist_state="session")


def _slider(name: str, label: str, low: int, high: int) -> None:
    st.slider(label, low, high, key=PAGE.key(name), persist_state="session")


def _choose_layer(number: int, gettext: Translate) -> None:
    _slider(f"units_{number}", gettext("LSTM {number}: units").format(number=number), 1, MAX_UNITS)
    # Keras's own names; which layer a switch belongs to a screen reader is told by the number.
    st.toggle(f"return_sequences {number}", key=PAGE.key(f"returns_{number}"), persist_state="session")
    st.toggle(f"Bidirectional {number}", key=PAGE.key(f"both_{number}"), persist_state="session")


def _choose_place(gettext: Translate) -> None:
    if not PAGE.get("repeat") or PAGE.get("layers") == 1:
        return
    PAGE.set(repeat_at=min(PAGE.get("repeat_at"), PAGE.get("layers") - 1))
    st.selectbox(
        gettext("RepeatVector stands before"),
        range(PAGE.get("layers")),
        format_func=lambda at: f"LSTM {at + 1}",
        key=PAGE.key("repeat_at"),
        persist_state="session",
    )


def show_why_not(build: Build, refusal: LayerError, gettext: Translate) -> None:
    """Keras's own error, the same in plain words, and each small change after which it does build the model."""
    st.error(gettext("Keras refuses to build this model."), icon=":material/block:")
    show_refusal(refusal, gettext, explained=why_refused(build.blueprint(), refusal, gettext))
    cures = ask_keras(gettext, remote.mends, build)
    if cures is None:
        return
    if not cures:
        st.markdown(gettext("No single change was found that remote.mends it."))
        return
    st.markdown(gettext("Tried in Keras just now: any one of these changes remote.mends it."))
    _offer(cures, gettext)


def _offer(cures: Iterable[tuple[Change, Shape]], gettext: Translate) -> None:
    for number, (change, shape) in enumerate(cures):
        st.button(
            gettext("{change} gives {shape}").format(change=_in_words(dict(change), gettext), shape=shape),
            key=PAGE.key(f"mend_{number}"),
            icon=":material/build:",
            on_click=PAGE.set,
            kwargs=dict(change),
        )


def _in_words(change: dict[str, Any], gettext: Translate) -> str:
    """What a change does, by Keras's names."""
    if "repeat_at" in change:
        template = gettext("RepeatVector({steps}) before LSTM {number}")
        return template.format(steps=change["repeat"], number=change["repeat_at"] + 1)
    ((name, value),) = change.items()
    if name == "repeat":
        return gettext("No RepeatVector")
    if name == "distributed":
        return gettext("No TimeDistributed")
    if name == "steps":
        return gettext("An input with timesteps = {steps}").format(steps=value)
    return gettext("LSTM {number} with return_sequences={value}").format(number=name[-1], value=value)
