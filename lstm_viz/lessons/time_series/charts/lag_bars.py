"""What each step of a window contributes: gradient × input for the forecast, the memory ledger for the memory."""

from collections.abc import Mapping

import altair as alt
import numpy as np

from lstm_viz.charts.base import finish, label, number, signed, wrapped
from lstm_viz.charts.theme import SURFACES, Mode, sequence_color, signal_color, step_colors
from lstm_viz.i18n import Translate

HEIGHT = 220
LONGEST_NAME = 40


def attribution_bars(
    parts: Mapping[str, np.ndarray], *, unit: str, gettext: Translate, mode: Mode = "light"
) -> alt.Chart:
    """Gradient × input of each step, with a colour for each column that was read.

    Args:
        parts: Column → shape (look_back,), in the unit of the forecast. The last entry is the last step of the window.
        unit: The name of the column that is forecast, with its unit.
        gettext: Translates the texts of the chart.
        mode: The page's colours, "light" or "dark".

    Raises:
        ValueError: If there is no column.
    """
    if not parts:
        raise ValueError("parts must hold at least one column, not none.")
    title = gettext("Which lag mattered: gradient × input")
    names = [label(name, LONGEST_NAME) for name in parts]
    colors = [sequence_color("A", mode), sequence_color("B", mode), *step_colors(6, mode)][: len(names)]
    rows = [
        {"column": name, "lag": len(each) - at, "value": number(value)}
        for name, each in zip(names, parts.values(), strict=True)
        for at, value in enumerate(each)
    ]
    values = np.stack(list(parts.values()))
    column, at = np.unravel_index(np.abs(values).argmax(), values.shape)
    words = gettext("Largest: {column}, {value}; steps back: {lag}.").format(
        column=names[column], lag=values.shape[1] - at, value=signed(float(values[column, at]), 3)
    )
    legend = alt.Legend(orient="top", title=None) if len(names) > 1 else None
    chart = _bars(
        gettext("Contribution to the forecast ({unit})").format(unit=label(unit, LONGEST_NAME)), gettext
    ).encode(
        color=alt.Color("column:N", scale=alt.Scale(domain=names, range=colors), legend=legend),
        xOffset=alt.XOffset("column:N", scale=alt.Scale(domain=names)),
        tooltip=_tooltip("column", gettext("Column"), gettext),
    )
    return _finished(chart, rows, title, words, mode)


def memory_bars(written: np.ndarray, *, unit: int, gettext: Translate, mode: Mode = "light") -> alt.LayerChart:
    """How much of what each step of the window wrote into one unit's cell state is left at the end.

    Args:
        written: The result of `explain.ledger.memory_at` for the last step, shape (1 + look_back,). The first entry
            belongs to the initial state.
        unit: The unit, counted from 0, for the title.
        gettext: Translates the texts of the chart.
        mode: The page's colours, "light" or "dark".
    """
    title = gettext("Memory ledger: what is left in unit {unit}").format(unit=unit + 1)
    steps = written[1:]
    rows = [{"lag": len(steps) - at, "value": number(value)} for at, value in enumerate(steps)]
    words = gettext("The bars add up to the cell state after the window, {cell}.").format(
        cell=signed(float(written.sum()), 3)
    )
    bars = _bars(gettext("Left in the cell state (dimensionless)"), gettext).encode(
        color=alt.ColorValue(signal_color("cell", mode)), tooltip=_tooltip(None, "", gettext)
    )
    return _finished(bars, rows, title, words, mode)


def _bars(value_title: str, gettext: Translate) -> alt.Chart:
    return (
        alt.Chart()
        .mark_bar()
        .encode(
            # Earlier steps are on the left, as on a time axis.
            x=alt.X(
                "lag:O", sort="descending", title=gettext("Steps back from the forecast"), axis=alt.Axis(labelAngle=0)
            ),
            y=alt.Y("value:Q", title=value_title),
        )
    )


def _tooltip(field: str | None, title: str, gettext: Translate) -> list[alt.Tooltip]:
    first = [alt.Tooltip(f"{field}:N", title=title)] if field else []
    lag = alt.Tooltip("lag:O", title=gettext("Steps back from the forecast"))
    return [*first, lag, alt.Tooltip("value:Q", title=gettext("Value"), format="+.4g")]


def _finished(bars: alt.Chart, rows: list[dict], title: str, words: str, mode: Mode) -> alt.LayerChart:
    rule = alt.Chart(alt.Data(values=[{"zero": 0}])).mark_rule(color=SURFACES[mode]["control"])
    zero = rule.encode(y=alt.Y("zero:Q"))
    return finish(
        alt.layer(bars, zero),
        rows=rows,
        title=title,
        subtitle=wrapped(words),
        description=f"{title}. {words}",
        mode=mode,
        height=HEIGHT,
    )
