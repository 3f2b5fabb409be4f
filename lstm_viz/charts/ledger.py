"""The memory ledger of a unit as bars: the contributions of all steps add up to its cell state."""

from collections.abc import Collection, Mapping, Sequence

import altair as alt
import numpy as np

from lstm_viz.charts.base import LARGEST, check_traces
from lstm_viz.charts.ledger_panel import LedgerPanel
from lstm_viz.charts.steps import Steps, around
from lstm_viz.charts.theme import Mode
from lstm_viz.engine.trace import Trace
from lstm_viz.explain.ledger import unit_ledger
from lstm_viz.explain.step import check_index
from lstm_viz.i18n import Translate

MOST_STEPS = 50


def ledger(
    traces: Mapping[str, Trace],
    *,
    unit: int,
    time: int,
    gettext: Translate,
    tokens: Mapping[str, Sequence[str]] | None = None,
    sample: int = 0,
    mode: Mode = "light",
) -> tuple[alt.LayerChart, ...]:
    """A bar for each step, with a part for each step that wrote: additions above zero, subtractions below zero.

    The parts of a bar add up to the cell state, which is drawn as a line. Source: `explain.ledger.memory_ledger`.

    Args:
        traces: "A", or "A" and "B" → trace of the same LSTM.
        unit: The unit, counted from 0.
        time: The step of the cursor, counted from 0.
        gettext: Translates a text.
        tokens: Name of a sequence → what it reads at each step.
        sample: Index of the sample in the batch.
        mode: The mode of the page.

    Returns:
        A chart for each sequence, all with the same scale. If there are more than MOST_STEPS steps, those around the
        cursor are drawn, and what the other steps wrote is one part.

    Raises:
        ValueError: If the traces do not belong together or are not those of an LSTM.
        IndexError: If `unit`, `time` or `sample` is outside its range.
    """
    check_traces(traces)
    longest = max(trace.steps for trace in traces.values())
    check_index("time", time, longest)
    parts = {name: unit_ledger(trace, unit=unit, sample=sample) for name, trace in traces.items()}
    window = around(time, longest, MOST_STEPS)
    panels = [
        LedgerPanel(
            sequence=name if len(traces) > 1 else None,
            cell=trace.cell[sample, :, unit],
            parts=parts[name],
            steps=Steps(range(window.start, min(window.stop, trace.steps)), (tokens or {}).get(name, ()), gettext),
            unit=unit,
            time=time,
            reach=_reach(parts.values()),
            gettext=gettext,
            mode=mode,
        )
        for name, trace in traces.items()
    ]
    return tuple(panel.chart() for panel in panels)


def _reach(parts: Collection[np.ndarray]) -> tuple[float, float]:
    """The lowest and the highest end of the bars in all charts, which have no parts that are no finite float32."""
    drawn = [np.where(np.abs(each) <= LARGEST, each, 0) for each in parts]
    down = min(float(np.minimum(each, 0).sum(axis=1).min()) for each in drawn)
    up = max(float(np.maximum(each, 0).sum(axis=1).max()) for each in drawn)
    return (down, up) if up > down else (-1.0, 1.0)
