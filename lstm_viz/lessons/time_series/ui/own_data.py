"""A visitor's data, from a file or pasted text. They are kept only in the visitor's session."""

import uuid

import streamlit as st

from lstm_viz.app.language import _
from lstm_viz.app.messages import show_problem
from lstm_viz.app.uploads import read_given
from lstm_viz.data import InputError
from lstm_viz.data.table import Table, read_table
from lstm_viz.lessons.time_series.gaps import Fill, filled, gaps_of
from lstm_viz.lessons.time_series.series import MOST_ROWS, Series
from lstm_viz.lessons.time_series.ui.page import PAGE
from lstm_viz.worker import shared_reader
from lstm_viz.worker.errors import WorkerError

LARGE = 100_000  # bytes, which take about 0.1 s to read
FILE, PASTED = "series_file", "series_pasted"
EXAMPLE = "date,visitors,temperature\n2026-01-01,120,3.5\n2026-01-02,135,4.1\n2026-01-03,,2.8"


def own_series() -> tuple[Series, str] | None:
    """The visitor's data as a series, and a key that identifies them; None before data are given.

    Missing values are filled as chosen. If too few rows are left, a message says so and the previous value fills them.
    """
    if (table := PAGE.find("table")) is None:
        return None
    for fill in (PAGE.get("fill"), "previous"):
        try:
            return _filled(table, fill), f"{PAGE.get('table_token')} {fill}"
        except InputError as problem:
            show_problem(problem)
    return None


def _filled(table: Table, fill: Fill) -> Series:
    columns = [int(name) - 1 for name in PAGE.get("columns") if int(name) <= len(table.columns)] or [0]
    key = (PAGE.get("table_token"), fill, tuple(columns))
    if (PAGE.find("filled") or (None,))[0] != key:
        PAGE.set(filled=(key, filled(table, fill, columns)))
    return PAGE.get("filled")[1]


def choose_own() -> None:
    """Draws the upload, the text area, what was recognised, and how missing values are filled."""
    with st.container(border=True):
        left, right = st.columns(2, gap="large")
        with left:
            label = _("A CSV file")
            st.file_uploader(label, type=["csv", "tsv", "txt"], key=FILE, on_change=_upload, max_upload_size=20)
        with right:
            st.text_area(_("Or paste the rows here"), key=PASTED, height=110, placeholder=EXAMPLE)
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
            _recognised(table)


def _upload() -> None:
    if problems := read_given(FILE, lambda content, _name: _use(content)):
        PAGE.set(table_problem=problems[0])


def _paste() -> None:
    try:
        _use(st.session_state[PASTED].encode())
    except InputError as problem:
        PAGE.set(table_problem=problem.released())


def _use(content: bytes) -> None:
    """Reads new data, which replace the previous data unless they are wrong."""
    table = read_table(content) if len(content) < LARGE else _read_elsewhere(content)
    filled(table, PAGE.get("fill"), [0])
    PAGE.set(
        table=table, table_token=uuid.uuid4().hex, table_problem=None, columns=["1"], target=1, season=0, trained=0
    )
    PAGE.set(own_made=None, own_run=None)


def _read_elsewhere(content: bytes) -> Table:
    """The table of a large file, which another process reads."""
    try:
        return shared_reader().call(read_table, content)
    except WorkerError as error:
        raise InputError("The file is too large to be read now. Upload a smaller one, or try again later.") from error


def _recognised(table: Table) -> None:
    marks = {",": _("comma"), ";": _("semicolon"), "\t": _("tab"), "|": "|"}
    marks |= {" ": _("blanks"), "\n": _("none")}
    template = _("Read: {rows} rows; columns of numbers: {columns}; separator: {separator}; decimal mark: {decimal}.")
    lines = [
        template.format(
            rows=f"{len(table.values):,}",
            columns=len(table.columns),
            separator=marks[table.separator],
            decimal=table.decimal,
        )
    ]
    if table.times:
        template = _("Dates from {first} to {last}.")
        lines.append(template.format(first=_date(table.times[0]), last=_date(table.times[-1])))
    if table.left_out:
        names = ", ".join(table.left_out[:5])
        lines.append(_("Left out because they hold no numbers: {columns}.").format(columns=names))
    if len(table.values) > MOST_ROWS:
        lines.append(_("The last {most} rows are used.").format(most=f"{MOST_ROWS:,}"))
    st.text(" ".join(lines))
    _gaps(table)


def _date(time: str) -> str:
    return time.removesuffix("T00:00:00").replace("T", " ")


def _gaps(table: Table) -> None:
    gaps = gaps_of(table)
    if gaps.uneven:
        template = _(
            "Most rows are {step} apart; exceptions: {count}. The rows are read as evenly spaced, whatever their dates."
        )
        st.text(template.format(step=_duration(gaps.step_seconds or 0), count=gaps.uneven))
    if not gaps.cells:
        st.text(_("No missing values: every cell has a number."))
        return
    counts = ", ".join(f"{name} {count}" for name, count in list(gaps.cells.items())[:5])
    template = _("Missing values: {counts}. The first is in row {row}.")
    st.text(template.format(counts=counts, row=gaps.first_row))
    PAGE.draw("fill")


def _duration(seconds: int) -> str:
    day, hour, minute = 86_400, 3_600, 60
    if seconds % day == 0:
        return _("{count} d").format(count=seconds // day)
    if seconds % hour == 0:
        return _("{count} h").format(count=seconds // hour)
    if seconds % minute == 0:
        return _("{count} min").format(count=seconds // minute)
    return _("{count} s").format(count=seconds)
