"""A chart of a series that a model predicts, together with the true series."""

from collections.abc import Mapping
from typing import Literal

import altair as alt
import numpy as np

from lstm_viz.charts.base import Row, by_line, finish, number, wrapped
from lstm_viz.charts.theme import SURFACES, Mode, network_color
from lstm_viz.i18n import Translate

HEIGHT = 260
Line = Literal["known", "right", "model"]
DASHES: dict[Line, list[int]] = {"known": [1, 0], "right": [5, 4], "model": [1, 0]}


def pattern_series(
    lines: Mapping[Line, np.ndarray],
    *,
    title: str,
    subtitle: str,
    gettext: Translate,
    first: Mapping[Line, int] | None = None,
    mode: Mode = "light",
) -> alt.LayerChart:
    """Draws a line for each series, with a point at each step.

    Args:
        lines: The values of each line, (steps,): those that the model read, the right ones, those of the model.
        title: The title of the chart.
        subtitle: What the chart shows, with its numbers.
        gettext: Translates the texts.
        first: The step at which a line starts, counted from 1; a line that is not named starts at 1.
        mode: "light" or "dark".

    Raises:
        ValueError: If there are no lines.
    """
    if not lines:
        raise ValueError("lines must hold at least one series, not none.")
    titles, begins = _titles(gettext), first or {}
    names = [name for name in titles if name in lines]
    drawn, colors = [titles[name] for name in names], _colors(mode)
    steps = alt.Scale(zero=False, nice=False)
    base = alt.Chart().encode(
        x=alt.X("step:Q", title=gettext("Step"), axis=alt.Axis(tickMinStep=1, format="d"), scale=steps),
        y=alt.Y("value:Q", title=gettext("Value (dimensionless)")),
        color=by_line(alt.Color, "line", drawn, [colors[name] for name in names], columns=2),
        tooltip=_tooltip(gettext),
    )
    dashes = by_line(alt.StrokeDash, "line", drawn, [DASHES[name] for name in names], columns=2)
    return finish(
        alt.layer(base.mark_line(strokeWidth=2.5).encode(strokeDash=dashes), base.mark_circle(size=34, opacity=1)),
        rows=[row for name in names for row in _rows(titles[name], lines[name], begins.get(name, 1))],
        title=title,
        subtitle=wrapped(subtitle),
        description=f"{title}. {subtitle}",
        mode=mode,
        height=HEIGHT,
    )


def _rows(line: str, values: np.ndarray, begin: int) -> list[Row]:
    return [{"line": line, "step": begin + at, "value": number(float(value))} for at, value in enumerate(values)]


def _titles(gettext: Translate) -> dict[Line, str]:
    """The title of each line, in the order of drawing: later lines are on top."""
    return {"known": gettext("given to the model"), "right": gettext("right"), "model": gettext("made by the model")}


def _colors(mode: Mode) -> dict[Line, str]:
    surfaces = SURFACES[mode]
    return {"known": surfaces["muted"], "right": surfaces["ink"], "model": network_color("lstm", mode)}


def _tooltip(gettext: Translate) -> list[alt.Tooltip]:
    return [
        alt.Tooltip("line:N", title=gettext("Series")),
        alt.Tooltip("step:Q", title=gettext("Step")),
        alt.Tooltip("value:Q", title=gettext("Value"), format=".4f"),
    ]
