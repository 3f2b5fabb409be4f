"""The drawings as Streamlit components, which react to a choice without asking the server."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import streamlit as st

from lstm_viz.component import component
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
"""The modules of each drawing, each after the modules that it imports. A drawing of words is built on WORD_MODULES."""


def join_modules(modules: tuple[str, ...]) -> str:
    """The JavaScript of a drawing as one module."""
    return joined(_FOLDER.joinpath(f"{name}.js") for name in modules)


def drawing_component(name: str, modules: tuple[str, ...], folder: Path = _FOLDER) -> Callable[..., Any]:
    """Registers a component that looks like the drawings.

    Args:
        name: The name of the component, of its style sheet and of its section's class.
        modules: The paths of its JavaScript modules, from this folder, each after the modules that it imports.
        folder: The folder of its style sheet.
    """
    return component(name, html=section(name), css=style_of(name, folder), module=join_modules(modules))


def section(name: str) -> str:
    """The markup of a drawing."""
    return f'<section class="drawing {name}"></section>'


def style_of(name: str, folder: Path = _FOLDER) -> str:
    """The style sheet of a drawing, whose own part is in `folder`."""
    return _FOLDER.joinpath("drawing.css").read_text("utf-8") + folder.joinpath(f"{name}.css").read_text("utf-8")


_UNROLLED = drawing_component("unrolled", UNROLLED_MODULES)
_ARRAY_BLOCK = drawing_component("array_block", BLOCK_MODULES)


def show_unrolled(
    drawing: Unrolled, *, key: str, gettext: Callable[[str], str], selected: str | None = None
) -> str | None:
    """Draws a network unrolled over time. A choice of one of its tensors lights up the nodes that hold it.

    Args:
        drawing: The network to draw.
        key: The element's key.
        gettext: Translates a sentence.
        selected: The name of the chosen tensor. The name that this function returned last keeps the reader's choice;
            another name replaces it. None or "" also keeps the reader's choice, which is None at first.

    Returns:
        The name of the chosen tensor; None if no tensor is chosen.

    Raises:
        TypeError: If `drawing` is not an Unrolled.
    """
    if not isinstance(drawing, Unrolled):
        raise TypeError(f"drawing must be an Unrolled, not {type(drawing).__name__}.")
    names = [tensor.name for tensor in drawing.tensors]
    wish = _wish(f"{key}-wish", selected or None)
    data = {**unrolled_payload(drawing, gettext), "wish": wish["number"], "selected": wish["name"]}
    result = _UNROLLED(data, key=key, on_tensor_change=lambda: None)
    reported = result.get("tensor") or {}
    if reported.get("wish") == wish["number"]:
        wish["name"] = reported.get("name")
    return wish["name"] if wish["name"] in names else None


def _wish(key: str, selected: str | None) -> dict[str, Any]:
    """The chosen tensor as far as the server knows, and a number that grows when the page makes the choice."""
    wish = st.session_state.setdefault(key, {"name": selected, "number": 0})
    if selected is not None and selected != wish["name"]:
        wish = st.session_state[key] = {"name": selected, "number": wish["number"] + 1}
    return wish


def show_array_block(block: ArrayBlock, *, key: str, gettext: Callable[[str], str]) -> None:
    """Draws an array and its raw data. A choice of a number in one lights up the same number in the other.

    Args:
        block: The array and its raw data.
        key: The element's key.
        gettext: Translates a sentence.

    Raises:
        TypeError: If `block` is not an ArrayBlock.
    """
    if not isinstance(block, ArrayBlock):
        raise TypeError(f"block must be an ArrayBlock, not {type(block).__name__}.")
    _ARRAY_BLOCK(block_payload(block, gettext), key=key)
