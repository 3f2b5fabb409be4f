"""The alignment map: how much each decoder step looks at each input step."""

from collections.abc import Sequence

import altair as alt
import numpy as np

from lstm_viz.charts import cells
from lstm_viz.charts.base import finish, number, small, wrapped
from lstm_viz.charts.oklab import ramp
from lstm_viz.charts.theme import SURFACES, Mode
from lstm_viz.i18n import Translate

PICK = "pick"
ROW_HEIGHT = 24
MOST_NUMBERED = 12
BLANK = "␣"
"""Stands for a blank, which would not be seen."""


def alignment(
    weights: np.ndarray,
    read: Sequence[str],
    said: Sequence[str],
    *,
    title: str,
    step: int | None,
    at: int | None,
    gettext: Translate,
    mode: Mode,
) -> alt.LayerChart:
    """Draws the weights of the attention; a click on a cell chooses its decoder step and its input step.

    Args:
        weights: The weights, (time said, time read); each row adds up to 1.
        read: What the encoder reads at each step.
        said: What the decoder says at each step.
        title: The title.
        step: The chosen decoder step, counted from 0; None without one.
        at: The chosen input step, counted from 0; None without one.
        gettext: Translates a text.
        mode: The mode of the page.

    Returns:
        A chart with a row for each decoder step. Where a step is chosen, its selection PICK has the fields step and
        at, counted from 1.

    Raises:
        ValueError: If the weights have another shape.
    """
    if weights.shape != (len(said), len(read)):
        raise ValueError(f"weights must have shape ({len(said)}, {len(read)}), not {weights.shape}.")
    shown = _cells(read, said, gettext, mode)
    layers = [shown if step is None else shown.add_params(_pick())]
    if len(read) <= MOST_NUMBERED:
        colors = _colors(mode)
        layers.append(cells.texts(_base(read, said, gettext), colors[:0:-1] + colors, 1))
    if step is not None and at is not None:
        layers += _cursor(step, at, mode)
    words = gettext("Each row adds up to 1: how much the decoder looks at each input step.")
    return finish(
        alt.layer(*layers),
        rows=[
            {"step": 1 + row, "at": 1 + column, "value": number(value), "text": f"{value:.2f}"}
            for (row, column), value in np.ndenumerate(weights)
        ],
        title=title,
        subtitle=wrapped(words),
        description=f"{title}. {words}",
        mode=mode,
        height=ROW_HEIGHT * len(said),
    )


def _colors(mode: Mode) -> list[str]:
    return ramp(SURFACES[mode]["sunken"], SURFACES[mode]["ink"], 11)


def _base(read: Sequence[str], said: Sequence[str], gettext: Translate) -> alt.Chart:
    axis = {"labelAngle": 0, "ticks": False, "domain": False, "grid": False, "labelOverlap": False, "labelPadding": 6}
    # JSON quotes are those of Vega's expressions too. The symbols are those of a model's alphabet.
    reads, says = (str([BLANK if each == " " else each for each in row]) for row in (read, said))
    return alt.Chart().encode(
        x=alt.X(
            "at:O",
            title=gettext("Input step (below: its input)"),
            axis=alt.Axis(labelExpr=f"[datum.label, {reads}[datum.value - 1]]", **axis),
        ),
        y=alt.Y(
            "step:O",
            title=gettext("Decoder step, and what it says"),
            axis=alt.Axis(labelExpr=f"datum.label + '  ' + {says}[datum.value - 1]", **axis),
        ),
    )


def _cells(read: Sequence[str], said: Sequence[str], gettext: Translate, mode: Mode) -> alt.Chart:
    scale = alt.Scale(domain=[0, 1], range=_colors(mode))
    legend = alt.Legend(title=gettext("Weight"), orient="bottom", gradientLength=200, tickCount=5)
    cell = _base(read, said, gettext).mark_rect(stroke=SURFACES[mode]["background"], strokeWidth=1)
    return cell.encode(
        color=alt.Color("value:Q", scale=scale, legend=legend),
        tooltip=[
            alt.Tooltip("step:O", title=gettext("Decoder step")),
            alt.Tooltip("at:O", title=gettext("Input step")),
            alt.Tooltip("value:Q", title=gettext("Weight"), format=".7"),
        ],
    )


def _pick() -> alt.Parameter:
    return alt.selection_point(name=PICK, fields=["step", "at"], on="click", empty=False)


def _cursor(step: int, at: int, mode: Mode) -> list[alt.Chart]:
    """A dashed box around the row of the decoder step, and a frame around the cell."""
    row = alt.Chart(small([{"step": 1 + step}])).mark_rect(
        filled=False, stroke=SURFACES[mode]["control"], strokeWidth=2, strokeDash=[4, 3]
    )
    cell = alt.Chart(small([{"step": 1 + step, "at": 1 + at}])).mark_rect(
        filled=False, stroke=SURFACES[mode]["focus"], strokeWidth=3
    )
    return [row.encode(y=alt.Y("step:O")), cell.encode(x=alt.X("at:O"), y=alt.Y("step:O"))]
