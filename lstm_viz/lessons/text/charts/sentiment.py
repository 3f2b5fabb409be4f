"""How a model's prediction for a sentence changes from word to word."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import altair as alt
import numpy as np

from lstm_viz.charts.base import Row, by_line, finish, label, number, small, wrapped
from lstm_viz.charts.theme import SURFACES, Mode, sequence_color, version_color
from lstm_viz.i18n import Translate

HEIGHT = 260
FEW = 8
# Words are above the points of the first line and below those of the second. More than FEW words are rotated.
UPRIGHT: tuple[dict[str, Any], ...] = ({"dy": -12}, {"dy": 20})
ASLANT: tuple[dict[str, Any], ...] = (
    {"angle": 315, "align": "left", "dx": 5, "dy": -7},
    {"angle": 315, "align": "right", "dx": -4, "dy": 9},
)
DASHES = ([1, 0], [5, 4])
# On a narrow chart only the words are drawn that change the probability by so much: all of them would touch.
TURN = 0.1
NARROW = 450


@dataclass(frozen=True, eq=False)
class SentimentLine:
    """The line of one sentence.

    Attributes:
        name: "A" or "B", or "before" or "after" for a sentence that is changed.
        title: The title of the line.
        words: The word that each step reads.
        values: The probability of "positive" after each word, shape (time,).
    """

    name: str
    title: str
    words: Sequence[str]
    values: np.ndarray


def sentiment(
    lines: Sequence[SentimentLine],
    *,
    title: str,
    subtitle: str,
    gettext: Translate,
    mode: Mode = "light",
) -> alt.LayerChart:
    """A line for each sentence, with its words at its points; on a phone with those that change it by TURN or more.

    Args:
        lines: One line or two.
        title: The title of the chart.
        subtitle: What the chart shows, with its numbers.
        gettext: Translates the texts of the chart.
        mode: The page's colours, "light" or "dark".

    Raises:
        ValueError: If there is no line, or the numbers of words and values of a line differ.
    """
    if not lines:
        raise ValueError("lines must hold at least one sentence, not none.")
    for line in lines:
        if len(line.words) != len(line.values):
            raise ValueError(f"words of {line.name} must be {len(line.values)}, one for each value.")
    base = _base(lines, gettext, mode)
    middle = alt.Chart(small([{"half": 0.5}])).mark_rule(color=SURFACES[mode]["control"], strokeDash=[4, 3])
    looks = UPRIGHT if max(len(line.values) for line in lines) <= FEW else ASLANT
    names = [
        base.transform_filter(f"datum.place == {place} && (datum.turns || width > {NARROW})")
        .mark_text(fontSize=12, **look)
        .encode(text=alt.Text("text:N"))
        for place, look in zip(range(len(lines)), looks, strict=False)
    ]
    dashes = by_line(alt.StrokeDash, "line", [line.title for line in lines], DASHES[: len(lines)])
    drawn = base.mark_line(strokeWidth=2.5).encode(strokeDash=dashes)
    ends = ", ".join(f"{line.title} {line.values[-1]:.1%}" for line in lines)
    return finish(
        alt.layer(middle.encode(y=alt.Y("half:Q")), drawn, base.mark_circle(size=50, opacity=1), *names),
        rows=[row for place, line in enumerate(lines) for row in _rows(line, place)],
        title=title,
        subtitle=wrapped(subtitle),
        description=f"{title}. {subtitle} {ends}.",
        mode=mode,
        height=HEIGHT,
    )


def _base(lines: Sequence[SentimentLine], gettext: Translate, mode: Mode) -> alt.Chart:
    """The axes, the colours and the tooltip of the points."""
    steps = alt.Scale(domain=[0.6, max(len(line.values) for line in lines) + 0.4], nice=False)
    # The axis leaves room for words above 100 % and below 0 %.
    shares = alt.Scale(domain=[-0.25, 1.25], nice=False)
    return alt.Chart().encode(
        x=alt.X("step:Q", title=gettext("Word"), axis=alt.Axis(tickMinStep=1, format="d", grid=False), scale=steps),
        y=alt.Y(
            "value:Q",
            title=gettext("Probability of “positive”"),
            axis=alt.Axis(format="%", values=[0, 0.25, 0.5, 0.75, 1]),
            scale=shares,
        ),
        color=by_line(alt.Color, "line", [line.title for line in lines], [_color(line.name, mode) for line in lines]),
        tooltip=_tooltip(gettext),
    )


def _color(name: str, mode: Mode) -> str:
    return sequence_color(name, mode) if name in ("A", "B") else version_color(name, mode)


def _rows(line: SentimentLine, place: int) -> list[Row]:
    turns = np.abs(np.diff(line.values, prepend=line.values[:1])) >= TURN
    points = zip(line.words, line.values, turns.tolist(), strict=True)
    return [
        {"line": line.title, "place": place, "step": step, "text": label(word), "value": number(value), "turns": turn}
        for step, (word, value, turn) in enumerate(points, start=1)
    ]


def _tooltip(gettext: Translate) -> list[alt.Tooltip]:
    return [
        alt.Tooltip("line:N", title=gettext("Sentence")),
        alt.Tooltip("step:Q", title=gettext("Word")),
        alt.Tooltip("text:N", title=gettext("reads")),
        alt.Tooltip("value:Q", title=gettext("Probability of “positive”"), format=".2%"),
    ]
