"""The gradient of an LSTM's cell state, compared with the product of its forget gates."""

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
    step_axis,
    tooltips,
    where,
)
from lstm_viz.charts.theme import Mode, signal_color
from lstm_viz.i18n import Translate

AGREE = 0.1


def forget_product(
    cell: np.ndarray,
    product: np.ndarray,
    difference: np.ndarray,
    *,
    gettext: Translate,
    mode: Mode = "light",
) -> alt.LayerChart:
    """‖∂c_T/∂c_t‖ of an LSTM over the steps, and the product of its forget gates.

    Args:
        cell: ‖∂c_T/∂c_t‖ for each step t, a spectral norm, shape (time,).
        product: ‖∏ f‖ over the steps after t, shape (time,).
        difference: ‖∂c_T/∂c_t − diag(∏ f)‖ as a fraction of ‖∂c_T/∂c_t‖, shape (time,).
        gettext: Translates the texts of the chart.
        mode: The page's colours, "light" or "dark".

    Raises:
        ValueError: If the lengths differ.
    """
    if not cell.shape == product.shape == difference.shape:
        raise ValueError(f"the norms must be of the same steps, not {cell.shape}, {product.shape}, {difference.shape}.")
    lines = {gettext("cell's gradient ∂c_T/∂c_t"): cell, gettext("product of forget gates ∏ f"): product}
    low, high = decades(lines.values())
    axis = gettext("Spectral norm (logarithmic)")
    title = gettext("LSTM: cell gradient and forget gates")
    subtitle = [_agreement(difference, gettext), *where(lines, gettext)]
    base = alt.Chart().encode(x=step_axis(len(cell), gettext), y=log_axis(axis, low, high))
    tooltip = [alt.Tooltip("name:N", title=gettext("Norm")), *tooltips(gettext)]
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
        subtitle=[line for sentence in subtitle for line in wrapped(sentence)],
        description=" ".join([f"{title}.", *subtitle]),
        mode=mode,
        height=HEIGHT,
    )


def _of_gates(names: list[str], mode: Mode) -> Row:
    """A solid line in the colour of the cell state, and a dashed line in that of the forget gate."""
    colors = [signal_color("cell", mode), signal_color("forget_gate", mode)]
    return color_and_dash(names, colors, [[1, 0], [6, 4]])


def _agreement(difference: np.ndarray, gettext: Translate) -> str:
    """Says from which step on the two differ by at most AGREE of the gradient, and how much they differ at step 1."""
    apart = np.flatnonzero(~(difference <= AGREE))
    first = f"{difference[0]:.0%}" if np.isfinite(difference[0]) else "–"
    if not apart.size:
        return gettext("They agree at every step: at step 1 they differ by {first} of the gradient.").format(
            first=first
        )
    words = gettext("They differ by {first} of the gradient at step 1, and by 10% or less from step {step} on.")
    return words.format(first=first, step=int(apart[-1]) + 2)
