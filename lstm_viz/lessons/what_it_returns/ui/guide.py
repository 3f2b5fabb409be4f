"""Draws the tensors of each stop of the guided lesson, and names their numbers."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import streamlit as st

from lstm_viz.app.from_keras import Ask, ask_keras
from lstm_viz.app.guide import Figure, Guide
from lstm_viz.app.language import _
from lstm_viz.app.saved_lesson import Part
from lstm_viz.drawings.unrolled_payload import unrolled_payload
from lstm_viz.guided_lesson import Stop
from lstm_viz.keras_errors import KerasError
from lstm_viz.lessons.what_it_returns import remote
from lstm_viz.lessons.what_it_returns.call import call_code, call_of
from lstm_viz.lessons.what_it_returns.guide import STOPS
from lstm_viz.lessons.what_it_returns.inputs import inputs_of
from lstm_viz.lessons.what_it_returns.picture import DrawnCall, picture
from lstm_viz.lessons.what_it_returns.results import Returned
from lstm_viz.lessons.what_it_returns.ui.controls import ChosenCall
from lstm_viz.lessons.what_it_returns.ui.page import PAGE
from lstm_viz.lessons.what_it_returns.ui.tensors import show_tensors


def _draw(_stop: Stop) -> dict[str, str]:
    chosen = ChosenCall(call_of(PAGE.values()), "sample", "", inputs_of("sample"))
    st.code(call_code(chosen.call), language=None)
    result = ask_keras(remote.returned, chosen.call, chosen.inputs.x)
    if result is None or isinstance(result, KerasError):
        return {}
    show_tensors(chosen, result)
    return _told(result)


def _figure(_stop: Stop, values: Mapping[str, Any], ask: Ask) -> Figure:
    call, inputs = call_of(values), inputs_of("sample")
    code = Part("code", call_code(call))
    result = ask(remote.returned, call, inputs.x)
    if result is None or isinstance(result, KerasError):
        return [code], {}
    drawing = unrolled_payload(picture(DrawnCall(call, result, inputs, 0, _)), _)
    chosen = {"wish": values["lesson"], "selected": values["tensor"] or None}
    return [code, Part("unrolled", drawing | chosen)], _told(result)


def _told(result: Returned) -> dict[str, str]:
    """The numbers and the shapes of the tensors."""
    tensors = result.tensors
    told = {name: _numbers(array) for name, array in tensors.items() if array.ndim == 2}
    told |= {f"{name}_shape": str(array.shape) for name, array in tensors.items()}
    if "output" in tensors and "h" in tensors:
        told["difference"] = f"{np.abs(tensors['output'] - tensors['h']).max():g}"
    return told


def _numbers(array: np.ndarray) -> str:
    """The numbers of the first sample, with two decimals."""
    return ", ".join(f"{value:.2f}" for value in array[0])


GUIDE = Guide(PAGE, STOPS, _draw, _figure)
