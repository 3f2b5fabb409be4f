"""Charts of one unit at one step, for every sequence. `app.charts.draw` calls these functions."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from lstm_viz.charts.arithmetic import arithmetic, reach_of
from lstm_viz.charts.ledger import ledger
from lstm_viz.charts.theme import Mode
from lstm_viz.charts.timelines import timelines
from lstm_viz.engine.trace import Trace
from lstm_viz.explain.step import explain_step
from lstm_viz.i18n import Translate

Traces = Mapping[str, Trace]
Tokens = Mapping[str, Sequence[str]]


def gate_charts(
    traces: Traces, tokens: Tokens, *, gettext: Translate, mode: Mode, time: int, unit: int | None
) -> list[Any]:
    """A chart of the gates and a chart of the states of a unit over the steps."""
    return list(timelines(traces, unit=unit, time=time, gettext=gettext, tokens=tokens, mode=mode))


def arithmetic_charts(
    traces: Traces, features: Sequence[str] | None, *, gettext: Translate, mode: Mode, time: int, unit: int, gate: str
) -> list[Any]:
    """A chart of the operands of a gate's sum, for each sequence that has the step."""
    explained = {
        name: explain_step(trace, time=time, unit=unit) for name, trace in traces.items() if time < trace.steps
    }
    reach = reach_of(explained.values(), gate)
    build = partial(arithmetic, gate=gate, gettext=gettext, features=features, mode=mode, reach=reach)
    return [build(each, sequence=name if len(traces) > 1 else None) for name, each in explained.items()]


def memory_charts(traces: Traces, tokens: Tokens, *, gettext: Translate, mode: Mode, time: int, unit: int) -> list[Any]:
    """A chart of the steps at which each part of a unit's memory was written, for each sequence."""
    return list(ledger(traces, unit=unit, time=time, gettext=gettext, tokens=tokens, mode=mode))
