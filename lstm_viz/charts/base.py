"""What all Altair charts share: checks, numbers and the look.

The charts name each channel's class, as in `x=alt.X("step:Q")`: for `x="step:Q"` Altair compares all of its classes.
"""

import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any

import altair as alt
import numpy as np

from lstm_viz.charts.theme import SURFACES, Mode
from lstm_viz.engine.trace import Trace
from lstm_viz.javascript import json_values

Row = dict[str, Any]

WIDTH = 640
# Streamlit's font, then a Korean font of each system. A name with a digit or a space is in quotes.
FONT = '"Source Sans", "Noto Sans KR", "Noto Sans CJK KR", "Apple SD Gothic Neo", "Malgun Gothic", sans-serif'
LONGEST_LABEL = 16
LONGEST_LINE = 60  # Latin letters; a Korean letter counts as two
MOST_LINE_STEPS = 1000
LARGEST = float(np.finfo(np.float32).max)
_HIDDEN_CHARACTERS = str.maketrans("", "", "<>$")


def label(text: str, longest: int = LONGEST_LABEL) -> str:
    """A text that a visitor typed, short and without characters that a renderer could read as markup."""
    clean = " ".join(str(text).translate(_HIDDEN_CHARACTERS).split())
    return clean if len(clean) <= longest else clean[: longest - 1] + "…"


def number(value: float) -> float | None:
    """The shortest decimal that is the same float32; None, which is not drawn, if it is no finite float32."""
    return float(str(np.float32(value))) if abs(value) <= LARGEST else None


def signed(value: float, decimals: int = 2) -> str:
    """A number as people read it: +0.93, −0.40, 0.00."""
    rounded = f"{value:+.{decimals}f}".replace("-", "−")
    return rounded[1:] if not rounded.strip("+−0.") else rounded


def wrapped(text: str) -> list[str]:
    """A sentence in lines that fit a phone."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and _width(longer) > LONGEST_LINE:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def _width(text: str) -> int:
    """The width in Latin letters; a Korean letter counts as two."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)


def small(rows: list[Row]) -> alt.Data:
    """Inline data of a few rows, for a layer that has its own data."""
    return alt.Data(values=rows)


def by_line(channel: type[Any], field: str, titles: Sequence[str], looks: Sequence[Any], **legend: Any) -> Any:
    """A channel with a look for each line. Vega merges the equal legends of two channels into one.

    Args:
        channel: `alt.Color` or `alt.StrokeDash`.
        field: The field of the rows that names their line.
        titles: The title of each line, which is its name in that field.
        looks: The colour or the dash of each line.
        **legend: Further arguments of the legend.
    """
    shown = alt.Legend(orient="top", title=None, symbolType="stroke", symbolStrokeWidth=3, symbolSize=400, **legend)
    return channel(f"{field}:N", scale=alt.Scale(domain=list(titles), range=list(looks)), legend=shown)


def shown_steps(steps: int, cursor: int) -> tuple[range | list[int], int]:
    """The steps that a line shows, always with the cursor's step, and the distance from one to the next."""
    every = -(-steps // MOST_LINE_STEPS)
    return (range(steps), 1) if every <= 1 else (sorted({*range(0, steps, every), cursor}), every)


def check_traces(traces: Mapping[str, Trace]) -> str:
    """The kind of the layer, which is the same in each trace.

    Raises:
        ValueError: If there is no trace, if a name is not A or B, or if the layers differ in kind or units.
    """
    if not traces or not set(traces) <= {"A", "B"}:
        raise ValueError(f"traces must be named A, or A and B, not {', '.join(traces) or 'nothing'}.")
    layers = {(trace.kind, trace.units) for trace in traces.values()}
    if len(layers) > 1:
        raise ValueError(f"traces must be of one layer, not of {sorted(layers)}.")
    return next(iter(layers))[0]


def finish(
    chart: Any,
    *,
    rows: list[Row],
    title: str,
    subtitle: str | list[str] = "",
    description: str,
    mode: Mode,
    height: int,
) -> Any:
    """Gives a new chart its texts, its size, and the colours of the page, and returns it."""
    colors = SURFACES[mode]
    # Set one by one: `properties` would validate each of them, and `data` each row. A copy of a chart of layers, even
    # one that is not deep, would copy each layer four times, which takes as long as to make it.
    chart.title = alt.TitleParams(title, **({"subtitle": subtitle} if subtitle else {}))
    chart.description = description
    chart.width, chart.height = WIDTH, height
    chart.background, chart.config = colors["background"], _config(colors)
    chart.data = {"values": rows}
    return chart


def _config(colors: Mapping[str, str]) -> Row:
    words = {"labelColor": colors["muted"], "titleColor": colors["ink"], "titleFontWeight": "normal"}
    return {
        "font": FONT,
        "view": {"stroke": None},
        "axis": {
            **words,
            "domainColor": colors["control"],
            "tickColor": colors["control"],
            "gridColor": colors["line"],
            "labelFontSize": 12,
            "titleFontSize": 12,
            "labelOverlap": True,
            "labelSeparation": 6,
        },
        "legend": {**words, "labelColor": colors["ink"], "labelFontSize": 12, "labelLimit": 240, "title": None},
        "title": {
            "anchor": "start",
            "color": colors["ink"],
            "fontSize": 15,
            "subtitleColor": colors["muted"],
            "subtitleFontSize": 12,
            "subtitlePadding": 5,
            "offset": 8,
        },
        "text": {"color": colors["ink"], "fontSize": 12},
    }


def spec(chart: Any) -> Row:
    """The finished Vega-Lite specification as plain JSON values, without validating it again."""
    rows, layers = chart.data, chart.layer if isinstance(chart, alt.LayerChart) else []
    # Without the rows and the layers: Altair would convert each row, which is plain values already, and copy each layer
    # four times.
    chart.data = alt.NamedData(name="rows")
    if layers:
        chart.layer = []
    whole = chart.to_dict(validate=False)
    if layers:
        within = {"top_level": False, "data": chart.data}
        whole["layer"] = [each.to_dict(validate=False, context=within) for each in layers]
        chart.layer = layers
    chart.data = rows
    return json_values({**whole, "data": rows})
