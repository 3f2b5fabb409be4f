"""A series that a model gave, laid over what would be right."""

from collections.abc import Mapping
from typing import Literal

import altair as alt
import numpy as np

from lstm_viz.charts.base import Row, finish, number, wrapped
from lstm_viz.charts.theme import SURFACES, Mode, sequence_color
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
    """A line for each series, with a point at each of its steps.

    Args:
        lines: Whose values, (steps,): those the model was given, the right ones, its own.
        title: Of the chart.
        subtitle: What is to be seen, with its numbers.
        gettext: Translates what is written.
        first: At which step a line begins, from 1; 1 for those it does not name.
        mode: Of the page.

    Raises:
        ValueError: If there is no line.
    """
    if not lines:
        raise ValueError("lines must hold at least one series, not none.")
    titles = _titles(gettext)
    names = [name for name in titles if name in lines]
    begins = {name: (first or {}).get(name, 1) for name in names}
    rows: list[Row] = [
        {"line": titles[name], "step": begins[name] + at, "value": number(float(value))}
        for name in names
        for at, value in enumerate(lines[name])
    ]
    base = alt.Chart().encode(
        x=alt.X("step:Q", title=gettext("Step"), axis=alt.Axis(tickMinStep=1, format="d")),
        y=alt.Y("value:Q", title=gettext("Value (dimensionless)")),
        color=alt.Color("line:N", scale=alt.Scale(domain=[titles[n] for n in names], range=_colors(names, mode))),
        tooltip=[
            alt.Tooltip("line:N", title=gettext("Series")),
            alt.Tooltip("step:Q", title=gettext("Step")),
            alt.Tooltip("value:Q", title=gettext("Value"), format=".4f"),
        ],
    )
    dash = alt.StrokeDash(
        "line:N", scale=alt.Scale(domain=[titles[n] for n in names], range=[DASHES[n] for n in names]), legend=None
    )
    return finish(
        alt.layer(base.mark_line(strokeWidth=2.5).encode(strokeDash=dash), base.mark_circle(size=34, opacity=1)),
        rows=rows,
        title=title,
        subtitle=wrapped(subtitle),
        description=f"{title}. {subtitle}",
        mode=mode,
        height=HEIGHT,
    )


def _titles(gettext: Translate) -> dict[Line, str]:
    """In the order in which they are drawn: what is compared lies on top."""
    return {"known": gettext("given to the model"), "right": gettext("right"), "model": gettext("the model's own")}


def _colors(names: list[Line], mode: Mode) -> list[str]:
    colors = {"known": SURFACES[mode]["muted"], "right": sequence_color("A", mode), "model": sequence_color("B", mode)}
    return [colors[name] for name in names]
