"""Tables of numbers with four decimals each."""

from collections.abc import Mapping
from typing import Any, Literal

import numpy as np
import streamlit as st

from lstm_viz.tables import table


def show_numbers(
    columns: Mapping[str, Any],
    *,
    width: Literal["stretch", "content"] = "stretch",
    height: Literal["auto", "content"] = "auto",
) -> None:
    """Draws a table.

    Args:
        columns: Heading → the values of the column. A column that is an array is of numbers with four decimals.
        width: Whether the table is as wide as the page or as its columns.
        height: Whether a long table scrolls, or shows all of its rows.
    """
    number = st.column_config.NumberColumn(format="%.4f")
    formats = {name: number for name, values in columns.items() if isinstance(values, np.ndarray)}
    st.dataframe(table(columns), hide_index=True, column_config=formats, width=width, height=height)
