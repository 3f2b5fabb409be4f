"""Which units still tell two sequences apart while both read the same symbols."""

from collections.abc import Mapping, Sequence

import altair as alt
import numpy as np

from lstm_viz.charts.base import check_traces, number, signed
from lstm_viz.charts.steps import Steps
from lstm_viz.charts.theme import Mode
from lstm_viz.charts.theme import difference as difference_colors
from lstm_viz.charts.unit_heatmap import MOST_STEPS, UnitHeatmap
from lstm_viz.engine.cell import STATES
from lstm_viz.engine.trace import Trace
from lstm_viz.explain.step import check_index
from lstm_viz.i18n import Translate

MOST_TOLD = 5


def difference(
    traces: Mapping[str, Trace],
    *,
    steps: range,
    time: int,
    gettext: Translate,
    state: str = "cell",
    unit: int | None = None,
    tokens: Sequence[str] = (),
    sample: int = 0,
    mode: Mode = "light",
) -> alt.LayerChart:
    """The difference A − B of a state, by unit and step.

    Args:
        traces: "A" and "B" → a trace of the same layer.
        steps: The steps to compare, counted from 0, in which both sequences read the same symbols.
        time: The step of the cursor, counted from 0.
        gettext: Translates the texts of the chart.
        state: "cell" or "hidden".
        unit: The selected unit, counted from 0; None for no unit.
        tokens: The symbol that each step reads, the same for both sequences in `steps`.
        sample: The sample in the batch, counted from 0.
        mode: The page's colours, "light" or "dark".

    Returns:
        Cells on a scale from −reach to reach, where reach is the largest difference in `steps`. The largest difference
        of each step is framed. If there are more than MOST_STEPS steps, the last ones are drawn.

    Raises:
        ValueError: If the traces are not A and B of one layer, have no such state, or `steps` is empty.
        IndexError: If `unit`, `sample` or one of `steps` is outside its range.
    """
    _check(traces, state, steps, unit, sample)
    first, second = (traces[name].signals[state][sample, : steps.stop].astype(float) for name in "AB")
    values = first - second
    sizes = np.where(np.isfinite(values), np.abs(values), 0)
    drawn = steps[-MOST_STEPS:]
    largest = {step: int(sizes[step].argmax()) for step in drawn if sizes[step].any()}
    title = {"cell": gettext("Cell state, A − B"), "hidden": gettext("Hidden state, A − B")}[state]
    words = gettext("At step {step} unit {unit} differs the most: {value}.")
    told = [
        words.format(step=step + 1, unit=unit + 1, value=signed(values[step, unit])) for step, unit in largest.items()
    ]
    return UnitHeatmap(
        values=values,
        steps=Steps(drawn, tokens, gettext),
        reach=number(sizes[steps.start :].max()) or 1,
        framed=largest.items(),
        time=time,
        unit=unit,
        texts=(title, gettext("A − B (dimensionless)"), " ".join([f"{title}.", *told[-MOST_TOLD:]])),
        subtitle=[gettext("Framed: the unit with the largest difference between A and B at each step.")],
        gettext=gettext,
        mode=mode,
        colors=difference_colors,
    ).chart()


def _check(traces: Mapping[str, Trace], state: str, steps: range, unit: int | None, sample: int) -> None:
    kind = check_traces(traces)
    if len(traces) < 2:
        raise ValueError("traces must hold both A and B.")
    if state not in STATES[kind]:
        raise ValueError(f"state must be one of {', '.join(STATES[kind])}, not {state!r}.")
    if not steps:
        raise ValueError("steps must not be empty.")
    for name, trace in traces.items():
        if not 0 <= steps.start < steps.stop <= trace.steps:
            raise IndexError(f"steps must be within the {trace.steps} of {name}, not {steps.start} … {steps.stop - 1}.")
        check_index("sample", sample, len(trace.inputs))
    if unit is not None:
        check_index("unit", unit, traces["A"].units)
