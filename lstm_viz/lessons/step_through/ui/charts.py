"""The functions that make the charts below the viewer, for `app.charts.draw`."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from lstm_viz.charts.ledger import ledger
from lstm_viz.charts.theme import Mode
from lstm_viz.charts.timelines import timelines
from lstm_viz.explain.step import explain_step
from lstm_viz.i18n import Translate
from lstm_viz.lessons.step_through.charts.arithmetic import arithmetic, reach_of
from lstm_viz.lessons.step_through.charts.predictions import predictions
from lstm_viz.lessons.step_through.view import Pass, traces_of

Passes = Mapping[str, Pass]


def gate_charts(passes: Passes, *, gettext: Translate, mode: Mode, time: int, unit: int) -> list[Any]:
    """A chart of the gates and states of a unit over the steps, for each sequence."""
    tokens = {name: each.tokens for name, each in passes.items()}
    return list(timelines(traces_of(passes), unit=unit, time=time, gettext=gettext, tokens=tokens, mode=mode))


def arithmetic_charts(passes: Passes, *, gettext: Translate, mode: Mode, time: int, unit: int, gate: str) -> list[Any]:
    """A chart of the operands of a gate's sum, for each sequence that has the step."""
    features = None if passes["A"].targets is None else passes["A"].symbols
    explained = {
        name: explain_step(each.trace, time=time, unit=unit) for name, each in passes.items() if time < each.trace.steps
    }
    reach = reach_of(explained.values(), gate)
    build = partial(arithmetic, gate=gate, gettext=gettext, features=features, mode=mode, reach=reach)
    return [build(each, sequence=name if len(passes) > 1 else None) for name, each in explained.items()]


def memory_charts(passes: Passes, *, gettext: Translate, mode: Mode, time: int, unit: int) -> list[Any]:
    """A chart of the steps at which each part of a unit's memory was written, for each sequence."""
    tokens = {name: each.tokens for name, each in passes.items()}
    return list(ledger(traces_of(passes), unit=unit, time=time, gettext=gettext, tokens=tokens, mode=mode))


def prediction_charts(passes: Passes, *, gettext: Translate, mode: Mode, time: int) -> list[Any]:
    """A chart of the probability of each symbol after each step."""
    chart = predictions(
        {name: each.probabilities for name, each in passes.items() if each.probabilities is not None},
        symbols=passes["A"].symbols,
        time=time,
        gettext=gettext,
        targets={name: each.targets for name, each in passes.items() if each.targets is not None},
        tokens={name: each.tokens for name, each in passes.items()},
        mode=mode,
    )
    return [chart]
