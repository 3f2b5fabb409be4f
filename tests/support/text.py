"""The page Text without a browser."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from tests.support.app import open_page


def open_text(**query: str) -> AppTest:
    """The view that a link opens."""
    return open_page("text", **query)
