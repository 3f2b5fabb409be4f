"""The drawings as Streamlit components: choosing and lighting need no server."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import streamlit as st

from lstm_viz.drawings.array_block import ArrayBlock
from lstm_viz.drawings.block_payload import block_payload
from lstm_viz.drawings.unrolled import Unrolled
from lstm_viz.drawings.unrolled_payload import unrolled_payload
from lstm_viz.javascript import joined

_FOLDER = Path(__file__).parent
_SHARED = ("../viewer/text", "../viewer/dom", "../viewer/numbers", "../viewer/colors", "arrays", "letters", "dress")
UNROLLED_MODULES = (*_SHARED, "arrange", "route", "cells", "picture", "table", "labels", "balloon", "save", "unrolled")
BLOCK_MODULES = (*_SHARED, "block_arrange", "block_words", "block_picture", "block_raw", "array_block")
WORD_MODULES = ("../viewer/dom", "../viewer/colors", "dress")
"""In an order in which each stands after those it imports; the last are what a drawing of words builds on."""


def join_modules(modules: tuple[str, ...]) -> str:
    """A drawing's JavaScript as one module."""
    return joined(_FOLDER.joinpath(f"{name}.js") for name in modules)


def drawing_component(name: str, modules: tuple[str, ...], folder: Path = _FOLDER) -> Callable[..., Any]:
    """Registers a component that looks like the drawings.

    Args:
        name: Of the component, of its style sheet and of its section's class.
        modules: Its JavaScript, seen from this folder, in an order in which each stands after those it imports.
        folder: Where its style sheet is.
    """
    return st.components.v2.component(
        f"lstm_viz_{name}",
        html=f'<section class="drawing {name}"></section>',
        css=_FOLDER.joinpath("drawing.css").read_text("utf-8") + folder.joinpath(f"{name}.css").read_text("utf-8"),
        js=join_modules(modules),
    )


_UNROLLED = drawing_component("unrolled", UNROLLED_MODULES)
_ARRAY_BLOCK = drawing_component("array_block", BLOCK_MODULES)


def show_unrolled(
    drawing: Unrolled, *, key: str, gettext: Callable[[str], str], selected: str | None = None
) -> str | None:
    """Draws a network unrolled over time; choosing one of its tensors lights the nodes that hold it.

    Args:
        drawing: What to draw.
        key: The element's key.
        gettext: Translates a sentence.
        selected: The tensor to light: hand back what this returned last, and the reader's choice stays; hand in another
            name, and that is chosen instead. None or "": the reader's choice stays, none at first.

    Returns:
        The name of the chosen tensor, None if there is none.

    Raises:
        TypeError: If `drawing` is none.
    """
    if not isinstance(drawing, Unrolled):
        raise TypeError(f"drawing must be an Unrolled, not {type(drawing).__name__}.")
    names = [tensor.name for tensor in drawing.tensors]
    wish = _wish(f"{key}-wish", selected or None)
    data = {**unrolled_payload(drawing, gettext), "wish": wish["number"], "selected": wish["name"]}
    # In a list: Streamlit would search a dict for tables, and import pandas to know one.
    result = _UNROLLED(key=key, data=[data], on_tensor_change=lambda: None)
    reported = result.get("tensor") or {}
    if reported.get("wish") == wish["number"]:
        wish["name"] = reported.get("name")
    return wish["name"] if wish["name"] in names else None


def _wish(key: str, selected: str | None) -> dict[str, Any]:
    """What is chosen as far as the server knows, and a number that grows when the page chooses, not the reader."""
    wish = st.session_state.setdefault(key, {"name": selected, "number": 0})
    if selected is not None and selected != wish["name"]:
        wish = st.session_state[key] = {"name": selected, "number": wish["number"] + 1}
    return wish


def show_array_block(block: ArrayBlock, *, key: str, gettext: Callable[[str], str]) -> None:
    """Draws an array beside the raw data: choosing a number on one side lights what it is on the other.

    Args:
        block: What to draw.
        key: The element's key.
        gettext: Translates a sentence.

    Raises:
        TypeError: If `block` is none.
    """
    if not isinstance(block, ArrayBlock):
        raise TypeError(f"block must be an ArrayBlock, not {type(block).__name__}.")
    _ARRAY_BLOCK(key=key, data=[block_payload(block, gettext)])
