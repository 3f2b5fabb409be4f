"""The gates and states of a unit over the steps."""

from collections.abc import Mapping, Sequence

import altair as alt

from lstm_viz.charts.base import check_traces
from lstm_viz.charts.theme import Mode
from lstm_viz.charts.timeline_panel import TimelinePanel
from lstm_viz.engine.cell import GATES, SIGNAL_ORDER, SIGNALS
from lstm_viz.engine.trace import Trace
from lstm_viz.explain.step import check_index
from lstm_viz.i18n import Translate


def timelines(
    traces: Mapping[str, Trace],
    *,
    unit: int | None,
    time: int,
    gettext: Translate,
    tokens: Mapping[str, Sequence[str]] | None = None,
    sample: int = 0,
    mode: Mode = "light",
) -> tuple[alt.LayerChart, ...]:
    """Lines of every signal over the steps, A solid with circles, B dashed with diamonds.

    Args:
        traces: "A", or "A" and "B" → trace of the same layer.
        unit: The unit, counted from 0; None for the mean over all units.
        time: The step of the cursor, counted from 0.
        gettext: Translates a text.
        tokens: Name of a sequence → what it reads at each step, for the tooltip.
        sample: Index of the sample in the batch.
        mode: The mode of the page.

    Returns:
        A chart of the gates, then a chart of the candidate and the states; for a SimpleRNN only a chart of the state. A
        and B share a scale, which is the same for every unit and step. Gates of a masked step are left out, because
        Keras discards them.

    Raises:
        ValueError: If the traces do not belong together.
        IndexError: If `unit`, `time` or `sample` is outside its range.
    """
    kind = check_traces(traces)
    check_index("time", time, max(trace.steps for trace in traces.values()))
    check_index("sample", sample, min(len(trace.inputs) for trace in traces.values()))
    if unit is not None:
        check_index("unit", unit, next(iter(traces.values())).units)
    gates = [name for name in SIGNAL_ORDER if name in GATES[kind] and name not in ("candidate", "hidden")]
    states = [name for name in SIGNAL_ORDER if name in SIGNALS[kind] and name not in gates]
    panels = (TimelinePanel(traces, names, unit, time, sample, gettext, mode) for names in (gates, states) if names)
    return tuple(panel.chart(tokens or {}) for panel in panels)
