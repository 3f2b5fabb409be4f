"""The look of the networks that are compared, the same in every chart: a colour, a dash, a shape and a name."""

import json
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

import altair as alt

from lstm_viz.charts.theme import NETWORK_ORDER, Mode, network_color
from lstm_viz.i18n import Translate

DASHES: Mapping[str, list[int]] = MappingProxyType(
    {"lstm": [1, 0], "gru": [8, 3], "simple_rnn": [3, 3], "perceptron": [8, 3, 2, 3]}
)
SHAPES: Mapping[str, str] = MappingProxyType(
    {"lstm": "circle", "gru": "diamond", "simple_rnn": "triangle-up", "perceptron": "square"}
)


def network_titles(gettext: Translate) -> dict[str, str]:
    """The name of each network for a reader."""
    return {"lstm": "LSTM", "gru": "GRU", "simple_rnn": "SimpleRNN", "perceptron": gettext("perceptron")}


def in_order(names: Iterable[str]) -> list[str]:
    """The networks in the order in which they are drawn and listed.

    Raises:
        ValueError: If there is no network, or if one is not in NETWORK_ORDER.
    """
    given = set(names)
    if not given or not given <= set(NETWORK_ORDER):
        raise ValueError(
            f"networks must be some of {', '.join(NETWORK_ORDER)}, not {', '.join(sorted(given)) or 'none'}."
        )
    return [name for name in NETWORK_ORDER if name in given]


def by_network(channel: Any, names: list[str], gettext: Translate, mode: Mode) -> Any:
    """The colour or the dash of the field `network`, with one legend for both.

    A third channel with the same names would be added to that legend, even if it has no legend itself. So marks with
    the network's shape take their shape and colour from their rows (`scale=None`).

    Args:
        channel: `alt.Color` or `alt.StrokeDash`.
        names: The networks that are drawn, from `in_order`.
        gettext: Translates a text.
        mode: The mode of the page.
    """
    colors = {name: network_color(name, mode) for name in names}
    marks: Mapping[str, Any] = DASHES if channel is alt.StrokeDash else colors
    titles = json.dumps(network_titles(gettext), ensure_ascii=False)
    legend = alt.Legend(
        orient="top",
        title=None,
        labelExpr=f"{titles}[datum.value]",
        symbolType="stroke",
        symbolSize=900,
        columns=alt.ExprRef("width < 400 ? 2 : 4"),
    )
    return channel("network:N", scale=alt.Scale(domain=names, range=[marks[name] for name in names]), legend=legend)
