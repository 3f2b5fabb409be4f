"""A chart of one unit's outputs, for the same readings read in different ways."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import altair as alt
import numpy as np

from lstm_viz.charts.base import Row, finish, number, small, wrapped
from lstm_viz.charts.log_steps import color_and_dash
from lstm_viz.charts.theme import SURFACES, Mode, rival_color, version_color
from lstm_viz.i18n import Translate

HEIGHT = 280


@dataclass(frozen=True)
class LineStyle:
    """The style of a line: its colour, its dash (() for a solid line) and its width in pixels."""

    color: str
    dash: tuple[int, ...]
    width: float


def looks(mode: Mode) -> list[LineStyle]:
    """The styles of up to three lines. The first is wide and pale, so that it is visible under the others."""
    return [
        LineStyle(SURFACES[mode]["control"], (1, 0), 7),
        LineStyle(version_color("after", mode), (6, 4), 2.5),
        LineStyle(rival_color(mode), (2, 3), 2.5),
    ]


def stateful_ways(
    outputs: Mapping[str, Sequence[float | None] | np.ndarray],
    cuts: Sequence[int],
    *,
    title: str,
    differences: Sequence[str],
    gettext: Translate,
    mode: Mode = "light",
) -> alt.LayerChart:
    """Draws a line for each way over the steps, and a rule where a batch starts.

    Args:
        outputs: The unit's outputs for each way by its title, (steps,); nan at a step without an output. At most three.
        cuts: The first step of each batch but the first batch, counted from 0.
        title: The title of the chart.
        differences: Sentences about the differences between the lines.
        gettext: Translates the texts.
        mode: "light" or "dark".

    Raises:
        ValueError: If there are no ways or more than three, or their lengths differ.
    """
    if not 0 < len(outputs) <= len(looks(mode)):
        raise ValueError(f"outputs must hold one to {len(looks(mode))} ways, not {len(outputs)}.")
    if len(lengths := {len(values) for values in outputs.values()}) > 1:
        raise ValueError(f"outputs must be of the same steps, not of {sorted(lengths)}.")
    chosen = dict(zip(outputs, looks(mode), strict=False))
    base = alt.Chart().encode(x=_steps(lengths.pop(), gettext), y=_values(gettext))
    lines = [
        base.transform_filter(alt.datum.name == name)
        .mark_line(strokeWidth=look.width, strokeCap="butt", opacity=0.55 if look.width > 5 else 1)
        .encode(**_encodings(chosen))
        for name, look in chosen.items()
    ]
    points = base.mark_point(filled=True, size=28).encode(color=_encodings(chosen)["color"], tooltip=_tooltip(gettext))
    return finish(
        alt.layer(*_cuts(cuts, mode), *lines, points),
        rows=[
            {"name": name, "step": 1 + at, "value": number(value)}
            for name, values in outputs.items()
            for at, value in enumerate(values)
        ],
        title=title,
        subtitle=[line for text in differences for line in wrapped(text)],
        description=" ".join([f"{title}.", *differences]),
        mode=mode,
        height=HEIGHT,
    )


def _encodings(chosen: Mapping[str, LineStyle]) -> Row:
    colors, dashes = [look.color for look in chosen.values()], [list(look.dash) for look in chosen.values()]
    return color_and_dash(list(chosen), colors, dashes)


def _steps(steps: int, gettext: Translate) -> alt.X:
    axis = alt.Axis(tickMinStep=1, format="d", grid=False)
    scale = alt.Scale(domain=[0.5, steps + 0.5], nice=False, zero=False)
    return alt.X("step:Q", title=gettext("Step"), axis=axis, scale=scale)


def _values(gettext: Translate) -> alt.Y:
    return alt.Y("value:Q", title=gettext("Output (dimensionless)"), scale=alt.Scale(zero=False, padding=12))


def _cuts(cuts: Sequence[int], mode: Mode) -> list[alt.Chart]:
    """Draws a rule half-way between the last step of a batch and the first step of the next."""
    if not cuts:
        return []
    rows: list[Row] = [{"step": cut + 0.5} for cut in cuts]
    rule = alt.Chart(small(rows)).mark_rule(color=SURFACES[mode]["control"], strokeDash=[3, 3])
    return [rule.encode(x=alt.X("step:Q"))]


def _tooltip(gettext: Translate) -> list[alt.Tooltip]:
    return [
        alt.Tooltip("name:N", title=gettext("Way")),
        alt.Tooltip("step:Q", title=gettext("Step")),
        alt.Tooltip("value:Q", title=gettext("Output (dimensionless)"), format="+.7"),
    ]
