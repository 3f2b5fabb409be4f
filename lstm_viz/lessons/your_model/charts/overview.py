"""A chart of one signal of all units over all steps, in few cells."""

import json
from collections.abc import Sequence

import altair as alt
import numpy as np

from lstm_viz.charts import cells
from lstm_viz.charts.base import finish, number, small
from lstm_viz.charts.theme import SURFACES, Mode, diverging
from lstm_viz.charts.words import signal_titles
from lstm_viz.i18n import Translate
from lstm_viz.lessons.your_model.large import binned

MOST_ROWS, MOST_COLUMNS = 64, 100
ROW_HEIGHTS, ROOM = (5, 20), 380
EVERY = 8
"""The axes name every eighth row and column."""
PICK = "pick"


def overview(
    values: np.ndarray,
    units: np.ndarray,
    *,
    signal: str,
    time: int,
    unit: int,
    sequence: str,
    gettext: Translate,
    mode: Mode,
) -> alt.LayerChart:
    """Draws the strongest number in each cell; a click on a cell chooses its unit and step.

    Args:
        values: The signal, (time, units).
        units: The units, counted from 0, in the order in which they stand.
        signal: The name of the signal.
        time: The step of the cursor, counted from 0.
        unit: The unit of the cursor, counted from 0.
        sequence: "A" or "B".
        gettext: Translates a text.
        mode: The mode of the page.

    Returns:
        A chart of at most MOST_ROWS rows and MOST_COLUMNS columns. Its selection PICK has the fields unit and step,
        counted from 1.
    """
    rows, columns = _split(units, MOST_ROWS), _split(np.arange(len(values)), MOST_COLUMNS)
    found = [{**cell, "value": number(cell["value"])} for cell in binned(values, rows, columns)]
    finite = np.abs(values[np.isfinite(values)])
    reach = float(finite.max()) if finite.size and finite.max() else 1.0
    title = gettext("{sequence}: {signal} of all units").format(
        sequence=sequence, signal=signal_titles(gettext)[signal]
    )
    axes = _axis([times[0] for times in columns]), _axis([each[0] for each in rows])
    lowest, highest = ROW_HEIGHTS
    return finish(
        alt.layer(_cells(axes, reach, signal, gettext, mode), _cursor(rows, columns, time, unit, mode)),
        rows=found,
        title=title,
        subtitle=_subtitle(len(found) == values.size, gettext),
        description=title + ".",
        mode=mode,
        height=max(lowest, min(highest, ROOM // len(rows))) * len(rows),
    )


def _cells(axes: tuple[alt.Axis, alt.Axis], reach: float, signal: str, gettext: Translate, mode: Mode) -> alt.Chart:
    value = signal_titles(gettext)[signal]
    scale = alt.Scale(domain=[-reach, reach], range=diverging(mode))
    pick = alt.selection_point(name=PICK, fields=["unit", "step"], on="click", empty=False)
    return (
        alt.Chart()
        .mark_rect(cursor="pointer")
        .encode(
            x=alt.X("column:O", title=gettext("Step"), axis=axes[0]),
            y=alt.Y("row:O", title=gettext("Unit"), axis=axes[1]),
            color=alt.Color("value:Q", scale=scale, legend=cells.legend(value)),
            tooltip=[
                alt.Tooltip("unit:O", title=gettext("Unit")),
                alt.Tooltip("step:O", title=gettext("Step")),
                alt.Tooltip("value:Q", title=value, format="+.7"),
            ],
        )
        .add_params(pick)
    )


def _axis(firsts: Sequence[int]) -> alt.Axis:
    """The number of the first unit or step of each row or column, of every eighth if they are many."""
    count = len(firsts)
    shown = list(range(0, count, EVERY if count > 2 * EVERY else 1))
    labels = json.dumps([1 + int(first) for first in firsts])
    return alt.Axis(values=shown, labelExpr=f"{labels}[datum.value]", labelAngle=0, ticks=False, domain=False)


def _split(places: np.ndarray, most: int) -> list[np.ndarray]:
    return np.array_split(places, min(most, len(places)))


def _cursor(rows: Sequence[np.ndarray], columns: Sequence[np.ndarray], time: int, unit: int, mode: Mode) -> alt.Chart:
    """A box around the cell in which the cursor is."""
    row = next(at for at, units in enumerate(rows) if unit in units)
    column = next(at for at, times in enumerate(columns) if time in times)
    box = alt.Chart(small([{"row": row, "column": column}]))
    look = {"filled": False, "stroke": SURFACES[mode]["ink"], "strokeWidth": 2}
    return box.mark_rect(**look).encode(x=alt.X("column:O"), y=alt.Y("row:O"))


def _subtitle(is_whole: bool, gettext: Translate) -> str:
    if is_whole:
        return gettext("Click a cell to open it in the viewer.")
    return gettext("Each cell shows the number in it that is farthest from 0. Click a cell to open it in the viewer.")
