"""The chart of a unit's memory ledger in one sequence."""

import json
from dataclasses import dataclass

import altair as alt
import numpy as np

from lstm_viz.charts.base import Row, finish, number, signed, small
from lstm_viz.charts.steps import Steps
from lstm_viz.charts.theme import SURFACES, Mode, signal_color, step_colors
from lstm_viz.i18n import Translate

HEIGHT = 260
MOST_NAMED = 12
SMALLEST_NAMED = 0.07
MOST_TOLD = 3
START, ELSEWHERE = 0, -1


@dataclass(frozen=True)
class LedgerPanel:
    """The chart of one sequence.

    Attributes:
        sequence: "A" or "B", for the title; None if there is only one sequence.
        cell: The unit's cell state, shape (time,).
        parts: The unit's memory ledger, shape (time, 1 + time): what each step wrote.
        steps: The steps that are drawn.
        unit: The unit, counted from 0, for the title.
        time: The step of the cursor, counted from 0.
        reach: The lowest and the highest end of a bar in all charts that share a scale.
        gettext: Translates a text.
        mode: The mode of the page.
    """

    sequence: str | None
    cell: np.ndarray
    parts: np.ndarray
    steps: Steps
    unit: int
    time: int
    reach: tuple[float, float]
    gettext: Translate
    mode: Mode

    def chart(self) -> alt.LayerChart:
        """The chart, with a tooltip that says when each part was written."""
        rows = [row for step in self.steps.drawn for row in self._bar(step)]
        names = json.dumps({str(writer): self._name(writer) for writer in self._writers}, ensure_ascii=False)
        base = alt.Chart().transform_calculate(source=f"{names}[datum.written]")
        bars = base.encode(x=self.steps.axis(), y=self._height(), order=alt.Order("written:Q"), tooltip=self._tooltip())
        gap = 1 if len(self.steps.drawn) <= MOST_NAMED else 0.5
        ground = SURFACES[self.mode]["background"]
        filled = bars.mark_bar(stroke=ground, strokeWidth=gap).encode(color=self._color(names))
        beside_the_line = alt.X("step:O", bandPosition=0)
        in_the_middle = alt.Y("value:Q", stack="zero", bandPosition=0.5)
        words = bars.mark_text(color=ground, fontSize=11, align="left", dx=4).encode(
            x=beside_the_line, y=in_the_middle, text=alt.Text("text:N"), detail=alt.Detail("written:N")
        )
        zero = alt.Chart(small([{"zero": 0}])).mark_rule(color=SURFACES[self.mode]["control"]).encode(y=alt.Y("zero:Q"))
        return finish(
            alt.layer(filled, words, zero, *self._state(), *self.steps.cursor(self.time, self.mode)),
            rows=rows,
            title=self._title(),
            subtitle=self._subtitle(),
            description=self._description(),
            mode=self.mode,
            height=HEIGHT,
        )

    @property
    def _writers(self) -> list[int]:
        """The sources of parts: ELSEWHERE (steps that are not drawn), START (the initial state), or k for step k."""
        drawn = [1 + step for step in self.steps.drawn]
        start = [START] if self.parts[:, 0].any() else []
        others = [ELSEWHERE] if len(drawn) < len(self.cell) else []
        return others + start + drawn

    def _bar(self, step: int) -> list[Row]:
        """A row for each part that is a finite number and not 0."""
        parts = {writer: float(self.parts[step, writer]) for writer in self._writers if writer != ELSEWHERE}
        if ELSEWHERE in self._writers:
            parts[ELSEWHERE] = float(self.parts[step].sum() - sum(parts.values()))
        return [
            {"step": 1 + step, "written": writer, "value": shown, "text": self._text(writer, shown)}
            for writer, value in sorted(parts.items())
            if (shown := number(value))
        ]

    def _text(self, writer: int, value: float) -> str:
        down, up = self.reach
        if len(self.steps.drawn) > MOST_NAMED or abs(value) < SMALLEST_NAMED * (up - down):
            return ""
        return {START: "c₀", ELSEWHERE: "…"}.get(writer, str(writer))

    def _name(self, writer: int) -> str:
        if writer in (START, ELSEWHERE):
            return self.gettext("initial state") if writer == START else self.gettext("steps not drawn")
        return self.steps.name(writer - 1)

    def _height(self) -> alt.Y:
        title = self.gettext("Cell state (dimensionless)")
        return alt.Y("value:Q", stack="zero", title=title, scale=alt.Scale(domain=list(self.reach)))

    def _color(self, names: str) -> alt.Color:
        colors = SURFACES[self.mode]
        others = {START: colors["muted"], ELSEWHERE: colors["control"]}
        drawn = dict(
            zip((1 + step for step in self.steps.drawn), step_colors(len(self.steps.drawn), self.mode), strict=True)
        )
        every = -(-len(self.steps.drawn) // MOST_NAMED)
        named = [
            writer for writer in self._writers if writer <= START or (writer - 1 - self.steps.drawn.start) % every == 0
        ]
        legend = alt.Legend(
            title=self.gettext("Written at step"), values=named, labelExpr=f"{names}[datum.value]", symbolType="square"
        )
        scale = alt.Scale(domain=self._writers, range=[{**drawn, **others}[writer] for writer in self._writers])
        return alt.Color("written:O", scale=scale, legend=legend)

    def _state(self) -> list[alt.Chart]:
        """The cell state as a line that is visible on every bar."""
        points = [{"step": 1 + step, "cell": number(self.cell[step])} for step in self.steps.drawn]
        shown = [
            alt.Tooltip("step:O", title=self.gettext("Step")),
            alt.Tooltip("cell:Q", title=self.gettext("Cell state (dimensionless)"), format=".7"),
        ]
        base = alt.Chart(small(points)).encode(x=alt.X("step:O"), y=alt.Y("cell:Q"), tooltip=shown)
        ground, color = SURFACES[self.mode]["background"], signal_color("cell", self.mode)
        return [
            base.mark_line(color=ground, strokeWidth=5),
            base.mark_line(color=color, strokeWidth=2),
            base.mark_point(fill=color, stroke=ground, strokeWidth=1.5, size=70, opacity=1),
        ]

    def _tooltip(self) -> list[alt.Tooltip]:
        gettext = self.gettext
        return [
            alt.Tooltip("step:O", title=gettext("Step")),
            alt.Tooltip("source:N", title=gettext("Written at step")),
            alt.Tooltip("value:Q", title=gettext("Value"), format="+.7"),
        ]

    def _title(self) -> str:
        title = self.gettext("When the cell state of unit {unit} was written").format(unit=self.unit + 1)
        return f"{self.sequence}: {title}" if self.sequence else title

    def _subtitle(self) -> list[str]:
        gettext = self.gettext
        if not self.steps.drawn:
            return [gettext("{other} has ended before this step.").format(other=self.sequence)]
        return [
            gettext("The parts of each bar add up to the cell state, drawn as a line."),
            *self.steps.part(len(self.cell)),
        ]

    def _description(self) -> str:
        parts = [self._title() + "."]
        if self.time in self.steps.drawn:
            at = self.gettext("At step {step} it is {value}.")
            parts.append(at.format(step=self.steps.name(self.time), value=signed(self.cell[self.time])))
            largest = sorted(self._bar(self.time), key=lambda row: -abs(row["value"]))[:MOST_TOLD]
            parts += [self._part_in_words(row["written"], signed(row["value"])) for row in largest]
        return " ".join(parts)

    def _part_in_words(self, writer: int, value: str) -> str:
        others = {
            START: self.gettext("From the initial state: {value}."),
            ELSEWHERE: self.gettext("From steps that are not drawn: {value}."),
        }
        words = others.get(writer, self.gettext("Written at step {step}: {value}."))
        return words.format(step=self._name(writer), value=value)
