"""How a network learns to read reviews: the loss of its batches, and its loss and accuracy on held-out reviews."""

from collections.abc import Sequence
from functools import partial

import altair as alt
import numpy as np

from lstm_viz.charts.base import Row, finish, number, small
from lstm_viz.charts.theme import SURFACES, Mode, part_colors
from lstm_viz.i18n import Translate

MOST_POINTS = 200
HEIGHT = 200

Look = tuple[int, float, float]


def imdb_learning(
    losses: np.ndarray, looks: Sequence[Look], *, updates: int, gettext: Translate, mode: Mode = "light"
) -> tuple[alt.LayerChart, alt.LayerChart]:
    """The loss and the accuracy over the updates.

    Args:
        losses: The mean cross-entropy of each batch so far, in nats, shape (updates,).
        looks: For each evaluation on the held-out reviews: the number of updates before it, the mean cross-entropy in
            nats, and the accuracy, 0 … 1.
        updates: The number of updates to train, at which the axis ends.
        gettext: Translates the texts of the charts.
        mode: The page's colours, "light" or "dark".

    Returns:
        The chart of the loss, for batches and for held-out reviews, and the chart of the accuracy on held-out reviews.
        If there are more than MOST_POINTS batches, a point is the mean of several.

    Raises:
        ValueError: If there are no losses or no looks.
    """
    if not len(losses) or not looks:
        raise ValueError("losses and looks must not be empty.")
    batches, held_out = gettext("training batches"), gettext("held-out reviews")
    loss = [_row(batches, at, value) for at, value in _means(losses)]
    loss += [_row(held_out, at, value) for at, value, _ in looks]
    accuracy = [_row(held_out, at, share) for at, _, share in looks]
    scale = alt.Scale(domain=[batches, held_out], range=part_colors(mode))
    panel = partial(_chart, updates=updates, gettext=gettext, mode=mode)
    return (
        panel(
            loss,
            title=gettext("Loss"),
            y=alt.Y("value:Q").title(gettext("Cross-entropy (nats)")),
            color=alt.Color("of:N", scale=scale, legend=alt.Legend(orient="top")),
            guess=float(np.log(2)),
            written=".4f",
        ),
        panel(
            accuracy,
            title=gettext("Accuracy"),
            y=alt.Y("value:Q", axis=alt.Axis(format=".0%")).title(gettext("Accuracy")).scale(domain=[0, 1]),
            color=alt.Color("of:N", scale=scale, legend=None),
            guess=0.5,
            written=".1%",
        ),
    )


def _row(of: str, update: int, value: float) -> Row:
    return {"of": of, "update": update, "value": number(value)}


def _chart(
    rows: list[Row],
    *,
    title: str,
    y: alt.Y,
    color: alt.Color,
    guess: float,
    written: str,
    updates: int,
    gettext: Translate,
    mode: Mode,
) -> alt.LayerChart:
    """One chart. The dashed line is at `guess`, the value of a model that always answers 50 %.

    A value is written in the format `written`, which Python and Vega understand alike.
    """
    base = alt.Chart().encode(
        x=alt.X("update:Q").title(gettext("Update")).scale(domain=[0, updates]),
        y=y,
        color=color,
        tooltip=[
            alt.Tooltip("of:N").title(" "),
            alt.Tooltip("update:Q").title(gettext("Update")),
            alt.Tooltip("value:Q", format=written).title(title),
        ],
    )
    rule = alt.Chart(small([{"guess": guess}])).mark_rule(color=SURFACES[mode]["muted"], strokeDash=[4, 4])
    description = gettext("{title} over {updates} updates; the last value is {value}.")
    last = rows[-1]
    return finish(
        alt.layer(
            rule.encode(y=alt.Y("guess:Q")), base.mark_line(strokeWidth=2), base.mark_point(filled=True, size=30)
        ),
        rows=rows,
        title=title,
        subtitle=gettext("Dashed: guessing"),
        description=description.format(title=title, updates=last["update"], value=format(last["value"], written)),
        mode=mode,
        height=HEIGHT,
    )


def _means(losses: np.ndarray) -> list[tuple[int, float]]:
    """At most MOST_POINTS means over consecutive batches, each with the number of its last batch."""
    every = -(-len(losses) // MOST_POINTS)
    ends = [*range(every, len(losses), every), len(losses)]
    starts = [0, *ends[:-1]]
    return [(end, float(losses[start:end].mean())) for start, end in zip(starts, ends, strict=True)]
