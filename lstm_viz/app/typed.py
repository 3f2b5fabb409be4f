"""Typed input of a page: while it is invalid, the last valid value stays, and the page says so."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import streamlit as st

from lstm_viz.app.language import _
from lstm_viz.app.messages import show_problem
from lstm_viz.app.page import Page
from lstm_viz.data import InputError

Value = TypeVar("Value")
LONGEST = 80
_STYLE = Path(__file__).with_name("refused.css")


def show_refused(problem: InputError | None, kept: str = "") -> None:
    """Says below a control why its text is refused and what the pictures still show, and dims them.

    Args:
        problem: What is wrong; None if nothing is.
        kept: The last valid text, which is shown; "" if it cannot be told in a line.
    """
    if problem is None:
        return
    show_problem(problem)
    line = " · ".join(filter(None, kept.split("\n")))
    shown = line if len(line) <= LONGEST else line[:LONGEST] + " …"
    template = (
        _("The dimmed part still shows {text}") if shown else _("The dimmed part still shows the last valid input.")
    )
    st.text(template.format(text=shown))
    st.html(_STYLE)


def last_valid(page: Page, name: str, read: Callable[[], Value], fallback: Value) -> tuple[Value, InputError | None]:
    """The value that `read` makes of the page's controls, or the last valid one.

    Args:
        page: The page of the controls.
        name: The name under which the session keeps the value. Values that cannot replace each other have different
            names.
        read: Returns the value; raises an InputError if the typed input is invalid.
        fallback: The value to use if there is no valid one yet.

    Returns:
        The value, and the error of the typed input; None if it is valid.
    """
    key = f"valid_{name}"
    try:
        value = read()
    except InputError as problem:
        kept = page.find(key)
        return (fallback if kept is None else kept), problem
    page.set(**{key: value})
    return value, None
