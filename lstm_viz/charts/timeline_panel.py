"""One chart of some signals of a unit over the steps."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import altair as alt
import numpy as np

from lstm_viz.charts.base import Row, finish, label, number, shown_steps, signed, small
from lstm_viz.charts.theme import SURFACES, Mode, signal_color
from lstm_viz.charts.words import signal_titles, value_title
from lstm_viz.engine.activations import HARD_SIGMOID_OF_KERAS_2
from lstm_viz.engine.trace import Trace
from lstm_viz.i18n import Translate

MOST_POINTS = 60
DASHES = {"A": [1, 0], "B": [5, 4]}
SHAPES = {"A": "circle", "B": "diamond"}
SIZES = {"A": 40, "B": 190}
# One legend for stroke and fill: Vega-Lite warns of two that differ.
SIGNAL_LEGEND = alt.Legend(orient="top", title=None, symbolType="stroke", symbolStrokeWidth=4, symbolSize=250)
SHARES = ("sigmoid", "hard_sigmoid", HARD_SIGMOID_OF_KERAS_2, "softmax")


@dataclass(frozen=True)
class TimelinePanel:
    """The chart of some signals.

    Attributes:
        traces: "A", or "A" and "B" → trace of the same layer.
        names: The signals that are drawn.
        unit: The unit, counted from 0; None for the mean over all units.
        time: The step of the cursor, counted from 0.
        sample: Index of the sample in the batch.
        gettext: Translates a text.
        mode: The mode of the page.
    """

    traces: Mapping[str, Trace]
    names: list[str]
    unit: int | None
    time: int
    sample: int
    gettext: Translate
    mode: Mode

    @property
    def _longest(self) -> int:
        return max(trace.steps for trace in self.traces.values())

    @property
    def _are_shares(self) -> bool:
        activation = next(iter(self.traces.values())).weights.recurrent_activation
        return "hidden" not in self.names and activation in SHARES

    def chart(self, tokens: Mapping[str, Sequence[str]]) -> alt.LayerChart:
        """The chart, with what each sequence reads in its tooltips."""
        titles = json.dumps(signal_titles(self.gettext), ensure_ascii=False)
        base = alt.Chart().transform_fold(self.names, as_=["signal", "value"])
        base = base.transform_calculate(name=f"{titles}[datum.signal]").encode(**self._encoding())
        layers = [
            *self._masked_steps(),
            self._cursor(),
            base.mark_line(strokeWidth=2).encode(strokeDash=self._by_sequence(alt.StrokeDash, DASHES)),
            self._points(base, bool(tokens)),
        ]
        texts = {"title": self._title(), "subtitle": self._thinned(), "description": self._description()}
        return finish(alt.layer(*layers), rows=self._data(tokens), **texts, mode=self.mode, height=200)

    def _points(self, base: alt.Chart, has_tokens: bool) -> alt.Chart:
        """The points: small and full for A, large and hollow for B, so that both are visible where they coincide."""
        full = alt.datum.sequence == "A"
        points = base.mark_point(opacity=1 if self._longest <= MOST_POINTS else 0, strokeWidth=1.5)
        return points.encode(
            shape=self._by_sequence(alt.Shape, SHAPES),
            size=alt.condition(full, alt.value(SIZES["A"]), alt.value(SIZES["B"])),
            fillOpacity=alt.condition(full, alt.value(1), alt.value(0)),
            fill=alt.Fill("name:N", scale=self._colors(), legend=SIGNAL_LEGEND),
            tooltip=self._tooltip(has_tokens),
        )

    def _data(self, tokens: Mapping[str, Sequence[str]]) -> list[Row]:
        """A row for each sequence and step, with a column for each signal: lighter than a row for each value."""
        data = []
        for sequence, trace in self.traces.items():
            for step in (step for step in shown_steps(self._longest, self.time)[0] if step < trace.steps):
                row: Row = {"step": step + 1, "sequence": sequence}
                row.update({name: self._value(trace, name, step) for name in self.names})
                row.update({"token": label(tokens[sequence][step])} if sequence in tokens else {})
                data.append(row)
        return data

    def _value(self, trace: Trace, name: str, step: int) -> float | None:
        masked = trace.mask is not None and not trace.mask[self.sample, step]
        if masked and name not in ("cell", "hidden"):
            return None  # Keras computes it and discards it
        values = trace.signals[name][self.sample, step]
        return number(values.mean() if self.unit is None else values[self.unit])

    def _encoding(self) -> dict[str, Any]:
        axis = alt.Axis(tickMinStep=1, format="d", grid=False)
        steps = alt.Scale(domain=[0.5, self._longest + 0.5], nice=False, zero=False)
        return {
            "x": alt.X("step:Q", title=self.gettext("Step"), axis=axis, scale=steps),
            "y": alt.Y(
                "value:Q", title=value_title(self._are_shares, self.gettext), scale=alt.Scale(domain=self._domain())
            ),
            "color": alt.Color("name:N", scale=self._colors(), legend=SIGNAL_LEGEND),
        }

    def _colors(self) -> alt.Scale:
        titles = signal_titles(self.gettext)
        colors = [signal_color(name, self.mode) for name in self.names]
        return alt.Scale(domain=[titles[name] for name in self.names], range=colors)

    def _by_sequence(self, channel: Any, marks: Mapping[str, Any]) -> Any:
        names = sorted(self.traces)
        words = {"A": self.gettext("A, solid"), "B": self.gettext("B, dashed")}
        ink = SURFACES[self.mode]["ink"]
        legend = alt.Legend(
            orient="bottom",  # a phone has no room for it beside the colours
            title=None,
            labelExpr=f"{json.dumps(words, ensure_ascii=False)}[datum.value]",
            symbolFillColor=alt.expr(f"datum.value === 'A' ? '{ink}' : 'transparent'"),
            symbolStrokeColor=ink,
            symbolSize=150,
        )
        return channel(
            "sequence:N",
            scale=alt.Scale(domain=names, range=[marks[name] for name in names]),
            legend=legend if len(names) > 1 else None,
        )

    def _domain(self) -> list[float]:
        """0 … 1 for gates, else as far below zero as above. It covers every unit, so that it stays the same."""
        if self._are_shares:
            return [0, 1]
        values = np.concatenate([trace.signals[name].ravel() for trace in self.traces.values() for name in self.names])
        largest = number(np.abs(values[np.isfinite(values)]).max(initial=1)) or 1
        return [-largest, largest]

    def _tooltip(self, has_tokens: bool) -> list[alt.Tooltip]:
        gettext = self.gettext
        return [
            alt.Tooltip("sequence:N", title=gettext("Sequence")),
            alt.Tooltip("step:Q", title=gettext("Step")),
            *([alt.Tooltip("token:N", title=gettext("Reads"))] if has_tokens else []),
            alt.Tooltip("name:N", title=gettext("Signal")),
            alt.Tooltip("value:Q", title=gettext("Value"), format=".7"),
        ]

    def _cursor(self) -> alt.Chart:
        rule = alt.Chart(small([{"step": self.time + 1}])).mark_rule(
            color=SURFACES[self.mode]["control"], strokeWidth=2
        )
        return rule.encode(x=alt.X("step:Q", scale=alt.Scale(zero=False)))

    def _masked_steps(self) -> list[alt.Chart]:
        words = self.gettext("{sequence} skips this step")
        bands = [
            {"start": step + 0.5, "end": step + 1.5, "words": words.format(sequence=sequence)}
            for sequence, trace in self.traces.items()
            if trace.mask is not None
            for step in np.flatnonzero(~trace.mask[self.sample]).tolist()
        ]
        chart = alt.Chart(small(bands)).mark_rect(color=SURFACES[self.mode]["line"])
        words_shown = alt.Tooltip("words:N", title=self.gettext("Masked"))
        return (
            [chart.encode(x=alt.X("start:Q", scale=alt.Scale(zero=False)), x2=alt.X2("end:Q"), tooltip=words_shown)]
            if bands
            else []
        )

    def _title(self) -> str:
        gettext = self.gettext
        if self.unit is None:
            units = next(iter(self.traces.values())).units
            mean = gettext("States, mean over all units ({units})"), gettext("Gates, mean over all units ({units})")
            return mean["hidden" not in self.names].format(units=units)
        one = gettext("States of unit {unit}"), gettext("Gates of unit {unit}")
        return one["hidden" not in self.names].format(unit=self.unit + 1)

    def _thinned(self) -> str:
        every = shown_steps(self._longest, self.time)[1]
        return "" if every == 1 else self.gettext("One step in {every} is drawn.").format(every=every)

    def _description(self) -> str:
        titles = signal_titles(self.gettext)
        parts = [self._title() + ".", self.gettext("Step {step}.").format(step=self.time + 1)]
        for sequence, trace in self.traces.items():
            if self.time < trace.steps:
                values = ((titles[name], self._value(trace, name, self.time)) for name in self.names)
                shown = [f"{title} {signed(value)}" for title, value in values if value is not None]
                parts.append(f"{sequence}: {', '.join(shown)}.")
        return " ".join(parts)
