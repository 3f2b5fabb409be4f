"""How a network learned to read reviews: the loss of its batches, and how it did on reviews it was never trained on."""

from collections.abc import Sequence

import altair as alt
import numpy as np

from lstm_viz.charts.base import Row, finish, number
from lstm_viz.charts.theme import SURFACES, Mode, sequence_color, version_color
from lstm_viz.i18n import Translate

MOST_POINTS = 200
HEIGHT = 200

Look = tuple[int, float, float]


def imdb_learning(
    losses: np.ndarray, looks: Sequence[Look], *, updates: int, gettext: Translate, mode: Mode = "light"
) -> tuple[alt.LayerChart, alt.LayerChart]:
    """The loss and the accuracy over the updates.

    Args:
        losses: Shape (updates so far,): the mean cross-entropy of each batch, in nats.
        looks: After how many updates the held-out reviews were read, their mean cross-entropy, and the share that the
            network got right.
        updates: How many there will be: the axis ends there.
        gettext: Translates what is written.
        mode: Of the page.

    Returns:
        The chart of the loss, of batches and of held-out reviews, and that of the accuracy on held-out reviews. Of many
        batches a point is the mean of several.

    Raises:
        ValueError: If there are no losses or no looks.
    """
    if not len(losses) or not looks:
        raise ValueError("losses and looks must not be empty.")
    batches, held_out = gettext("batches it learns from"), gettext("held-out reviews")
    trained = [{"update": at, "value": number(value), "of": batches} for at, value in _means(losses)]
    loss = [*trained, *({"update": at, "value": number(value), "of": held_out} for at, value, _ in looks)]
    accuracy = [{"update": at, "value": number(value), "of": held_out} for at, _, value in looks]
    scale = alt.Scale(domain=[batches, held_out], range=[version_color("before", mode), sequence_color("A", mode)])
    colors = alt.Color("of:N", scale=scale, legend=alt.Legend(orient="top"))
    axis = alt.Axis(format=".0%")
    words = gettext("Loss"), gettext("Cross-entropy (nats)"), gettext("Accuracy"), gettext("Right answers (share)")
    return (
        _chart(loss, words[0], alt.Y("value:Q").title(words[1]), colors, updates, gettext, mode),
        _chart(
            accuracy,
            words[2],
            alt.Y("value:Q", axis=axis).title(words[3]).scale(domain=[0, 1]),
            colors.legend(None),
            updates,
            gettext,
            mode,
        ),
    )


def _chart(
    rows: list[Row], title: str, y: alt.Y, color: alt.Color, updates: int, gettext: Translate, mode: Mode
) -> alt.LayerChart:
    base = alt.Chart().encode(
        x=alt.X("update:Q").title(gettext("Update")).scale(domain=[0, updates]),
        y=y,
        color=color,
        tooltip=[
            alt.Tooltip("of:N").title(" "),
            alt.Tooltip("update:Q").title(gettext("Update")),
            alt.Tooltip("value:Q", format=".4f").title(title),
        ],
    )
    layers = [base.mark_line(strokeWidth=2), base.mark_point(filled=True, size=30)]
    if title == gettext("Accuracy"):
        half = alt.Chart(alt.Data(values=[{"half": 0.5}])).mark_rule(color=SURFACES[mode]["muted"], strokeDash=[4, 4])
        layers.insert(0, half.encode(y="half:Q"))
    last = rows[-1]
    description = gettext("{title} over {updates} updates; the last value is {value}.").format(
        title=title, updates=last["update"], value=f"{last['value']:.4g}"
    )
    return finish(alt.layer(*layers), rows=rows, title=title, description=description, mode=mode, height=HEIGHT)


def _means(losses: np.ndarray) -> list[tuple[int, float]]:
    """At most MOST_POINTS means of neighbouring batches, each at the last of them."""
    every = -(-len(losses) // MOST_POINTS)
    ends = [*range(every, len(losses), every), len(losses)]
    starts = [0, *ends[:-1]]
    return [(end, float(losses[start:end].mean())) for start, end in zip(starts, ends, strict=True)]
