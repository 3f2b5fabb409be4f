"""What is left at the end of a window of what each of its steps wrote into a memory."""

import altair as alt
import numpy as np

from lstm_viz.charts.base import finish, number, signed, wrapped
from lstm_viz.charts.theme import SURFACES, Mode, signal_color
from lstm_viz.i18n import Translate

HEIGHT = 220


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
    lags, value = gettext("Steps back from the forecast"), gettext("Left in the cell state (dimensionless)")
    bars = (
        alt.Chart()
        .mark_bar(color=signal_color("cell", mode))
        .encode(
            # Earlier steps are on the left, as on a time axis.
            x=alt.X("lag:O", sort="descending", title=lags, axis=alt.Axis(labelAngle=0, labelSeparation=6)),
            y=alt.Y("value:Q", title=value),
            tooltip=[
                alt.Tooltip("lag:O", title=lags),
                alt.Tooltip("value:Q", title=gettext("Value"), format="+.4g"),
            ],
        )
    )
    zero = alt.Chart(alt.Data(values=[{"zero": 0}])).mark_rule(color=SURFACES[mode]["control"])
    return finish(
        alt.layer(bars, zero.encode(y=alt.Y("zero:Q"))),
        rows=rows,
        title=title,
        subtitle=wrapped(words),
        description=f"{title}. {words}",
        mode=mode,
        height=HEIGHT,
    )
