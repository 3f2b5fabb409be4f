"""The titles, colours and dashes for values before and after interventions, the same in every chart."""

import json
from typing import Any

import altair as alt

from lstm_viz.charts.theme import Mode, version_color
from lstm_viz.i18n import Translate

VERSIONS = ("before", "after")
DASHES = {"before": [5, 4], "after": [1, 0]}
SYMBOL_SIZES = {"square": 100, "stroke": 900}


def version_titles(gettext: Translate) -> str:
    """The title of each version, as an object in a Vega expression."""
    return json.dumps(
        {"before": gettext("before the interventions"), "after": gettext("after them")}, ensure_ascii=False
    )


def by_version(channel: Any, gettext: Translate, mode: Mode, *, symbol: str) -> Any:
    """The colour or the dash of the field `version`, with one legend for both.

    Args:
        channel: `alt.Color` or `alt.StrokeDash`.
        gettext: Translates the texts of the legend.
        mode: The page's colours, "light" or "dark".
        symbol: The symbol in the legend: "square" for bars, "stroke" for lines.
    """
    marks = DASHES if channel is alt.StrokeDash else {name: version_color(name, mode) for name in VERSIONS}
    titles = version_titles(gettext)
    legend = alt.Legend(
        orient="top", title=None, labelExpr=f"{titles}[datum.value]", symbolType=symbol, symbolSize=SYMBOL_SIZES[symbol]
    )
    scale = alt.Scale(domain=list(VERSIONS), range=[marks[name] for name in VERSIONS])
    return channel("version:N", scale=scale, legend=legend)
