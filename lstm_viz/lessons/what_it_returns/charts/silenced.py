"""A heatmap of what the gates of a layer with dropout read at each step, with crosses on what is silenced."""

from collections.abc import Sequence
from dataclasses import dataclass

import altair as alt
import numpy as np

from lstm_viz.charts import cells
from lstm_viz.charts.base import Row, finish, number, signed, wrapped
from lstm_viz.charts.theme import SURFACES, Mode, diverging
from lstm_viz.charts.words import signal_titles
from lstm_viz.i18n import Translate
from lstm_viz.lessons.what_it_returns.charts.gate_weights import MOST_NUMBERED_COLUMNS, gate_headings
from lstm_viz.lessons.what_it_returns.dropout import silenced

ROW_HEIGHTS, ROOM = (12, 24), 360
AROUND = 60  # headings of the gates and a legend: more than other charts have around the plot
CROSS = "×"


@dataclass(frozen=True)
class Silenced:
    """The chart of what is read of x, or of the hidden state of the step before.

    Attributes:
        values: What is read, before the masks, (timesteps, size).
        masks: The masks, (masks, size), for each of `gates`, or one that all gates share.
        gates: The gates that have masks of their own; empty if all share one.
        texts: The title of the chart, and the name of an entry: "Feature" or "Unit".
        gettext: Translates a text.
        mode: "light" or "dark".
    """

    values: np.ndarray
    masks: np.ndarray
    gates: Sequence[str]
    texts: tuple[str, str]
    gettext: Translate
    mode: Mode

    def chart(self) -> alt.LayerChart:
        """The chart: steps downwards; to the right the entries, for each gate that has a mask of its own."""
        base = alt.Chart().encode(x=self._across(), y=self._down(), tooltip=self._tooltip())
        filled = base.mark_rect(stroke=SURFACES[self.mode]["background"], strokeWidth=1).encode(color=self._color())
        titles = signal_titles(self.gettext)
        layers = [filled, cells.texts(base, diverging(self.mode), self._reach)]
        layers += gate_headings(self.gates, titles, self.masks.size, self.mode) if self.gates else []
        lowest, highest = ROW_HEIGHTS
        return finish(
            alt.layer(*layers),
            rows=self._cells(),
            title=self.texts[0],
            subtitle=wrapped(self.gettext("× is silenced: 0 is read instead, at every step of this call.")),
            description=self._description(),
            mode=self.mode,
            height=AROUND + max(lowest, min(highest, ROOM // len(self.values))) * max(2, len(self.values)),
        )

    @property
    def _read(self) -> np.ndarray:
        """What is read, (timesteps, masks * size)."""
        return (self.values[:, None] * self.masks).reshape(len(self.values), -1)

    @property
    def _numbered(self) -> bool:
        return self.masks.size <= MOST_NUMBERED_COLUMNS

    def _cells(self) -> list[Row]:
        read, kept, size = self._read, self.masks.ravel() != 0, self.masks.shape[1]
        return [
            {
                "step": 1 + step,
                "column": column,
                "entry": 1 + column % size,
                "gate": self._gate(column // size),
                "value": number(read[step, column]) if kept[column] else None,
                "text": self._text(read[step, column]) if kept[column] else CROSS,
            }
            for step in range(len(read))
            for column in range(read.shape[1])
        ]

    def _gate(self, position: int) -> str:
        return signal_titles(self.gettext)[self.gates[position]] if self.gates else self.gettext("all gates")

    def _text(self, value: float) -> str:
        return signed(value) if self._numbered else ""

    def _across(self) -> alt.X:
        columns = list(range(self.masks.size))
        axis = alt.Axis(
            labelExpr=f"datum.value % {self.masks.shape[1]} + 1", labelAngle=0, ticks=False, domain=False, grid=False
        )
        return alt.X("column:O", title=self.texts[1], axis=axis, scale=alt.Scale(domain=columns, padding=0))

    def _down(self) -> alt.Y:
        steps = alt.Scale(domain=[1 + step for step in range(len(self.values))], padding=0)
        axis = alt.Axis(ticks=False, domain=False, grid=False)
        return alt.Y("step:O", title=self.gettext("Step"), axis=axis, scale=steps)

    @property
    def _reach(self) -> float:
        return float(np.abs(self._read).max(initial=0)) or 1.0

    def _color(self) -> alt.Color:
        scale = alt.Scale(domain=[-self._reach, self._reach], range=diverging(self.mode))
        return alt.condition(
            "isValid(datum.value)",
            alt.Color("value:Q", scale=scale, legend=cells.legend(self.gettext("What is read"))),
            alt.value(SURFACES[self.mode]["background"]),
        )

    def _tooltip(self) -> list[alt.Tooltip]:
        return [
            alt.Tooltip("gate:N", title=self.gettext("Gate")),
            alt.Tooltip("entry:O", title=self.texts[1]),
            alt.Tooltip("step:O", title=self.gettext("Step")),
            alt.Tooltip("value:Q", title=self.gettext("What is read"), format="+.7"),
        ]

    def _description(self) -> str:
        part = self.gettext("{gate}: {entries} silenced.")
        said = [
            part.format(gate=self._gate(position), entries=silenced(mask)) for position, mask in enumerate(self.masks)
        ]
        return " ".join([f"{self.texts[0]}.", *said])
