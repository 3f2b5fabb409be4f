"""The panel with the unrolled drawing of a call, and each tensor with its shape and its numbers."""

import numpy as np
import streamlit as st

from lstm_viz.app.language import _
from lstm_viz.app.refusals import show_refusal
from lstm_viz.drawings.component import show_unrolled
from lstm_viz.keras_errors import KerasError
from lstm_viz.lessons.what_it_returns.accepted_call import accepted_next_layer, explained
from lstm_viz.lessons.what_it_returns.call import Call, next_layer_code, second
from lstm_viz.lessons.what_it_returns.picture import DrawnCall, picture
from lstm_viz.lessons.what_it_returns.results import Returned
from lstm_viz.lessons.what_it_returns.tables import arrays_of, as_text
from lstm_viz.lessons.what_it_returns.ui.controls import ChosenCall, choose_sample
from lstm_viz.lessons.what_it_returns.ui.page import PAGE
from lstm_viz.lessons.what_it_returns.words import next_layer_note, second_note, tensor_axes, tensor_note

CARD = 395


def show_tensors(chosen: ChosenCall, result: Returned) -> None:
    """Draws one sample, the Keras error of the next layer if there is one, and a card for each tensor."""
    sample = choose_sample(chosen.inputs.samples)
    drawing = picture(DrawnCall(chosen.call, result, chosen.inputs, sample, _))
    # A new link or "Try this" gives the drawing a new key, so that it does not keep the tensor chosen before.
    key = PAGE.key(f"unrolled_{PAGE.find('jump')}")
    selected = show_unrolled(drawing, key=key, gettext=_, selected=PAGE.get("tensor"))
    PAGE.set(tensor=selected or "")
    if isinstance(result.next_layer, KerasError):
        meaning = explained(result.next_layer.message, accepted_next_layer(chosen.call), _)
        show_refusal(result.next_layer, of=next_layer_code(chosen.call), explained=meaning)
    with st.container(horizontal=True):
        for name, array in arrays_of(result).items():
            _card(name, array, _note(chosen.call, name), sample)


def _note(call: Call, name: str) -> str:
    seconds = {second(first): first for first in call.names}
    if name in seconds:
        return second_note(seconds[name], _)
    return next_layer_note(call, _) if name == "y" else tensor_note(call, name, _)


def _card(name: str, array: np.ndarray, note: str, sample: int) -> None:
    with st.container(border=True, width=CARD, gap="xsmall"):
        axes = ", ".join(tensor_axes(array, _))
        st.markdown(f"**{name}** `{array.shape}` ({axes})")
        st.caption(note)
        code = f"{as_text(array)}\n\n{_index(name, array, sample)}"
        st.code(code, language=None, height="content" if array.size < 60 else 250)


def _index(name: str, array: np.ndarray, sample: int) -> str:
    """The code that reads one number of a tensor: the last unit of the drawn sample."""
    at = {"sample": sample, "timestep": array.shape[1] - 1, "unit": array.shape[-1] - 1}
    words = _("sample {sample}, timestep {timestep}, unit {unit}")
    if array.ndim == 2:
        words = _("sample {sample}, unit {unit}")
        del at["timestep"]
    code = f"{name}[{', '.join(map(str, at.values()))}]"
    return f"{code}\n# {array[tuple(at.values())]:.5f}: {words.format(**at)}"
