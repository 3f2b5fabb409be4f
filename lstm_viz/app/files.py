"""Files to take away from a page."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

import numpy as np
import streamlit as st

from lstm_viz.app.language import _, later
from lstm_viz.app.page import Page
from lstm_viz.tables import csv, npz

if TYPE_CHECKING:
    import pandas

Arrays = Callable[[], Mapping[str, np.ndarray]]


def file_button(page: Page, label: str, make: Callable[[], bytes], name: str, mime: str) -> None:
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


def csv_button(page: Page, make: Callable[[], "pandas.DataFrame"], name: str, label: str = "CSV") -> None:
    """A button that downloads a table; see `file_button`."""
    file_button(page, label, lambda: csv(make()), name, "text/csv")


def npz_button(page: Page, make: Arrays, name: str, label: str = "NPZ") -> None:
    """A button that downloads arrays by their names; see `file_button`."""
    file_button(page, label, lambda: npz(make()), name, "application/octet-stream")


def show_data(page: Page, frame: "pandas.DataFrame", arrays: Arrays, name: str, *, caption: str = "") -> None:
    """A table, with buttons that download it and what it is made from.

    Args:
        page: Where it stands.
        frame: The table.
        arrays: Gives the arrays by their names.
        name: Of the files, without an extension.
        caption: What the table holds; "" if nothing is said of it.
    """
    if caption:
        st.caption(caption)
    st.dataframe(frame, hide_index=True)
    with st.container(horizontal=True):
        csv_button(page, lambda: frame, f"{name}.csv")
        npz_button(page, arrays, f"{name}.npz")


def show_code(page: Page, code: str, name: str, *, height: int = 500) -> None:
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
