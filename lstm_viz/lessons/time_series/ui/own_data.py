"""A visitor's data, from a file or pasted text. They are kept only in the visitor's session."""

import uuid
import zlib
from dataclasses import replace

import streamlit as st

from lstm_viz.app.language import _
from lstm_viz.app.messages import show_note, show_problem
from lstm_viz.app.uploads import read_given
from lstm_viz.data import InputError
from lstm_viz.data.cells import is_number
from lstm_viz.data.table import Choices, Table, read_series
from lstm_viz.i18n import N_
from lstm_viz.lessons.time_series.gaps import Fill, filled, gaps_of
from lstm_viz.lessons.time_series.series import MOST_ROWS, Series
from lstm_viz.lessons.time_series.settings import MAX_FEATURES
from lstm_viz.lessons.time_series.ui.page import PAGE
from lstm_viz.worker import shared_reader
from lstm_viz.worker.errors import WorkerError

LARGE = 100_000  # bytes, which take about 0.1 s to read
FILE, PASTED = "series_file", "series_pasted"
DECIMAL, DAY_FIRST, FILLERS = "series_decimal", "series_day_first", "series_fillers"
MOST_NOTES = 8
ENCODINGS = {"cp949": N_("Korean (949)"), "cp1252": N_("Western European (1252)")}
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
        if PAGE.find("table_content"):
            _choose()


def _upload() -> None:
    if problems := read_given(FILE, lambda content, _name: _use(content)):
        PAGE.set(table_problem=problems[0])


def _paste() -> None:
    _tell_problem(st.session_state[PASTED].encode())


def _correct() -> None:
    """Reads the data again, as the controls below them say."""
    _tell_problem(zlib.decompress(PAGE.get("table_content")), keep=True)


def _tell_problem(content: bytes, *, keep: bool = False) -> None:
    try:
        _use(content, keep=keep)
    except InputError as problem:
        PAGE.set(table_problem=problem.released())


def _use(content: bytes, *, keep: bool = False) -> None:
    """Reads new data, which replace the previous data unless they are wrong.

    Args:
        content: The file.
        keep: Whether what the visitor chose for the file stays.
    """
    PAGE.set(table_content=zlib.compress(content, 1))
    if not keep:
        st.session_state.update({DECIMAL: "", DAY_FIRST: "", FILLERS: ""})
    table = _reachable(_read(content, _choices()))
    target = table.columns.index(table.default)
    filled(table, PAGE.get("fill"), [target])
    PAGE.set(table=table, table_token=uuid.uuid4().hex, table_problem=None, season=0, trained=0)
    PAGE.set(columns=[str(target + 1)], target=target + 1, own_made=None, own_run=None)


def _reachable(table: Table) -> Table:
    """The table with the column to forecast first, if it is beyond the columns that can be chosen."""
    if (at := table.columns.index(table.default)) < MAX_FEATURES:
        return table
    order = [at, *(other for other in range(len(table.columns)) if other != at)]
    return replace(table, columns=tuple(table.columns[one] for one in order), values=table.values[:, order])


def _choices() -> Choices:
    """What the visitor chose for the file.

    Raises:
        InputError: If a value that stands for a missing one is not a number.
    """
    words = str(st.session_state.get(FILLERS) or "").replace(",", " ").split()
    for word in words:
        if not is_number(word, "."):
            raise InputError("“{word}” is not a number.", word=word)
    order = st.session_state.get(DAY_FIRST)
    return Choices(
        decimal=st.session_state.get(DECIMAL) or None,
        day_first=order == "day" if order else None,
        missing=tuple(map(float, words)),
    )


def _read(content: bytes, choices: Choices) -> Table:
    return read_series(content, choices) if len(content) < LARGE else _read_elsewhere(content, choices)


def _read_elsewhere(content: bytes, choices: Choices) -> Table:
    """The table of a large file, which another process reads."""
    try:
        return shared_reader().call(read_series, content, choices)
    except WorkerError as error:
        raise InputError("The file is too large to be read now. Upload a smaller one, or try again later.") from error


def _choose() -> None:
    """Draws the controls that correct how the data were understood."""
    found = _("as found")
    left, middle, right = st.columns(3)
    with left:
        marks = {"": found, ".": _("point: 1.5"), ",": _("comma: 1,5")}
        st.selectbox(_("Decimal mark"), marks, format_func=marks.get, key=DECIMAL, on_change=_correct)
    with middle:
        orders = {"": found, "day": _("day/month/year"), "month": _("month/day/year")}
        st.selectbox(_("Dates such as 01/02/26"), orders, format_func=orders.get, key=DAY_FIRST, on_change=_correct)
    with right:
        st.text_input(_("Numbers that mean “missing”"), key=FILLERS, placeholder="-200, -9999", on_change=_correct)


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
        template = _("Dates from {first} to {last}, in column {column}.")
        names = ", ".join(table.understood["dates"])
        lines.append(template.format(first=_date(table.times[0]), last=_date(table.times[-1]), column=names))
    if (encoding := str(table.understood["encoding"])) in ENCODINGS:
        lines.append(_("Encoding: {encoding}.").format(encoding=_(ENCODINGS[encoding])))
    lines.append(_("Column to forecast: {column}.").format(column=table.default))
    if table.left_out:
        names = ", ".join(table.left_out[:5])
        lines.append(_("Left out because they hold no numbers: {columns}.").format(columns=names))
    if len(table.values) > MOST_ROWS:
        lines.append(_("The last {most} rows are used.").format(most=f"{MOST_ROWS:,}"))
    st.text(" ".join(lines))
    for note in table.notes[:MOST_NOTES]:
        show_note(note)
    if len(table.notes) > MOST_NOTES:
        st.text(_("There are {count} more such notes.").format(count=len(table.notes) - MOST_NOTES))
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


def _duration(seconds: float) -> str:
    day, hour, minute = 86_400, 3_600, 60
    if seconds % day == 0:
        return _("{count} d").format(count=int(seconds // day))
    if seconds % hour == 0:
        return _("{count} h").format(count=int(seconds // hour))
    if seconds % minute == 0:
        return _("{count} min").format(count=int(seconds // minute))
    return _("{count} s").format(count=f"{seconds:g}")
