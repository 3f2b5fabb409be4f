"""Buttons that download files: tables, arrays and scripts."""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Literal

import numpy as np
import streamlit as st

from lstm_viz.app.language import _, later, script
from lstm_viz.app.page import Page
from lstm_viz.engine.trace import Trace
from lstm_viz.glossary import SIGNAL_NAMES
from lstm_viz.i18n import N_
from lstm_viz.tables import csv, npz, parquet, trace_npz

if TYPE_CHECKING:
    import pandas

BYTES = "application/octet-stream"
HEADERS = {
    "sequence": N_("sequence"),
    "sentence": N_("sentence"),
    "sample": N_("sample"),
    "tank": N_("tank"),
    "batch": N_("batch"),
    "layer": N_("layer"),
    "network": N_("network"),
    "tensor": N_("tensor"),
    "rank": N_("rank"),
    "drawn_with": N_("with temperature"),
    "chosen": N_("drawn"),
    "step": N_("step"),
    "timestep": N_("step"),
    "unit": N_("unit"),
    "feature": N_("feature"),
    "value": N_("value"),
    "reads": N_("reads"),
    "predicts": N_("predicts"),
    "probability": N_("probability"),
    "word": N_("word"),
    "id": N_("id"),
    "sentiment": N_("sentiment"),
    "share": N_("contribution"),
    "pressure": N_("pressure"),
    "temperature": N_("temperature"),
    "level": N_("level"),
    "stateful": "stateful",
    "stateless": "stateless",
    "says": N_("says"),
    "input_step": N_("input step"),
    "score": N_("score"),
    "weight": N_("weight"),
    "known": N_("known"),
    "continued": N_("continued"),
    "true": N_("true value"),
    "loss": N_("loss"),
    "forget_product": N_("product of the forget gates"),
    "beyond_forget": N_("gradient beyond this product"),
    "loss_hidden": N_("gradient of the loss with respect to h"),
    "loss_cell": N_("gradient of the loss with respect to c"),
    "loss_input": N_("gradient of the loss with respect to x"),
    **SIGNAL_NAMES,
}
"""Column of a file → its header on a page, marked for the catalogue. A file has the same columns in each language."""
WEIGHTS = re.compile(r'^(?P<indent> +)"[A-Za-z0-9+/=]+"\n(?:^ +"[A-Za-z0-9+/=]+"\n){9,}', re.MULTILINE)
"""Weights in a script, as lines of base64."""
MOST_SHOWN = 50_000
"""The characters of a script up to which a page shows its weights, too."""
Arrays = Callable[[], Mapping[str, np.ndarray]]


def file_button(
    page: Page,
    label: str,
    make: Callable[[], bytes],
    name: str,
    mime: str,
    type: Literal["secondary", "tertiary"] = "secondary",  # noqa: A002 (Streamlit's own name for it)
) -> None:
    """Draws a button that downloads a file. The file is made when the button is pressed.

    Args:
        page: The page that has the button.
        label: The text on the button.
        make: A function that returns the file's bytes.
        name: The name of the file; a page has only one button of this name.
        mime: The media type of the file.
        type: The look of the button, as Streamlit calls it.
    """
    # A rerun after the click would delete the file before the browser has it.
    key, icon = page.key(f"file_{name}"), ":material/download:"
    st.download_button(label, later(make), name, mime, key=key, icon=icon, on_click="ignore", type=type)


def csv_button(page: Page, make: Callable[[], "pandas.DataFrame"], name: str, label: str = "CSV") -> None:
    """Draws a button that downloads a table; see `file_button`."""
    file_button(page, label, lambda: csv(make()), name, "text/csv")


def npz_button(page: Page, make: Arrays, name: str, label: str = "NPZ") -> None:
    """Draws a button that downloads named arrays; see `file_button`."""
    file_button(page, label, lambda: npz(make()), name, BYTES)


def parquet_button(page: Page, make: Callable[[], "pandas.DataFrame"], name: str) -> None:
    """Draws a button that downloads a table for pandas or Polars; see `file_button`."""
    file_button(page, "Parquet", lambda: parquet(make()), name, BYTES)


def trace_buttons(page: Page, traces: Mapping[str, Trace], name: str) -> None:
    """Draws a button for each trace, which downloads it as a file for a notebook; see `file_button`.

    Args:
        page: The page that has the buttons.
        traces: The trace of each sequence.
        name: The name of the files, with {sequence}.
    """
    for sequence, trace in traces.items():
        file_button(page, f"NPZ {sequence}", partial(trace_npz, trace), name.format(sequence=sequence), BYTES)


def headers(columns: Iterable[str]) -> dict[str, str]:
    """Column → its header in this session's language, for those of HEADERS; with the unit of "input_gate_3"."""
    found = {}
    for column in columns:
        name, _mark, unit = column.rpartition("_")
        if column in HEADERS:
            found[column] = _(HEADERS[column])
        elif name in HEADERS and unit.isdecimal():
            found[column] = f"{_(HEADERS[name])} {unit}"
    return found


def show_data(page: Page, frame: "pandas.DataFrame", arrays: Arrays, name: str, *, caption: str = "") -> None:
    """Draws a table, with buttons that download it and the arrays it is made from.

    Args:
        page: The page that has the table.
        frame: The table. Numbers that are not whole are shown with four decimals.
        arrays: A function that returns the arrays by name.
        name: The name of the files, without an extension.
        caption: A sentence above the table; "" for none.
    """
    if caption:
        st.caption(caption)
    titles = headers(frame.columns)
    four = {
        name: st.column_config.NumberColumn(titles.get(name), format="%.4f")
        for name in frame.columns
        if frame[name].dtype.kind == "f"
    }
    st.dataframe(frame, hide_index=True, column_config=titles | four)
    with st.container(horizontal=True):
        csv_button(page, lambda: frame, f"{name}.csv")
        npz_button(page, arrays, f"{name}.npz")


def show_code(page: Page, code: str, name: str, *, height: int = 500) -> None:
    """Draws a script with a button that downloads it.

    Args:
        page: The page that has the script.
        code: The script, in Python.
        name: The name of the file.
        height: The height of the box in pixels; longer scripts scroll.
    """
    code = script(code)
    file_button(page, _("Download"), code.encode, name, "text/x-python")
    shown = WEIGHTS.sub(_left_out, code) if len(code) > MOST_SHOWN else code
    if shown != code:
        st.caption(_("The weights are left out below. The downloaded file has them, and runs as it is."))
    # No syntax colours: on a light page Streamlit's colours have too little contrast.
    st.code(shown, language=None, height=height)


def _left_out(lines: re.Match[str]) -> str:
    count = lines[0].count("\n")
    told = _("{count} lines of weights are left out here").format(count=f"{count:,}")
    return f"{lines['indent']}# {told}\n"
