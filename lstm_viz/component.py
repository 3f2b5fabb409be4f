"""Streamlit components, and the JSON values with which they and the charts are drawn."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from lstm_viz.javascript import json_values


def component(name: str, *, html: str, css: str, js: str) -> Callable[..., Any]:
    """Registers a component.

    Returns:
        A function that draws it, with the arguments of Streamlit's own. Its `data` are JSON values.
    """
    draw = st.components.v2.component(f"lstm_viz_{name}", html=html, css=css, js=js)
    # The data are in a list because Streamlit searches a dict for tables, and imports pandas for that.
    return lambda data, **options: draw(data=[json_values(data)], **options)
