"""How the gradient fades or grows on its way back through the steps."""

from collections.abc import Mapping
from typing import NamedTuple

import altair as alt
import numpy as np

from lstm_viz.charts.base import Row, finish
from lstm_viz.charts.log_steps import bands, decades, log_axis, rows_of, short, step_axis, where
from lstm_viz.charts.networks import DASHES, in_order, network_titles
from lstm_viz.charts.theme import Mode, network_color, signal_color
from lstm_viz.charts.words import signal_titles
from lstm_viz.i18n import Translate

HEIGHT = 280
AGREE = 0.1
DOTTED = [2, 4]


Norms = Mapping[str, Mapping[str, np.ndarray]]


def state_norms(norms: Norms, *, gettext: Translate, mode: Mode = "light") -> alt.LayerChart:
    """‖∂s_T/∂s_t‖ over the steps, a line for each network and state s.

    Args:
        norms: Network → state ("cell", "hidden") → shape (time,), the spectral norm of its own block of the
            derivative for each step; inf where float64 does not hold it.
        gettext: Translates what is written.
        mode: Of the page.

    Raises:
        ValueError: If a network is unknown or there is none, or the lengths differ.
    """
    title = gettext("How far the last state hangs on that of step t")
    return _by_network(norms, title, gettext("Spectral norm of ∂s_T/∂s_t (logarithmic)"), [], gettext, mode)


def loss_norms(
    norms: Norms, losses: Mapping[str, float], *, gettext: Translate, mode: Mode = "light"
) -> alt.LayerChart:
    """‖∂L/∂s_t‖ over the steps, a line for each network and state s.

    Args:
        norms: Network → state → shape (time,), the Euclidean norm for each step.
        losses: Network → L, in nats.
        gettext: Translates what is written.
        mode: Of the page.

    Raises:
        ValueError: As `state_norms`.
    """
    titles = network_titles(gettext)
    values = ", ".join(f"{titles[name]} {short(losses[name])}" for name in in_order(norms))
    level = gettext("The loss itself, in nats: {values}.").format(values=values)
    title = gettext("The gradient of the loss L on its way back")
    return _by_network(norms, title, gettext("Norm of ∂L/∂s_t (nats, logarithmic)"), [level], gettext, mode)


def _by_network(
    norms: Norms, title: str, axis: str, words: list[str], gettext: Translate, mode: Mode
) -> alt.LayerChart:
    lines = _lines(norms, gettext)
    values = {line.name: line.values for line in lines}
    if len(lengths := {each.shape for each in values.values()}) > 1:
        raise ValueError(f"norms must be of the same steps, not of {sorted(lengths)}.")
    low, high = decades(values.values())
    base = alt.Chart().encode(x=step_axis(len(lines[0].values), gettext), y=log_axis(axis, low, high))
    tooltip = [alt.Tooltip("name:N", title=gettext("Network")), *_tooltips(gettext)]
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
        subtitle=subtitle,
        description=" ".join([f"{title}.", *subtitle]),
        mode=mode,
        height=HEIGHT,
    )


class Line(NamedTuple):
    """One line: what it is called, whose it is, its dash, and its values (time,)."""

    name: str
    network: str
    dash: list[int]
    values: np.ndarray


def _lines(norms: Norms, gettext: Translate) -> list[Line]:
    """A network's one state goes by the network's name and dash; of an LSTM's two the hidden state is dotted."""
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
    return _color_and_dash(names, colors, [line.dash for line in lines])


def forget_product(
    cell: np.ndarray,
    product: np.ndarray,
    difference: np.ndarray,
    *,
    gettext: Translate,
    mode: Mode = "light",
) -> alt.LayerChart:
    """An LSTM's ‖∂c_T/∂c_t‖ over the steps beside the product of its forget gates.

    Args:
        cell: Shape (time,), the spectral norm for each step.
        product: Shape (time,), ‖∏ f‖ over the steps after each.
        difference: Shape (time,), ‖∂c_T/∂c_t − diag(∏ f)‖ as a share of ‖∂c_T/∂c_t‖.
        gettext: Translates what is written.
        mode: Of the page.

    Raises:
        ValueError: If the lengths differ.
    """
    if not cell.shape == product.shape == difference.shape:
        raise ValueError(f"the norms must be of the same steps, not {cell.shape}, {product.shape}, {difference.shape}.")
    lines = {gettext("cell's gradient ∂c_T/∂c_t"): cell, gettext("product of forget gates ∏ f"): product}
    low, high = decades(lines.values())
    axis = gettext("Spectral norm (logarithmic)")
    title = gettext("LSTM: the cell's gradient and the product of its forget gates")
    subtitle = [_agreement(difference, gettext), *where(lines, gettext)]
    base = alt.Chart().encode(x=step_axis(len(cell), gettext), y=log_axis(axis, low, high))
    tooltip = [alt.Tooltip("name:N", title=gettext("Norm")), *_tooltips(gettext)]
    apart = alt.Tooltip("apart:N", title=gettext("Difference of the two"))
    rows = [
        row | {"apart": f"{difference[at]:.1%}"}
        for name, values in lines.items()
        for at, row in enumerate(rows_of(name, values))
    ]
    return finish(
        alt.layer(
            *bands(low, high, gettext, mode),
            base.mark_line(strokeWidth=2.5).encode(**_of_gates(list(lines), mode)),
            base.mark_point(opacity=0, size=60).encode(tooltip=[*tooltip, apart]),
        ),
        rows=rows,
        title=title,
        subtitle=subtitle,
        description=" ".join([f"{title}.", *subtitle]),
        mode=mode,
        height=HEIGHT,
    )


def _of_gates(names: list[str], mode: Mode) -> Row:
    """The cell's line solid in the cell's colour, the gates' dashed in the forget gate's."""
    colors = [signal_color("cell", mode), signal_color("forget_gate", mode)]
    return _color_and_dash(names, colors, [[1, 0], [6, 4]])


def _color_and_dash(names: list[str], colors: list[str], dashes: list[list[int]]) -> Row:
    legend = alt.Legend(orient="top", title=None, symbolType="stroke", symbolSize=900, columns=2)
    return {
        "color": alt.Color("name:N", scale=alt.Scale(domain=names, range=colors), legend=legend),
        "strokeDash": alt.StrokeDash("name:N", scale=alt.Scale(domain=names, range=dashes), legend=legend),
    }


def _agreement(difference: np.ndarray, gettext: Translate) -> str:
    """From which step on the two agree to within AGREE of the gradient, and by how much they differ at the first."""
    apart = np.flatnonzero(~(difference <= AGREE))
    first = f"{difference[0]:.0%}" if np.isfinite(difference[0]) else "–"
    if not apart.size:
        return gettext("They agree at every step: at step 1 they differ by {first} of the gradient.").format(
            first=first
        )
    words = gettext("They differ by {first} of the gradient at step 1, and by 10% or less from step {step} on.")
    return words.format(first=first, step=int(apart[-1]) + 2)


def _tooltips(gettext: Translate) -> list[alt.Tooltip]:
    return [
        alt.Tooltip("step:Q", title=gettext("Step t")),
        alt.Tooltip("value:Q", title=gettext("Norm"), format=".4e"),
    ]
