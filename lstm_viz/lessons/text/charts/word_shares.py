"""The contribution of each word to the answer, by what is left of it in the final memory."""

from collections.abc import Sequence

import altair as alt
import numpy as np

from lstm_viz.charts.base import finish, number, signed, small, wrapped
from lstm_viz.charts.steps import Steps
from lstm_viz.charts.theme import SURFACES, Mode, diverging
from lstm_viz.i18n import Translate

HEIGHT = 220
NOTICEABLE = 0.005  # a bar without a height needs no number
ROOM = 0.1  # the fraction of the axis, at each end, for the numbers at the ends of the bars


def word_shares(
    shares: np.ndarray,
    words: Sequence[str],
    *,
    name: str,
    bias: float,
    reach: tuple[float, float],
    gettext: Translate,
    mode: Mode = "light",
) -> alt.LayerChart:
    """A bar for each word: upwards if its contribution is for "positive", downwards if it is for "negative".

    Args:
        shares: The contribution of each word to the final logit, shape (time,).
        words: The word that each step reads.
        name: The name of the sentence, "A" or "B".
        bias: The bias of the head: the logit without any word.
        reach: The lowest and the highest contribution in all charts that have the same scale.
        gettext: Translates the texts of the chart.
        mode: The page's colours, "light" or "dark".

    Raises:
        ValueError: If the numbers of words and contributions differ.
    """
    if len(words) != len(shares):
        raise ValueError(f"words must be {len(shares)}, one for each share, not {len(words)}.")
    rows = [
        {"step": step, "value": number(share), "text": signed(share) if abs(share) >= NOTICEABLE else ""}
        for step, share in enumerate(shares, start=1)
    ]
    title = gettext("What each word of {name} left in the memory").format(name=name)
    total = gettext("The bars and the head's bias, {bias}, add up to the logit {logit}.").format(
        bias=signed(bias), logit=signed(float(shares.sum()) + bias)
    )
    return finish(
        alt.layer(*_layers(Steps(range(len(words)), words, gettext), reach, gettext, mode)),
        rows=rows,
        title=title,
        subtitle=wrapped(total),
        description=f"{title}. {total} {_largest(shares, words, gettext)}.",
        mode=mode,
        height=HEIGHT,
    )


def _layers(steps: Steps, reach: tuple[float, float], gettext: Translate, mode: Mode) -> list[alt.Chart]:
    """The line at zero, the bars, and the numbers at the ends of the bars."""
    room = ROOM * max(reach[1] - reach[0], 1)
    scale = alt.Scale(domain=[min(reach[0], 0) - room, max(reach[1], 0) + room], nice=False)
    tooltip = [
        alt.Tooltip("step:O", title=gettext("Word")),
        alt.Tooltip("value:Q", title=gettext("Contribution to the logit"), format="+.4f"),
    ]
    share = alt.Y("value:Q", title=gettext("Contribution to the logit"), scale=scale)
    base = alt.Chart().encode(x=steps.axis(), y=share, tooltip=tooltip)
    negative, positive = diverging(mode)[0], diverging(mode)[-1]
    color = alt.condition("datum.value < 0", alt.value(negative), alt.value(positive))
    size = alt.ExprRef(f"clamp(0.36 * width / {len(steps.drawn)}, 9, 12)")  # of a number as wide as its bar's place
    above = base.transform_filter("datum.value >= 0").mark_text(dy=-9, fontSize=size)
    below = base.transform_filter("datum.value < 0").mark_text(dy=10, fontSize=size)
    zero = alt.Chart(small([{"zero": 0}])).mark_rule(color=SURFACES[mode]["control"]).encode(y=alt.Y("zero:Q"))
    bars = base.mark_bar().encode(color=color)
    return [zero, bars, above.encode(text=alt.Text("text:N")), below.encode(text=alt.Text("text:N"))]


def _largest(shares: np.ndarray, words: Sequence[str], gettext: Translate) -> str:
    order = np.argsort(-np.abs(shares))[:3]
    said = gettext("“{word}”: {value}")
    return ", ".join(said.format(word=words[at], value=signed(shares[at])) for at in order)
