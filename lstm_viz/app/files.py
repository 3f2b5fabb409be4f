"""Files to take away from a page."""

from collections.abc import Callable

import streamlit as st

from lstm_viz.app.session import LinkedPage


def file_button(page: LinkedPage, label: str, make: Callable[[], bytes], name: str, mime: str) -> None:
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
        label, make, name, mime, key=page.key(f"file_{name}"), icon=":material/download:", on_click="ignore"
    )


def show_code(page: LinkedPage, code: str, name: str, gettext: Callable[[str], str], *, height: int = 500) -> None:
    """A script with a button that downloads it.

    Args:
        page: Where it stands.
        code: Python.
        name: Of the file.
        gettext: Translates what is written.
        height: Of the box, in pixels; it scrolls.
    """
    file_button(page, gettext("Download"), lambda: code.encode(), name, "text/x-python")
    # Without colours: Streamlit's are too pale on a light page to be read by all.
    st.code(code, language=None, height=height)
