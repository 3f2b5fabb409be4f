"""A heatmap of a layer's weights, whose columns are marked with their gates."""

from collections.abc import Sequence

import altair as alt
import numpy as np

from lstm_viz.charts import cells
from lstm_viz.charts.base import Row, finish, number, signed, small
from lstm_viz.charts.theme import SURFACES, Mode, diverging, signal_text_color
from lstm_viz.charts.words import signal_titles
from lstm_viz.i18n import Translate

ROW_HEIGHT = 24
HEADINGS_HEIGHT = 40  # the page has no room of its own for the names of the gates
MOST_NUMBERED_COLUMNS = 16


def gate_weights(
    array: np.ndarray,
    gates: Sequence[str],
    *,
    title: str,
    rows: tuple[str, Sequence[str]],
    reach: float,
    gettext: Translate,
    mode: Mode = "light",
) -> alt.LayerChart:
    """Draws every number of a kernel or bias, with the columns in Keras's order.

    Args:
        array: The weights, (rows, gates * units).
        gates: The gates in Keras's order, one of `cell.GATES`.
        title: The title of the chart.
        rows: What a row is, and the name of each row.
        reach: The absolute value of the two strongest colours; use the same for all weights of a layer.
        gettext: Translates the texts.
        mode: "light" or "dark".

    Raises:
        ValueError: If the number of columns is not a multiple of the number of gates, or there is not a name for each
            row.
    """
    if array.ndim != 2 or array.shape[1] % len(gates) or len(rows[1]) != len(array):
        expected = f"({len(rows[1])}, {len(gates)} * units)"
        raise ValueError(f"array must be of shape {expected}, not {array.shape}.")
    titles = signal_titles(gettext)
    cells = _cells(array, gates, rows[1], titles)
    return finish(
        alt.layer(*_layers(array, gates, titles, rows, reach, gettext, mode)),
        rows=cells,
        title=title,
        # Beside a few rows the title of the axis would be longer than the chart, which shrinks until it fits.
        subtitle=gettext("Rows: {what}").format(what=rows[0]),
        description=_description(title, array, gates, titles, gettext),
        mode=mode,
        height=ROW_HEIGHT * max(2, len(array)) + HEADINGS_HEIGHT,
    )


def _cells(array: np.ndarray, gates: Sequence[str], names: Sequence[str], titles: dict[str, str]) -> list[Row]:
    units = array.shape[1] // len(gates)
    return [
        {
            "row": names[row],
            "column": column,
            "gate": titles[gates[column // units]],
            "unit": column % units,
            "value": number(array[row, column]),
            "text": signed(array[row, column]),
        }
        for row in range(len(array))
        for column in range(array.shape[1])
    ]


def _layers(
    array: np.ndarray,
    gates: Sequence[str],
    titles: dict[str, str],
    rows: tuple[str, Sequence[str]],
    reach: float,
    gettext: Translate,
    mode: Mode,
) -> list[alt.Chart]:
    columns = list(range(array.shape[1]))
    across = alt.X(
        "column:O",
        title=gettext("Column, counted from 0"),
        axis=alt.Axis(labelAngle=0, ticks=False, domain=False, grid=False),
        scale=alt.Scale(domain=columns, padding=0),
    )
    down = alt.Y(
        "row:O",
        title=None,
        axis=alt.Axis(ticks=False, domain=False, grid=False, labelPadding=5),
        scale=alt.Scale(domain=list(rows[1]), padding=0),
    )
    base = alt.Chart().encode(x=across, y=down, tooltip=_tooltip(rows[0], gettext))
    scale = alt.Scale(domain=[-reach, reach], range=diverging(mode))
    filled = base.mark_rect().encode(color=alt.Color("value:Q", scale=scale, legend=cells.legend(gettext("Weight"))))
    numbers = [cells.texts(base, diverging(mode), reach)] if len(columns) <= MOST_NUMBERED_COLUMNS else []
    return [filled, *numbers, *gate_headings(gates, titles, len(columns), mode)]


def gate_headings(gates: Sequence[str], titles: dict[str, str], columns: int, mode: Mode) -> list[alt.Chart]:
    """Draws above each gate's columns its name in its colour, and a line between the gates."""
    units = columns // len(gates)
    found = []
    for position, gate in enumerate(gates):
        start: list[Row] = [{"column": position * units}]
        line = alt.Chart(small(start)).mark_rule(color=SURFACES[mode]["ink"], strokeWidth=2)
        place = alt.X("column:O", bandPosition=0)
        name = alt.Chart(small(start)).mark_text(
            text=titles[gate].split(),
            align="left",
            baseline="bottom",
            lineBreak="\n",
            y=-16,
            dx=3,
            fontSize=12,
            fontWeight="bold",
            color=signal_text_color(gate, mode),
        )
        found += [line.encode(x=place), name.encode(x=place)]
    return found


def _tooltip(row: str, gettext: Translate) -> list[alt.Tooltip]:
    return [
        alt.Tooltip("gate:N", title=gettext("Gate")),
        alt.Tooltip("unit:O", title=gettext("Unit, counted from 0")),
        alt.Tooltip("row:O", title=row),
        alt.Tooltip("column:O", title=gettext("Column, counted from 0")),
        alt.Tooltip("value:Q", title=gettext("Weight"), format="+.7"),
    ]


def _description(
    title: str, array: np.ndarray, gates: Sequence[str], titles: dict[str, str], gettext: Translate
) -> str:
    units = array.shape[1] // len(gates)
    part = gettext("Columns {first} to {last}: {gate}, from {low} to {high}.")
    said = []
    for position, gate in enumerate(gates):
        columns = array[:, position * units : (position + 1) * units]
        first, last = position * units, (position + 1) * units - 1
        low, high = signed(columns.min()), signed(columns.max())
        said.append(part.format(first=first, last=last, gate=titles[gate], low=low, high=high))
    return " ".join([f"{title}.", *said])
