"""A series over time, and its parts for training, validation and test."""

from collections.abc import Sequence

import altair as alt
import numpy as np

from lstm_viz.charts.base import Row, by_line, finish, number, wrapped
from lstm_viz.charts.theme import Mode, step_colors
from lstm_viz.i18n import Translate
from lstm_viz.lessons.time_series.prepare import PARTS

HEIGHT = 220
MOST_POINTS = 2000
# Months are digits because Vega names them in English only.
DATES = {
    "year": "%Y",
    **dict.fromkeys(("quarter", "month"), "%Y-%m"),
    **dict.fromkeys(("week", "day", "date"), "%m-%d"),
    **dict.fromkeys(("hours", "minutes"), "%H:%M"),
    "seconds": "%H:%M:%S",
    "milliseconds": ".%L",
}


def series_parts(
    values: np.ndarray,
    ends: Sequence[int],
    *,
    times: Sequence[str] | None,
    name: str,
    gettext: Translate,
    mode: Mode = "light",
) -> alt.Chart:
    """One column as a line, with a colour and a dash for each part.

    Args:
        values: The values of the column, shape (rows,).
        ends: For training, validation and test: the row after the last row of the part.
        times: The time of each row, in ISO 8601; None to show row numbers, counted from 1.
        name: The name of the column, with its unit.
        gettext: Translates the texts of the chart.
        mode: The page's colours, "light" or "dark".

    Returns:
        The chart. If there are more than MOST_POINTS rows, one of every n is drawn.
    """
    parts = [gettext(title) for title in PARTS.values()]
    title = gettext("The series in time: {name}").format(name=name)
    words = gettext("Rows for training: {training}, then for validation: {validation}, then for the test: {test}.")
    counts = dict(zip(PARTS, np.diff([0, *ends]).tolist(), strict=True))
    across = (
        alt.X("time:T", title=gettext("Time"), axis=alt.Axis(format=DATES))
        if times
        else alt.X("time:Q", title=gettext("Row"))
    )
    chart = (
        alt.Chart()
        .mark_line(strokeWidth=1.5)
        .encode(
            x=across.scale(nice=False),
            y=alt.Y("value:Q", title=name, scale=alt.Scale(zero=False)),
            color=by_line(alt.Color, "part", parts, step_colors(3, mode)),
            strokeDash=by_line(alt.StrokeDash, "part", parts, [[1, 0], [6, 3], [2, 2]]),
        )
    )
    return finish(
        chart,
        rows=_rows(values, ends, times, parts),
        title=title,
        subtitle=wrapped(words.format(**counts)),
        description=f"{title}. {words.format(**counts)}",
        mode=mode,
        height=HEIGHT,
    )


def _rows(values: np.ndarray, ends: Sequence[int], times: Sequence[str] | None, parts: Sequence[str]) -> list[Row]:
    every = -(-len(values) // MOST_POINTS)
    return [
        {"part": part, "row": row + 1, "time": times[row] if times else row + 1, "value": number(values[row])}
        # The line of a part ends at the first row of the next part, so that no gap is left between them.
        for part, begin, end in zip(parts, (0, *ends[:-1]), ends, strict=True)
        for row in range(-(-begin // every) * every, min(end + every, len(values)), every)
    ]
