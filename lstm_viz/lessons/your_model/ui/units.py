"""The panel All units, and the choice of the window that the viewer shows of a large layer."""

import numpy as np
import streamlit as st

from lstm_viz.app.cached import FinishedChart, finished
from lstm_viz.app.charts import draw_to_pick, mode
from lstm_viz.app.language import _, language
from lstm_viz.app.page import selectbox
from lstm_viz.charts.words import signal_titles
from lstm_viz.engine.cell import SIGNAL_ORDER
from lstm_viz.engine.trace import Trace
from lstm_viz.i18n import counted
from lstm_viz.lessons.your_model.large import MOST_STEPS, MOST_UNITS, is_large, ordered, starts, window_at
from lstm_viz.lessons.your_model.ui.controls import Shown
from lstm_viz.lessons.your_model.ui.page import PAGE
from lstm_viz.viewer import Cursor, Window


def order_of(shown: Shown) -> np.ndarray:
    """The units of A in the chosen order. The session keeps it as long as the passes are the same."""
    key = (shown.key, PAGE.get("order"))
    if (PAGE.find("ordered") or (None,))[0] != key:
        PAGE.set(ordered=(key, ordered(shown.passes["A"].trace, PAGE.get("order"))))
    return PAGE.get("ordered")[1]


def choose_window(shown: Shown, cursor: Cursor) -> Window | None:
    """Draws the choice of the window in which the viewer is; None if it shows the whole trace."""
    trace = shown.passes["A"].trace
    if not is_large(trace):
        return None
    units = order_of(shown)
    window = window_at(trace, units, min(cursor.time, trace.steps - 1), cursor.unit)
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        if trace.units > MOST_UNITS:
            _choose_units(units, window)
            PAGE.draw("order", control="selectbox", width=220)
        if trace.steps > MOST_STEPS:
            _choose_steps(trace, window)
        st.caption(_("The panel “All units” shows the whole layer."), width="content")
    return window


def _choose_units(units: np.ndarray, window: Window) -> None:
    firsts = starts(len(units), MOST_UNITS)
    now = next(at for at in firsts if units[at] == window.units[0])
    titles = {at: f"{at + 1}–{min(at + MOST_UNITS, len(units))}" for at in firsts}
    chosen = selectbox(
        _("Units shown, of {count}").format(count=len(units)),
        firsts,
        index=firsts.index(now),
        format_func=titles.get,
        key=PAGE.key(f"units_{now}_{PAGE.get('order')}"),
        width=200,
    )
    if chosen != now:
        jump(unit=int(units[chosen]) + 1)


def _choose_steps(trace: Trace, window: Window) -> None:
    firsts = starts(trace.steps, MOST_STEPS)
    titles = {at: f"{at + 1}–{min(at + MOST_STEPS, trace.steps)}" for at in firsts}
    chosen = selectbox(
        _("Steps shown, of {count}").format(count=trace.steps),
        firsts,
        index=firsts.index(window.first),
        format_func=titles.get,
        key=PAGE.key(f"steps_{window.first}"),
        width=200,
    )
    if chosen != window.first:
        jump(step=chosen + 1)


def jump(**place: int) -> None:
    """Moves the viewer to a unit or a step, counted from 1."""
    PAGE.set(**place, jump=PAGE.get("jump") + 1)
    st.rerun()


def show_units(shown: Shown, cursor: Cursor) -> None:
    """Draws a signal of all units over all steps. A click opens the place in the viewer."""
    from lstm_viz.lessons.your_model.charts.overview import PICK

    name = "B" if cursor.show == "B" else "A"
    trace = shown.passes[name].trace
    titles = signal_titles(_)
    there = [signal for signal in SIGNAL_ORDER if signal in trace.signals]
    if PAGE.get("signal") not in there:
        PAGE.set(signal="hidden")
    with st.container(horizontal=True):
        PAGE.draw("signal", titles={signal: titles[signal] for signal in there})
        if trace.units <= MOST_UNITS:
            PAGE.draw("order")
    signal = PAGE.get("signal")
    st.caption(counted(trace.units, "unit", _) + " · " + counted(trace.steps, "step", _))
    chart = _overview(shown, name, signal, Cursor(min(cursor.time, trace.steps - 1), cursor.unit))
    for picked in draw_to_pick(chart, PAGE.key(f"overview_{cursor.time}_{cursor.unit}"), PICK):
        jump(unit=int(picked["unit"]), step=int(picked["step"]))


def _overview(shown: Shown, sequence: str, signal: str, cursor: Cursor) -> FinishedChart:
    """The finished chart, which the session keeps until something else is shown."""
    from lstm_viz.lessons.your_model.charts.overview import overview

    key = (shown.key, PAGE.get("order"), sequence, signal, cursor, language(), mode())
    if (PAGE.find("overview") or (None,))[0] != key:
        chart = overview(
            shown.passes[sequence].trace.signals[signal][0],
            order_of(shown),
            signal=signal,
            time=cursor.time,
            unit=cursor.unit,
            sequence=sequence,
            gettext=_,
            mode=mode(),
        )
        PAGE.set(overview=(key, finished([chart])[0]))
    return PAGE.get("overview")[1]
