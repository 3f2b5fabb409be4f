"""Panels that explain one unit at one step. The page has a setting "gate", and "show" of its viewer."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import streamlit as st

from lstm_viz.app.charts import draw
from lstm_viz.app.language import _
from lstm_viz.app.page import Page
from lstm_viz.charts.words import signal_titles
from lstm_viz.engine.cell import GATES, SIGNAL_ORDER
from lstm_viz.engine.trace import Trace
from lstm_viz.explain.narrate import narrate


@dataclass(frozen=True, eq=False)
class StepShown:
    """A unit at a step.

    Attributes:
        page: The page.
        traces: "A", or "A" and "B" → trace.
        tokens: The same names → what each step reads.
        time: The step, counted from 0.
        unit: The unit, counted from 0.
        key: Identifies the traces.
        features: The name of each input feature; None to use its number.
        keep: Whether the server may keep the charts for others. What a visitor has brought it may not.
    """

    page: Page
    traces: Mapping[str, Trace]
    tokens: Mapping[str, Sequence[str]]
    time: int
    unit: int
    key: Hashable
    features: Sequence[str] | None = None
    keep: bool = True

    def draw(self, build: Callable[..., list[Any]], name: str, **cursor: Any) -> None:
        """Draws charts of this unit at this step."""
        draw(build, self.page.key(name), self.key, keep=self.keep, time=self.time, unit=self.unit, **cursor)


def show_words(shown: StepShown) -> None:
    """Draws sentences about the step."""
    show = shown.page.get("show").removesuffix("-B")
    words = narrate(shown.traces, time=shown.time, unit=shown.unit, tokens=shown.tokens, gettext=_, show=show)
    st.text("\n".join(words))


# The import of Altair takes a fifth of a second, so the functions below import it only when they draw a chart.


def show_gates(shown: StepShown) -> None:
    """Draws the gates and states over the steps."""
    from lstm_viz.charts.at_step import gate_charts

    shown.draw(partial(gate_charts, shown.traces, shown.tokens), "gates")


def show_arithmetic(shown: StepShown) -> None:
    """Draws the choice of a gate, and the operands of its sum."""
    from lstm_viz.charts.at_step import arithmetic_charts

    page = shown.page
    gates = [name for name in SIGNAL_ORDER if name in GATES[shown.traces["A"].kind]]
    if page.get("gate") not in gates:
        page.set(gate=gates[0])
    if len(gates) > 1:
        titles = signal_titles(_)
        page.draw("gate", titles={name: titles[name] for name in gates})
    shown.draw(partial(arithmetic_charts, shown.traces, shown.features), "arithmetic", gate=page.get("gate"))


def show_memory(shown: StepShown) -> None:
    """Draws when each part of the cell state was written."""
    from lstm_viz.charts.at_step import memory_charts

    shown.draw(partial(memory_charts, shown.traces, shown.tokens), "memory")


STEP_PANELS: dict[str, Callable[[StepShown], None]] = {
    "words": show_words,
    "gates": show_gates,
    "arithmetic": show_arithmetic,
    "memory": show_memory,
}
