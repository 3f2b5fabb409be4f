"""Files to take away from a page."""

from collections.abc import Callable

import streamlit as st

from lstm_viz.app.language import _, later
from lstm_viz.app.session import AnyPage


def file_button(page: AnyPage, label: str, make: Callable[[], bytes], name: str, mime: str) -> None:
    """A button that downloads a file, made when it is pressed.

    Args:
        page: Where it stands.
        label: On the button.
        make: Gives the file's bytes.
        name: Of the file; once on a page.
        mime: Its media type.
    """
    # A run just after the click would drop the file before the browser has it.
    st.download_button(
        label, later(make), name, mime, key=page.key(f"file_{name}"), icon=":material/download:", on_click="ignore"
    )


def show_code(page: AnyPage, code: str, name: str, *, height: int = 500) -> None:
    """A script with a button that downloads it.

    Args:
        page: Where it stands.
        code: Python.
        name: Of the file.
        height: Of the box, in pixels; it scrolls.
    """
    file_button(page, _("Download"), lambda: code.encode(), name, "text/x-python")
    # Without colours: Streamlit's are too pale on a light page to be read by all.
    st.code(code, language=None, height=height)
