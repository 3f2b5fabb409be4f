"""The steps of a sequence as an axis: a place for each step, with what it reads below its number."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

import altair as alt

from lstm_viz.charts.base import Row, label, small
from lstm_viz.charts.theme import SURFACES, Mode
from lstm_viz.i18n import Translate


def around(time: int, steps: int, most: int) -> range:
    """At most `most` of the steps, with `time` among them, in the middle if possible."""
    first = max(0, min(time - most // 2, steps - most))
    return range(first, min(first + most, steps))


@dataclass(frozen=True)
class Steps:
    """The steps that a chart draws.

    Attributes:
        drawn: The steps that are drawn, counted from 0.
        tokens: What each step of the sequence reads; empty if that is not known.
        gettext: Translates a text.
    """

    drawn: range
    tokens: Sequence[str]
    gettext: Translate

    def name(self, step: int) -> str:
        """A step counted from 1, with what it reads: 1 (3)."""
        return f"{step + 1} ({self.token(step)})" if step < len(self.tokens) else str(step + 1)

    def token(self, step: int) -> str:
        """What a step reads."""
        return label(self.tokens[step]) if step < len(self.tokens) else ""

    def axis(self, gap: float = 0.2) -> alt.X:
        """The horizontal axis of the field `step`, counted from 1; `gap` is the free fraction of a place."""
        reads = {str(1 + step): self.token(step) for step in self.drawn if step < len(self.tokens)}
        words = json.dumps(reads, ensure_ascii=False)
        labels = f"[datum.label, {words}[datum.label] || '']" if reads else "datum.label"
        axis = alt.Axis(labelExpr=labels, labelAngle=0, labelPadding=6, ticks=False, grid=False)
        title = self.gettext("Step (below: its input)") if reads else self.gettext("Step")
        everything = alt.Scale(domain=[1 + step for step in self.drawn], paddingInner=gap, paddingOuter=gap / 2)
        return alt.X("step:O", title=title, axis=axis, scale=everything)

    def cursor(self, time: int, mode: Mode) -> list[alt.Chart]:
        """A dashed box around a step, if it is drawn."""
        if time not in self.drawn:
            return []
        look = {"stroke": SURFACES[mode]["control"], "strokeWidth": 2, "strokeDash": [4, 3]}
        box: list[Row] = [{"step": time + 1}]
        return [alt.Chart(small(box)).mark_rect(filled=False, **look).encode(x=alt.X("step:O"))]

    def part(self, steps: int) -> list[str]:
        """A sentence that says which of `steps` steps are drawn; an empty list if all are."""
        if len(self.drawn) >= steps:
            return []
        words = self.gettext("Steps {first} to {last} of {steps}.")
        return [words.format(first=self.drawn.start + 1, last=self.drawn.stop, steps=steps)]
