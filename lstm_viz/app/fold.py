"""A part of a page, folded into a line that says what is in it."""

import streamlit as st

from lstm_viz.app.language import _
from lstm_viz.app.page import Page


def fold(page: Page, shown: str) -> bool:
    """Draws the line of a page's controls. The page draws its controls below it while it is open.

    Args:
        page: The page of the controls.
        shown: What is shown now, in a few words. It holds nothing that a visitor typed, since it is Markdown.

    Returns:
        Whether it is open.
    """
    return opens(page, "controls", _("{shown} · change").format(shown=shown), icon=":material/tune:", key="fold")


def opens(page: Page, name: str, label: str, *, icon: str, key: str) -> bool:
    """Draws a line that opens and closes. What it opens is drawn by the page, below it, and only while it is open.

    Args:
        page: The page.
        name: What the session keeps of it: a value of the page, or a setting.
        label: What the line says, in Markdown.
        icon: The icon before it.
        key: The key of the line.

    Returns:
        Whether it is open.
    """
    is_open = bool(page.find(name))
    # For Streamlit 1.67 another label is another expander, so the page itself keeps whether it is open.
    toggled = {name: not is_open}
    st.expander(
        label, expanded=is_open, key=page.key(key), icon=icon, type="compact", on_change=page.set, kwargs=toggled
    )
    return is_open
