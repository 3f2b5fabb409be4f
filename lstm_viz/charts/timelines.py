"""The gates and states of a unit over the steps."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import altair as alt
import numpy as np

from lstm_viz.cell import GATES, SIGNALS
from lstm_viz.charts.base import Row, check_traces, finish, label, number, rows, shown_steps, signed
from lstm_viz.charts.theme import SIGNAL_ORDER, SURFACES, Mode, signal_color
from lstm_viz.charts.words import signal_titles, value_title
from lstm_viz.explain import check_index
from lstm_viz.i18n import Translate
from lstm_viz.trace import Trace

MOST_POINTS = 60
DASHES = {"A": [1, 0], "B": [5, 4]}
SHAPES = {"A": "circle", "B": "diamond"}
SHARES = ("sigmoid", "hard_sigmoid", "softmax")


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
        traces: "A" and perhaps "B" → the trace of the same layer.
        unit: Whose, counted from 0; None for the mean over all units.
        time: Where the cursor stands, counted from 0.
        gettext: Translates what is written.
        tokens: What each sequence reads at each step, for the tooltip.
        sample: Which of the batch.
        mode: Of the page.

    Returns:
        The gates, then the candidate and the states; the state alone for a SimpleRNN. Their scales are shared by A and
        B and stay the same for every unit and step. Gates of a masked step, which Keras discards, are left out.

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
    panels = (_Panel(traces, names, unit, time, sample, gettext, mode) for names in (gates, states) if names)
    return tuple(panel.chart(tokens or {}) for panel in panels)


@dataclass(frozen=True)
class _Panel:
    """One chart: some signals of one unit."""

    traces: Mapping[str, Trace]
    names: list[str]
    unit: int | None
    time: int
    sample: int
    gettext: Translate
    mode: Mode

    @property
    def longest(self) -> int:
        return max(trace.steps for trace in self.traces.values())

    @property
    def are_shares(self) -> bool:
        activation = next(iter(self.traces.values())).weights.recurrent_activation
        return "hidden" not in self.names and activation in SHARES

    def chart(self, tokens: Mapping[str, Sequence[str]]) -> alt.LayerChart:
        titles = json.dumps(signal_titles(self.gettext), ensure_ascii=False)
        base = alt.Chart(rows(self.data(tokens))).transform_fold(self.names, as_=["signal", "value"])
        base = base.transform_calculate(name=f"{titles}[datum.signal]").encode(**self.encoding())
        points = base.mark_point(filled=True, size=55, opacity=1 if self.longest <= MOST_POINTS else 0)
        layers = [
            *self.masked_steps(),
            self.cursor(),
            base.mark_line(strokeWidth=2).encode(strokeDash=self.by_sequence(alt.StrokeDash, DASHES)),
            points.encode(shape=self.by_sequence(alt.Shape, SHAPES), tooltip=self.tooltip(bool(tokens))),
        ]
        texts = {"title": self.title(), "subtitle": self.thinned(), "description": self.description()}
        return finish(alt.layer(*layers), **texts, mode=self.mode, height=200)

    def data(self, tokens: Mapping[str, Sequence[str]]) -> list[Row]:
        """A row for each sequence and step, with a column for each signal: lighter than a row for each value."""
        data = []
        for sequence, trace in self.traces.items():
            for step in (step for step in shown_steps(self.longest, self.time)[0] if step < trace.steps):
                row: Row = {"step": step + 1, "sequence": sequence}
                row.update({name: self.value(trace, name, step) for name in self.names})
                row.update({"token": label(tokens[sequence][step])} if sequence in tokens else {})
                data.append(row)
        return data

    def value(self, trace: Trace, name: str, step: int) -> float | None:
        masked = trace.mask is not None and not trace.mask[self.sample, step]
        if masked and name not in ("cell", "hidden"):
            return None  # Keras computes it and throws it away
        values = trace.signals[name][self.sample, step]
        return number(values.mean() if self.unit is None else values[self.unit])

    def encoding(self) -> dict[str, Any]:
        titles = signal_titles(self.gettext)
        axis = alt.Axis(tickMinStep=1, format="d", grid=False)
        steps = alt.Scale(domain=[0.5, self.longest + 0.5], nice=False, zero=False)
        colors = [signal_color(name, self.mode) for name in self.names]
        return {
            "x": alt.X("step:Q", title=self.gettext("Step"), axis=axis, scale=steps),
            "y": alt.Y(
                "value:Q", title=value_title(self.are_shares, self.gettext), scale=alt.Scale(domain=self.domain())
            ),
            "color": alt.Color(
                "name:N",
                scale=alt.Scale(domain=[titles[name] for name in self.names], range=colors),
                legend=alt.Legend(orient="top", title=None, symbolType="stroke", symbolStrokeWidth=4, symbolSize=250),
            ),
        }

    def by_sequence(self, channel: Any, marks: Mapping[str, Any]) -> Any:
        names = sorted(self.traces)
        words = {"A": self.gettext("A, solid"), "B": self.gettext("B, dashed")}
        ink = SURFACES[self.mode]["ink"]
        legend = alt.Legend(
            orient="top",
            title=None,
            labelExpr=f"{json.dumps(words, ensure_ascii=False)}[datum.value]",
            symbolFillColor=ink,
            symbolStrokeColor=ink,
        )
        return channel(
            "sequence:N",
            scale=alt.Scale(domain=names, range=[marks[name] for name in names]),
            legend=legend if len(names) > 1 else None,
        )

    def domain(self) -> list[float]:
        """0 … 1 for shares, else as far below zero as above; over every unit, so that it stays put."""
        if self.are_shares:
            return [0, 1]
        values = np.concatenate([trace.signals[name].ravel() for trace in self.traces.values() for name in self.names])
        largest = number(np.abs(values[np.isfinite(values)]).max(initial=1)) or 1
        return [-largest, largest]

    def tooltip(self, has_tokens: bool) -> list[alt.Tooltip]:
        gettext = self.gettext
        return [
            alt.Tooltip("sequence:N", title=gettext("Sequence")),
            alt.Tooltip("step:Q", title=gettext("Step")),
            *([alt.Tooltip("token:N", title=gettext("Reads"))] if has_tokens else []),
            alt.Tooltip("name:N", title=gettext("Signal")),
            alt.Tooltip("value:Q", title=gettext("Value"), format=".7"),
        ]

    def cursor(self) -> alt.Chart:
        rule = alt.Chart(rows([{"step": self.time + 1}])).mark_rule(color=SURFACES[self.mode]["control"], strokeWidth=2)
        return rule.encode(x=alt.X("step:Q", scale=alt.Scale(zero=False)))

    def masked_steps(self) -> list[alt.Chart]:
        words = self.gettext("{sequence} skips this step")
        bands = [
            {"start": step + 0.5, "end": step + 1.5, "words": words.format(sequence=sequence)}
            for sequence, trace in self.traces.items()
            if trace.mask is not None
            for step in np.flatnonzero(~trace.mask[self.sample]).tolist()
        ]
        chart = alt.Chart(rows(bands)).mark_rect(color=SURFACES[self.mode]["line"])
        words_shown = alt.Tooltip("words:N", title=self.gettext("Masked"))
        return (
            [chart.encode(x=alt.X("start:Q", scale=alt.Scale(zero=False)), x2="end:Q", tooltip=words_shown)]
            if bands
            else []
        )

    def title(self) -> str:
        gettext = self.gettext
        if self.unit is None:
            units = next(iter(self.traces.values())).units
            mean = gettext("States, mean of {units} units"), gettext("Gates, mean of {units} units")
            return mean["hidden" not in self.names].format(units=units)
        one = gettext("States of unit {unit}"), gettext("Gates of unit {unit}")
        return one["hidden" not in self.names].format(unit=self.unit + 1)

    def thinned(self) -> str:
        every = shown_steps(self.longest, self.time)[1]
        return "" if every == 1 else self.gettext("One of every {every} steps is drawn.").format(every=every)

    def description(self) -> str:
        titles = signal_titles(self.gettext)
        parts = [self.title() + ".", self.gettext("Step {step}.").format(step=self.time + 1)]
        for sequence, trace in self.traces.items():
            if self.time < trace.steps:
                values = ((titles[name], self.value(trace, name, self.time)) for name in self.names)
                shown = [f"{title} {signed(value)}" for title, value in values if value is not None]
                parts.append(f"{sequence}: {', '.join(shown)}.")
        return " ".join(parts)
