"""The controls of a page, folded into a line above the picture that says what is shown."""

import streamlit as st

from lstm_viz.app.language import _
from lstm_viz.app.page import Page


def fold(page: Page, shown: str) -> bool:
    """Draws the line. The page draws its controls below it while it is open.

    Args:
        page: The page of the controls.
        shown: What is shown now, in a few words. It holds nothing that a visitor typed, since it is Markdown.

    Returns:
        Whether it is open.
    """
    is_open = bool(page.find("controls"))
    # For Streamlit 1.67 another label is another expander, so the page itself keeps whether it is open.
    st.expander(
        _("{shown} · change").format(shown=shown),
        expanded=is_open,
        key=page.key("fold"),
        icon=":material/tune:",
        type="compact",
        on_change=page.set,
        kwargs={"controls": not is_open},
    )
    return is_open
