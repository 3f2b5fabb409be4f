"""What heatmaps of numbers share: the legend of a diverging scale, and numbers that are legible on their cells."""

from collections.abc import Mapping
from types import MappingProxyType

import altair as alt

from lstm_viz.charts.theme import SURFACES, Mode

# From this share of the reach on, a number in the page's background colour is easier to read than one in its ink.
STRONG: Mapping[Mode, float] = MappingProxyType({"light": 0.75, "dark": 0.6})


def legend(title: str) -> alt.Legend:
    """The legend of values on both sides of zero."""
    return alt.Legend(title=title, orient="bottom", gradientLength=200, tickCount=5, format="+.2~f")


def texts(base: alt.Chart, reach: float, mode: Mode) -> alt.Chart:
    """The field "text" on each cell, in a colour that is legible on that of the field "value", from -reach to reach."""
    colors = SURFACES[mode]
    strong = f"abs(datum.value) > {STRONG[mode] * reach}"
    color = alt.condition(strong, alt.value(colors["background"]), alt.value(colors["ink"]))
    return base.mark_text(fontSize=11).encode(text=alt.Text("text:N"), color=color)
