"""Small tables of symbols and numbers."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import streamlit as st

from lstm_viz.explain.narrate_words import in_words
from lstm_viz.tables import table


def show_numbers(columns: Mapping[str, Any]) -> None:
    """Draws a table, as wide as its columns.

    It is no `st.dataframe`: a panel has room for one, because two have the same ids for their cells.

    Args:
        columns: Heading → the values of the column. A column that is an array is of numbers with four decimals.
    """
    texts = {
        name: [in_words(value, 4) if isinstance(values, np.ndarray) else plain(value) for value in values]
        for name, values in columns.items()
    }
    st.table(table(texts), width="content", hide_index=True)


def plain(symbol: object) -> str:
    """A cell of `st.table`, which reads Markdown: a hyphen alone would begin a list."""
    return r"\-" if symbol == "-" else str(symbol)
