"""Norms over the steps on a logarithmic scale: the axes, the rows and the bounds that gradient charts share."""

import json
import math
from collections.abc import Iterable, Mapping
from typing import Any

import altair as alt
import numpy as np

from lstm_viz.charts.base import Row, small
from lstm_viz.charts.theme import SURFACES, Mode
from lstm_viz.explain.vanishing import EXPLODED, VANISHED, exploded_from, vanished_until
from lstm_viz.i18n import Translate

HEIGHT = 300
MOST_TICKS = 7
ROOM_FOR_WORDS = 0.06  # fraction of the axis; in a thinner band, the words would be on the lines


def short(value: float) -> str:
    """A norm as a short text: 0.31, 120, 4.2e-16, ∞."""
    if not math.isfinite(value):
        return "∞"
    if value == 0 or 0.001 <= value < 10_000:
        return f"{value:.2g}" if value < 100 else f"{value:.0f}"
    digits, exponent = f"{value:.1e}".split("e")
    return f"{digits.removesuffix('.0')}e{int(exponent)}"


def positive(value: float) -> float | None:
    """A norm of six digits for a logarithmic axis; None, which is not drawn, for 0 and inf."""
    return float(f"{value:.6g}") if math.isfinite(value) and value > 0 else None


def decades(norms: Iterable[np.ndarray]) -> tuple[int, int]:
    """The powers of ten between which all norms and both bounds are."""
    values = np.concatenate([*norms, [VANISHED / 10, EXPLODED * 10]])
    values = values[np.isfinite(values) & (values > 0)]
    return math.floor(math.log10(values.min())), math.ceil(math.log10(values.max()))


def log_axis(title: str, low: int, high: int) -> alt.Y:
    """The field `value` between two powers of ten, with ticks at a few of them."""
    every = max(1, math.ceil((high - low) / MOST_TICKS))
    ticks = [exponent for exponent in range(low, high + 1) if exponent % every == 0]
    words = {exponent: f"1e{exponent}" for exponent in ticks} | {0: "1"}
    label = f"{json.dumps(words)}[round(log(datum.value) / LN10)]"
    axis = alt.Axis(values=[10.0**exponent for exponent in ticks], labelExpr=label)
    scale = alt.Scale(type="log", domain=[10.0**low, 10.0**high], nice=False)
    return alt.Y("value:Q", title=title, scale=scale, axis=axis)


def step_axis(steps: int, gettext: Translate) -> alt.X:
    """The field `step`, from the first to the last."""
    axis = alt.Axis(tickMinStep=1, format="d", grid=False)
    scale = alt.Scale(domain=[1, max(steps, 2)], nice=False, zero=False)
    return alt.X("step:Q", title=gettext("Step t"), axis=axis, scale=scale)


def bands(low: int, high: int, gettext: Translate, mode: Mode) -> list[alt.Chart]:
    """The bands in which a norm has vanished or exploded, each with its text."""
    colors = SURFACES[mode]
    parts = (
        (EXPLODED, 10.0**high, colors["wrong_fill"], gettext("exploded: above 1,000"), "top", 5),
        (10.0**low, VANISHED, colors["sunken"], gettext("vanished: lost when added to 1 (float32)"), "bottom", -5),
    )
    layers = []
    for bottom, top, color, words, baseline, offset in parts:
        row: Row = {"value": bottom, "top": top, "words": words}
        base = alt.Chart(small([row]))
        layers.append(base.mark_rect(color=color).encode(y=alt.Y("value:Q"), y2=alt.Y2("top:Q")))
        if math.log10(top / bottom) < ROOM_FOR_WORDS * (high - low):
            continue
        at = alt.Y("top:Q" if baseline == "top" else "value:Q")
        text = base.mark_text(align="right", baseline=baseline, dx=-6, dy=offset, color=colors["muted"])
        layers.append(text.encode(x=alt.XValue("width"), y=at, text=alt.Text("words:N")))
    return layers


def where(norms: Mapping[str, np.ndarray], gettext: Translate) -> list[str]:
    """A sentence about the norms that have vanished and one about those that have exploded, with their steps.

    Args:
        norms: Name → norm at each step, shape (time,).
        gettext: Translates the sentences.
    """
    vanished = [f"{name} {step}" for name, values in norms.items() if (step := vanished_until(values))]
    exploded = [
        gettext("{name} {step} (at most {most})").format(name=name, step=step, most=short(float(np.max(values))))
        for name, values in norms.items()
        if (step := exploded_from(values))
    ]
    lines = [gettext("Vanished by step: {values}.").format(values="; ".join(vanished))] if vanished else []
    return lines + ([gettext("Exploded by step: {values}.").format(values="; ".join(exploded))] if exploded else [])


def rows_of(name: str, values: np.ndarray, **more: Any) -> list[Row]:
    """A row for each step of one line."""
    return [{"name": name, "step": 1 + at, "value": positive(value), **more} for at, value in enumerate(values)]


def color_and_dash(names: list[str], colors: list[str], dashes: list[list[int]]) -> Row:
    """The colour and the dash of the field `name`, with one legend, whose lines fit a phone."""
    legend = alt.Legend(orient="top", title=None, symbolType="stroke", symbolSize=900, columns=2)
    return {
        "color": alt.Color("name:N", scale=alt.Scale(domain=names, range=colors), legend=legend),
        "strokeDash": alt.StrokeDash("name:N", scale=alt.Scale(domain=names, range=dashes), legend=legend),
    }


def tooltips(gettext: Translate) -> list[alt.Tooltip]:
    """The step and its norm."""
    return [
        alt.Tooltip("step:Q", title=gettext("Step t")),
        alt.Tooltip("value:Q", title=gettext("Norm"), format=".4e"),
    ]
