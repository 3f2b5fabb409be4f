"""How the visitor's file was read: what was understood, and a control for each choice."""

import itertools
from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st

from lstm_viz.app.fold import opens
from lstm_viz.app.language import _
from lstm_viz.app.messages import show_note
from lstm_viz.data.choices import DECLARED, NONE, Choices, choices_of, titled, understood_as
from lstm_viz.data.dates import WRITTEN
from lstm_viz.data.table import Table
from lstm_viz.lessons.time_series.gaps import gaps_of
from lstm_viz.lessons.time_series.series import MOST_ROWS
from lstm_viz.lessons.time_series.ui.page import PAGE

MOST_NOTES = 8
MOST_COLUMNS, MOST_PAIRS = 40, 6
OPEN = "reading_open"
PLACES = (
    ("encoding", "separator", "decimal", "thousands", "missing"),
    ("header", "leave_out", "layout", "stacked", "series"),
    ("dates", "date_format", "order", "factors"),
)


def chosen() -> Choices:
    """What the visitor has chosen for the file.

    Raises:
        InputError: If a typed text cannot be read.
    """
    return choices_of({name: str(PAGE.find(name) or "") for name in DECLARED})


def forget_choices() -> None:
    """Takes back all choices, so that the file itself tells how it is to be read."""
    PAGE.set(**dict.fromkeys(DECLARED, ""))


def keep_found(table: Table) -> None:
    """Keeps what was found in the file where the visitor has chosen nothing."""
    found = {name: table.understood[name] for name in DECLARED if not PAGE.find(name)}
    found["date_example"] = table.understood.get("date_example")
    PAGE.set(found=(PAGE.find("found") or {}) | found, offers=table.offers)


def choose_reading(read: Callable[[], object]) -> None:
    """Draws the line that tells whether the file is read as found, and the controls below it while it is open.

    Args:
        read: Reads the file again.
    """
    mine = [_(declared.label) for name, declared in DECLARED.items() if PAGE.find(name)]
    template = _("How the file is read. Chosen by you: {choices}")
    told = template.format(choices=", ".join(mine)) if mine else _("How the file is read: automatically · change")
    if not opens(PAGE, OPEN, told, icon=":material/rule:", key="reading"):
        return
    for place, names in zip(st.columns(3, gap="large"), PLACES, strict=True):
        with place:
            for name in names:
                _draw(name, read)
    if mine:
        st.button(
            _("Read it automatically"), icon=":material/undo:", key=PAGE.key("as_found"), on_click=_reset, args=(read,)
        )


def _reset(read: Callable[[], object]) -> None:
    forget_choices()
    read()


def _draw(name: str, read: Callable[[], object]) -> None:
    """Draws the control of a choice. What was found in the file is its first option, or the hint in its field."""
    found = PAGE.find("found") or {}
    said = _("automatic")
    if name in found:
        said = _("automatic: {value}").format(value=understood_as(name, found, _))
    if name in ("leave_out", "factors", "missing"):
        PAGE.draw(name, placeholder=said, on_change=read)
        return
    titles = {"": said} | _titles(name, PAGE.find("offers") or {})
    if (value := PAGE.get(name)) not in titles:
        titles[value] = value
    PAGE.draw(name, titles=titles, control="selectbox", on_change=read)


def _titles(name: str, offers: Mapping[str, tuple[Any, ...]]) -> dict[str, str]:
    """The options of a choice besides what was found, each with its title."""
    if name == "series":
        return {key: key for key in offers.get("series", ())}
    if name == "date_format":
        return {way: WRITTEN[way] for way in offers.get("date_format") or WRITTEN}
    if name not in ("dates", "stacked"):
        return {option.word: titled(name, option.value, _) for option in DECLARED[name].options}
    names = offers.get("dates", ())
    wanted = names[:MOST_COLUMNS] if name == "dates" else offers.get("stacked", ())
    titles = {NONE: _("none")} | {str(names.index(each) + 1): each for each in wanted}
    if name == "dates":
        pairs = enumerate(itertools.pairwise(names[:MOST_PAIRS]), start=1)
        titles |= {f"{at},{at + 1}": " + ".join(pair) for at, pair in pairs}
    return titles


def show_understood(table: Table) -> None:
    """Draws what the file was taken to be, its notes and its gaps."""
    template = _("Read: {rows} rows; columns of numbers: {columns}; separator: {separator}; decimal mark: {decimal}.")
    told = table.understood
    lines = [
        template.format(
            rows=f"{len(table.values):,}",
            columns=len(table.columns),
            separator=titled("separator", table.separator, _),
            decimal=f"“{table.decimal}”",
        )
    ]
    lines += [
        f"{_(DECLARED[name].label)}: {titled(name, told[name], _)}."
        for name in ("encoding", "thousands", "header", "leave_out")
        if told[name] not in ("", (), "utf-8", "text", 1)
    ]
    if table.times:
        template = _("Dates from {first} to {last}, in column {column}, written like {example}.")
        names, example = ", ".join(told["dates"]), understood_as("date_format", told, _)
        ends = {"first": _date(table.times[0]), "last": _date(table.times[-1])}
        lines.append(template.format(column=names, example=example, **ends))
    lines.append(_("Column to forecast: {column}.").format(column=table.default))
    if table.left_out:
        names = ", ".join(table.left_out[:5])
        lines.append(_("Left out because they are not read as numbers: {columns}.").format(columns=names))
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
