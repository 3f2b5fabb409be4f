"""A visitor's data, from a file or pasted text. They are kept only in the visitor's session."""

import uuid
import zlib
from dataclasses import replace
from typing import Any

import streamlit as st

from lstm_viz.app.language import _
from lstm_viz.app.messages import show_problem
from lstm_viz.app.uploads import read_given
from lstm_viz.ceilings import MAX_FEATURES
from lstm_viz.data import InputError
from lstm_viz.data.choices import NAMELESS, Choices
from lstm_viz.data.table import Table, read_series
from lstm_viz.lessons.time_series.gaps import Fill, filled
from lstm_viz.lessons.time_series.series import Origin, Series
from lstm_viz.lessons.time_series.ui.page import PAGE
from lstm_viz.lessons.time_series.ui.reading import (
    OPEN,
    choose_reading,
    chosen,
    forget_choices,
    keep_found,
    show_understood,
)
from lstm_viz.worker import shared_reader
from lstm_viz.worker.errors import WorkerError

LARGE = 100_000  # bytes, which take about 0.1 s to read
FILE, PASTED = "series_file", "series_pasted"
PASTED_FILE = "pasted.csv"
EXAMPLE = "\n2026-01-01,120,3.5\n2026-01-02,135,4.1\n2026-01-03,,2.8"


def own_series() -> tuple[Series, str] | None:
    """The visitor's data as a series, and a key that identifies them; None before data are given.

    Missing values are filled as chosen. If too few rows are left, a message says so and the previous value fills them;
    if they are still too few, the columns stay those of before.
    """
    if (table := PAGE.find("table")) is None:
        return None
    for fill in dict.fromkeys((PAGE.get("fill"), "previous")):
        try:
            return _filled(table, fill)
        except InputError as problem:
            show_problem(problem)
    PAGE.set(columns=[str(at + 1) for at in _last_columns(table)])
    return _filled(table, "previous")


def _last_columns(table: Table) -> tuple[int, ...]:
    """The last columns of the table that could be filled, counted from 0; at first the one to forecast."""
    token, _fill, columns = (PAGE.find("filled") or ((None, "", ()),))[0]
    return columns if token == PAGE.get("table_token") else (table.columns.index(table.default),)


def _filled(table: Table, fill: Fill) -> tuple[Series, str]:
    """The table as a series, and its key.

    Raises:
        InputError: If too few rows are left.
    """
    columns = [int(name) - 1 for name in PAGE.get("columns") if int(name) <= len(table.columns)] or [0]
    key = (PAGE.get("table_token"), fill, tuple(columns))
    if (PAGE.find("filled") or (None,))[0] != key:
        origin = Origin(PAGE.get("table_file"), PAGE.get("table_choices"), table.understood, fill)
        PAGE.set(filled=(key, replace(filled(table, fill, columns), origin=origin)))
    return PAGE.get("filled")[1], f"{PAGE.get('table_token')} {fill}"


def choose_own() -> None:
    """Draws the upload, the text area, what was recognised, and how missing values are filled."""
    with st.container(border=True):
        left, right = st.columns(2, gap="large")
        with left:
            label = _("A CSV file")
            st.file_uploader(label, type=["csv", "tsv", "txt"], key=FILE, on_change=_upload, max_upload_size=20)
        with right:
            example = _("date,visitors,temperature") + EXAMPLE
            st.text_area(_("Or paste the rows here"), key=PASTED, height=110, placeholder=example)
            st.button(_("Use these rows"), key="series_use", icon=":material/check:", on_click=_paste)
        show_problem(PAGE.find("table_problem"))
        st.caption(
            _(
                "One row for each time, at most 50,000, in time order. The separator, a header, a column of "
                "dates and a decimal comma are recognised. The data stays in your session; a link cannot hold "
                "it."
            )
        )
        if (table := PAGE.find("table")) is None:
            st.info(_("No data yet: the tanks are shown until you add some."), icon=":material/upload_file:")
        else:
            show_understood(table)
        if PAGE.find("table_content"):
            choose_reading(_correct)


def _upload() -> None:
    if problems := read_given(FILE, _use):
        PAGE.set(table_problem=problems[0], **{OPEN: True})


def _paste() -> None:
    _tell_problem(st.session_state[PASTED].encode(), PASTED_FILE)


def _correct() -> None:
    """Reads the data again, as the visitor has chosen."""
    _tell_problem(zlib.decompress(PAGE.get("table_content")), PAGE.get("given_name"), is_new=False)


def _tell_problem(content: bytes, name: str, *, is_new: bool = True) -> None:
    try:
        _use(content, name, is_new=is_new)
    except InputError as problem:
        PAGE.set(table_problem=problem.released(), **{OPEN: True})


def _use(content: bytes, name: str, *, is_new: bool = True) -> None:
    """Reads new data, which replace the previous data unless they are wrong.

    Args:
        content: The file.
        name: The name of the file.
        is_new: Whether it is another file, for which nothing was chosen yet. Choices of a link are for the first file.
    """
    if is_new and PAGE.find("table_content"):
        forget_choices()
    if is_new:
        PAGE.set(found={}, offers={})
    PAGE.set(table_content=zlib.compress(content, 1), given_name=name)
    choices = replace(chosen(), nameless=_(NAMELESS))
    table = _reachable(_read(content, choices))
    target = table.columns.index(table.default)
    filled(table, PAGE.get("fill"), [target])
    keep_found(table)
    PAGE.set(table=table, table_choices=_told(choices, table), table_file=name)
    PAGE.set(table_token=uuid.uuid4().hex, table_problem=None, season=0, trained=0)
    PAGE.set(columns=[str(target + 1)], target=target + 1, own_made=None, own_runs=None)


def _told(choices: Choices, table: Table) -> dict[str, Any]:
    """What must be chosen to read the file again: also what a column without a name is called, if it has one."""
    names = table.offers["dates"]
    is_used = any(choices.name_of(at) == name for at, name in enumerate(names, start=1))
    return choices.chosen if is_used else replace(choices, nameless=None).chosen


def _reachable(table: Table) -> Table:
    """The table with the column to forecast first, if it is beyond the columns that can be chosen."""
    if (at := table.columns.index(table.default)) < MAX_FEATURES:
        return table
    order = [at, *(other for other in range(len(table.columns)) if other != at)]
    return replace(table, columns=tuple(table.columns[one] for one in order), values=table.values[:, order])


def _read(content: bytes, choices: Choices) -> Table:
    return read_series(content, choices) if len(content) < LARGE else _read_elsewhere(content, choices)


def _read_elsewhere(content: bytes, choices: Choices) -> Table:
    """The table of a large file, which another process reads."""
    try:
        return shared_reader().call(read_series, content, choices)
    except WorkerError as error:
        raise InputError("The file is too large to be read now. Upload a smaller one, or try again later.") from error
