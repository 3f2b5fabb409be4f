"""A row of choices, of which one is taken: a setting of a page."""

from collections.abc import Iterable, Mapping
from typing import Any

import streamlit as st

from lstm_viz.app.session import AnyPage


def choose_one(page: AnyPage, name: str, label: str, options: Iterable[Any], **layout: Any) -> Any:
    """Draws the row.

    Args:
        page: Whose setting it is.
        name: Of the setting.
        label: What is chosen.
        options: The values in their order: a mapping, each with its title, or values that are their own titles.
        **layout: What else `st.segmented_control` takes.

    Returns:
        The value that is chosen.
    """
    titles = options if isinstance(options, Mapping) else {value: str(value) for value in options}
    return st.segmented_control(
        label,
        list(titles),
        format_func=titles.__getitem__,
        key=page.key(name),
        required=True,
        persist_state="session",
        **layout,
    )
