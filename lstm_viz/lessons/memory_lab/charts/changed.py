"""Which numbers of a signal the interventions changed, and by how much."""

from collections.abc import Sequence

import altair as alt
import numpy as np

from lstm_viz.charts.base import number
from lstm_viz.charts.steps import Steps, around
from lstm_viz.charts.theme import Mode
from lstm_viz.charts.unit_heatmap import MOST_STEPS, UnitHeatmap
from lstm_viz.charts.words import signal_titles
from lstm_viz.engine.trace import Trace
from lstm_viz.explain.changes import changed_cells
from lstm_viz.explain.step import check_index
from lstm_viz.i18n import Translate


def changed(
    before: Trace,
    after: Trace,
    *,
    signal: str,
    time: int,
    gettext: Translate,
    unit: int | None = None,
    tokens: Sequence[str] = (),
    sample: int = 0,
    mode: Mode = "light",
) -> alt.LayerChart:
    """How much a signal changed, by unit and step. Every number that differs, even in one bit, is framed.

    Args:
        before: The trace of a pass.
        after: The trace of the same pass with interventions.
        signal: The name of the signal, from `before.signals`.
        time: The step of the cursor, counted from 0.
        gettext: Translates the texts of the chart.
        unit: The selected unit, counted from 0; None for no unit.
        tokens: The symbol that each step reads.
        sample: The sample in the batch, counted from 0.
        mode: The page's colours, "light" or "dark".

    Raises:
        ValueError: If the passes differ in layer or number of steps, or there is no such signal.
        IndexError: If `time`, `unit` or `sample` is outside its range.
    """
    cells = changed_cells(before, after, sample=sample)
    check_index("time", time, before.steps)
    if unit is not None:
        check_index("unit", unit, before.units)
    if signal not in cells:
        raise ValueError(f"signal must be one of {', '.join(cells)}, not {signal!r}.")
    values = after.signals[signal][sample].astype(float) - before.signals[signal][sample]
    finite = np.where(np.isfinite(values), np.abs(values), 0)
    title = gettext("After − before: {signal}").format(signal=signal_titles(gettext)[signal])
    told = gettext("{count} of {all} numbers changed.").format(count=int(cells[signal].sum()), all=values.size)
    return UnitHeatmap(
        values=values,
        steps=Steps(around(time, len(values), MOST_STEPS), tokens, gettext),
        reach=number(finite.max()) or 1,
        framed={(int(step), int(row)) for step, row in np.argwhere(cells[signal])},
        time=time,
        unit=unit,
        texts=(title, gettext("after − before (dimensionless)"), f"{title}. {told}"),
        subtitle=[gettext("Framed: every number that changed. {told}").format(told=told)],
        gettext=gettext,
        mode=mode,
    ).chart()
