"""Streamlit components, and the JSON values with which they and the charts are drawn."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from lstm_viz.javascript import json_values, sources


def component(name: str, *, html: str, css: str, module: str) -> Callable[..., Any]:
    """Registers a component.

    Args:
        name: The name of the component.
        html: What it is drawn into.
        css: Its style sheet.
        module: Its JavaScript, with a default export that Streamlit calls.

    Returns:
        A function that draws it, with the arguments of Streamlit's own. Its `data` are JSON values.
    """
    draw = st.components.v2.component(f"lstm_viz_{name}", html=html, **sources(name, module, css))
    # The data are in a list because Streamlit searches a dict for tables, and imports pandas for that.
    return lambda data, **options: draw(data=[json_values(data)], **options)
