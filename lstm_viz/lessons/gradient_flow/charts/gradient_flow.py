"""How the gradient shrinks or grows back through the steps."""

from collections.abc import Mapping
from typing import NamedTuple

import altair as alt
import numpy as np

from lstm_viz.charts.base import Row, finish, wrapped
from lstm_viz.charts.log_steps import (
    HEIGHT,
    bands,
    color_and_dash,
    decades,
    log_axis,
    rows_of,
    short,
    step_axis,
    tooltips,
    where,
)
from lstm_viz.charts.networks import DASHES, in_order, network_titles
from lstm_viz.charts.theme import Mode, network_color
from lstm_viz.charts.words import signal_titles
from lstm_viz.i18n import Translate

DOTTED = [2, 4]


Norms = Mapping[str, Mapping[str, np.ndarray]]


def state_norms(norms: Norms, *, gettext: Translate, mode: Mode = "light") -> alt.LayerChart:
    """‖∂s_T/∂s_t‖ over the steps, a line for each network and state s.

    Args:
        norms: Network → state ("cell", "hidden") → shape (time,), the spectral norm of the derivative by the same
            state at each step; inf if it is too large for float64.
        gettext: Translates the texts of the chart.
        mode: The page's colours, "light" or "dark".

    Raises:
        ValueError: If there is no network, a network is unknown, or the lengths differ.
    """
    title = gettext("How the last state depends on step t")
    return _by_network(norms, title, gettext("Spectral norm of ∂s_T/∂s_t (logarithmic)"), [], gettext, mode)


def loss_norms(
    norms: Norms, losses: Mapping[str, float], *, gettext: Translate, mode: Mode = "light"
) -> alt.LayerChart:
    """‖∂L/∂s_t‖ over the steps as a multiple of ‖∂L/∂h_T‖, a line for each network and state s.

    The norms are relative to the last step because their absolute size depends on the loss, and because the gradient
    of the weights is a sum over the steps: a step that is too small compared with the last one is lost in it.

    Args:
        norms: Network → state ("cell", "hidden") → shape (time,), the Euclidean norm for each step.
        losses: Network → the loss L, in nats.
        gettext: Translates the texts of the chart.
        mode: The page's colours, "light" or "dark".

    Raises:
        ValueError: If there is no network, a network is unknown, or the lengths differ.
    """
    titles, names = network_titles(gettext), in_order(norms)
    last = {name: norms[name]["hidden"][-1] for name in names}
    with np.errstate(divide="ignore", invalid="ignore"):
        shares = {name: {state: each / last[name] for state, each in norms[name].items()} for name in names}
    words = [
        template.format(values=", ".join(f"{titles[name]} {short(values[name])}" for name in names))
        for template, values in (
            (gettext("Loss L in nats: {values}."), losses),
            (gettext("Norm of ∂L/∂h_T: {values}."), last),
        )
    ]
    title = gettext("The loss L's gradient, as it goes back")
    axis = gettext("‖∂L/∂s_t‖ relative to ‖∂L/∂h_T‖ (logarithmic)")
    return _by_network(shares, title, axis, words, gettext, mode)


def _by_network(
    norms: Norms, title: str, axis: str, words: list[str], gettext: Translate, mode: Mode
) -> alt.LayerChart:
    lines = _lines(norms, gettext)
    values = {line.name: line.values for line in lines}
    if len(lengths := {each.shape for each in values.values()}) > 1:
        raise ValueError(f"norms must be of the same steps, not of {sorted(lengths)}.")
    low, high = decades(values.values())
    base = alt.Chart().encode(x=step_axis(len(lines[0].values), gettext), y=log_axis(axis, low, high))
    tooltip = [alt.Tooltip("name:N", title=gettext("Network")), *tooltips(gettext)]
    first = "; ".join(f"{name} {short(each[0])}" for name, each in values.items())
    subtitle = [gettext("At step 1: {values}.").format(values=first), *where(values, gettext), *words]
    return finish(
        alt.layer(
            *bands(low, high, gettext, mode),
            base.mark_line(strokeWidth=2.5).encode(**_looks(lines, mode)),
            base.mark_point(opacity=0, size=60).encode(tooltip=tooltip),
        ),
        rows=[row for name, each in values.items() for row in rows_of(name, each)],
        title=title,
        subtitle=[line for sentence in subtitle for line in wrapped(sentence)],
        description=" ".join([f"{title}.", *subtitle]),
        mode=mode,
        height=HEIGHT,
    )


class Line(NamedTuple):
    """One line of the chart: its name in the legend, its network, its dash, and its values of shape (time,)."""

    name: str
    network: str
    dash: list[int]
    values: np.ndarray


def _lines(norms: Norms, gettext: Translate) -> list[Line]:
    """The lines, named by network, and by state if the network has two. An LSTM's hidden state is dotted."""
    titles, states = network_titles(gettext), signal_titles(gettext)
    lines = []
    for network in in_order(norms):
        for state, values in norms[network].items():
            alone = len(norms[network]) == 1
            name = titles[network] if alone else f"{titles[network]}, {states[state]}"
            dash = DASHES[network] if alone or state == "cell" else DOTTED
            lines.append(Line(name, network, dash, np.asarray(values)))
    return lines


def _looks(lines: list[Line], mode: Mode) -> Row:
    names = [line.name for line in lines]
    colors = [network_color(line.network, mode) for line in lines]
    return color_and_dash(names, colors, [line.dash for line in lines])
