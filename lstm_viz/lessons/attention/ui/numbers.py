"""Small tables of symbols and numbers."""

from collections.abc import Mapping
from typing import Any, Literal

import numpy as np
import streamlit as st

from lstm_viz.tables import table


def show_numbers(columns: Mapping[str, Any], *, width: Literal["stretch", "content"] = "stretch") -> None:
    """Draws a table.

    It is no `st.dataframe`: a panel has room for one, because two have the same ids for their cells.

    Args:
        columns: Heading → the values of the column. A column that is an array is of numbers with four decimals.
        width: Whether the table is as wide as the page or as its columns.
    """
    texts = {
        name: [f"{value:.4f}" for value in values] if isinstance(values, np.ndarray) else list(map(plain, values))
        for name, values in columns.items()
    }
    st.table(table(texts), width=width, hide_index=True)


def plain(symbol: object) -> str:
    """A cell of `st.table`, which reads Markdown: a hyphen alone would begin a list."""
    return r"\-" if symbol == "-" else str(symbol)
