"""The controls of the visitor's own model, and the fixes for one that Keras cannot build."""

from collections.abc import Iterable
from typing import Any

import streamlit as st

from lstm_viz.app.from_keras import ask_keras
from lstm_viz.app.language import _
from lstm_viz.app.refusals import show_refusal
from lstm_viz.lessons.patterns import remote
from lstm_viz.lessons.patterns.builder import NUMBERS, Build, Change
from lstm_viz.lessons.patterns.refused import why_refused
from lstm_viz.lessons.patterns.results import LayerError, Shape
from lstm_viz.lessons.patterns.ui.page import PAGE


def choose_build() -> None:
    """Draws the controls of the model, from its input to its output."""
    into, stack, out = st.columns([2, 5, 2], gap="large")
    with into:
        for name in ("steps", "features", "seed"):
            PAGE.draw(name)
    with stack:
        layers = PAGE.draw("layers")
        for number, place in zip(NUMBERS[:layers], st.columns(layers), strict=True):
            with place:
                PAGE.draw(f"units_{number}", label=_("LSTM {number}: units").format(number=number))
                PAGE.draw(f"returns_{number}")
                PAGE.draw(f"both_{number}")
    with out:
        PAGE.draw("repeat")
        if PAGE.get("repeat") and layers > 1:
            PAGE.set(repeat_at=min(PAGE.get("repeat_at"), layers - 1))
            PAGE.draw("repeat_at", titles={at: f"LSTM {at + 1}" for at in range(layers)})
        PAGE.draw("outputs")
        PAGE.draw("distributed")


def show_why_not(build: Build, refusal: LayerError) -> None:
    """Draws the Keras error, an explanation of it, and a button for each small change that fixes the model."""
    st.error(_("Keras raises an error when it builds this model."), icon=":material/block:")
    show_refusal(refusal, explained=why_refused(build.blueprint(), refusal, _))
    fixes = ask_keras(remote.fixes, build)
    if fixes is None:
        return
    if not fixes:
        st.markdown(_("No single change was found that fixes it."))
        return
    st.markdown(_("Tried in Keras just now: any one of these changes fixes it."))
    _offer(fixes)


def _offer(fixes: Iterable[tuple[Change, Shape]]) -> None:
    for number, (change, shape) in enumerate(fixes):
        st.button(
            _("{change} gives {shape}").format(change=_in_words(dict(change)), shape=shape),
            key=PAGE.key(f"mend_{number}"),
            icon=":material/build:",
            on_click=PAGE.set,
            kwargs=dict(change),
        )


def _in_words(change: dict[str, Any]) -> str:
    """A change in words, with Keras's names."""
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
