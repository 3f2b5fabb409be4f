"""A line for each forecast over the steps ahead: its values, or its error."""

from collections.abc import Mapping

import altair as alt
import numpy as np

from lstm_viz.charts.base import Row, by_line, finish, number, wrapped
from lstm_viz.charts.theme import Mode
from lstm_viz.i18n import Translate
from lstm_viz.lessons.time_series.charts.methods import ORDER, STROKES, method_colors, method_titles

HEIGHT = 260


def method_lines(
    lines: Mapping[str, np.ndarray],
    *,
    network: str,
    title: str,
    subtitle: str,
    value_title: str,
    gettext: Translate,
    mode: Mode = "light",
) -> alt.LayerChart:
    """Lines over the steps ahead.

    Args:
        lines: Some of `methods.ORDER` → values of shape (steps,).
        network: The title of the network.
        title: The title of the chart.
        subtitle: What the chart shows, with its numbers.
        value_title: The title of the value axis, with the unit.
        gettext: Translates the texts of the chart.
        mode: The page's colours, "light" or "dark".

    Raises:
        ValueError: If there is no line, or a line is not one of `methods.ORDER`.
    """
    if not lines or not set(lines) <= set(ORDER):
        raise ValueError(f"lines must be some of {', '.join(ORDER)}, not {', '.join(lines) or 'nothing'}.")
    titles, names = method_titles(network, gettext), [name for name in ORDER if name in lines]
    shown, colors = [titles[name] for name in names], method_colors(mode)
    steps = alt.Scale(zero=False, nice=False)
    base = alt.Chart().encode(
        x=alt.X("step:Q", title=gettext("Steps ahead"), axis=alt.Axis(tickMinStep=1, format="d"), scale=steps),
        y=alt.Y("value:Q", title=value_title, scale=alt.Scale(zero=False)),
        color=by_line(alt.Color, "method", shown, [colors[name] for name in names], columns=3),
        tooltip=[
            alt.Tooltip("method:N", title=gettext("Forecast")),
            alt.Tooltip("step:Q", title=gettext("Steps ahead")),
            alt.Tooltip("value:Q", title=value_title, format=".5g"),
        ],
    )
    strokes = by_line(alt.StrokeDash, "method", shown, [STROKES[name] for name in names], columns=3)
    return finish(
        alt.layer(base.mark_line(strokeWidth=2.5).encode(strokeDash=strokes), base.mark_circle(size=22, opacity=1)),
        rows=[row for name in names for row in _rows(titles[name], lines[name])],
        title=title,
        subtitle=wrapped(subtitle),
        description=f"{title}. {subtitle}",
        mode=mode,
        height=HEIGHT,
    )


def _rows(method: str, values: np.ndarray) -> list[Row]:
    return [{"method": method, "step": step, "value": number(value)} for step, value in enumerate(values, start=1)]
