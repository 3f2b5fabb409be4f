"""A heatmap of a value for each unit and step, with zero in the middle of the colours."""

from collections.abc import Callable, Collection
from dataclasses import dataclass

import altair as alt
import numpy as np

from lstm_viz.charts import cells
from lstm_viz.charts.base import Row, finish, number, signed, small, wrapped
from lstm_viz.charts.steps import Steps
from lstm_viz.charts.theme import SURFACES, Mode, diverging
from lstm_viz.i18n import Translate

MOST_STEPS = 100
ROW_HEIGHTS = (6, 24)
ROOM = 400
MOST_NUMBERED_STEPS, MOST_NUMBERED_UNITS = 12, 24
MOST_OUTLINED_STEPS, MOST_OUTLINED_UNITS = 40, 40


@dataclass(frozen=True)
class UnitHeatmap:
    """The chart of one heatmap.

    Attributes:
        values: Shape (time, units), with all steps; a cell is empty if its value is not finite.
        steps: The steps that are drawn.
        reach: The value of the strongest colour at one end; its negative has the strongest colour at the other end.
        framed: The cells with a frame, as (time, unit), counted from 0.
        time: The step of the cursor, counted from 0.
        unit: The chosen unit, counted from 0; None without one.
        texts: The title, the name of the values, and the description.
        subtitle: Sentences below the title.
        gettext: Translates a text.
        mode: The mode of the page.
        colors: The colours of a mode, from the lowest value over zero to the highest.
        decimals: The decimals of the numbers in the cells.
    """

    values: np.ndarray
    steps: Steps
    reach: float
    framed: Collection[tuple[int, int]]
    time: int
    unit: int | None
    texts: tuple[str, str, str]
    subtitle: list[str]
    gettext: Translate
    mode: Mode
    colors: Callable[[Mode], list[str]] = diverging
    decimals: int = 2

    def chart(self) -> alt.LayerChart:
        """The chart: units downwards, steps to the right, and numbers in the cells if there are few cells."""
        title, _, description = self.texts
        base = alt.Chart().encode(x=self.steps.axis(gap=0), y=self._rows(), tooltip=self._tooltip())
        framed = base.transform_filter("datum.framed").mark_rect(
            filled=False, stroke=SURFACES[self.mode]["ink"], strokeWidth=2
        )
        layers = [self._filled(base), *self._cursor(), framed, *self._numbers(base)]
        lowest, highest = ROW_HEIGHTS
        return finish(
            alt.layer(*layers),
            rows=self._cells(),
            title=title,
            subtitle=[line for text in (*self.subtitle, *self.steps.part(len(self.values))) for line in wrapped(text)],
            description=description,
            mode=self.mode,
            height=max(lowest, min(highest, ROOM // self._units)) * self._units,
        )

    @property
    def _units(self) -> int:
        return self.values.shape[1]

    def _cells(self) -> list[Row]:
        return [
            {
                "step": 1 + step,
                "unit": 1 + unit,
                "value": number(self.values[step, unit]),
                **({"framed": True} if (step, unit) in self.framed else {}),
                **self._text(step, unit),
            }
            for step in self.steps.drawn
            for unit in range(self._units)
        ]

    @property
    def _numbered(self) -> bool:
        return len(self.steps.drawn) <= MOST_NUMBERED_STEPS and self._units <= MOST_NUMBERED_UNITS

    def _text(self, step: int, unit: int) -> Row:
        value = self.values[step, unit]
        return {"text": signed(value, self.decimals)} if self._numbered and np.isfinite(value) else {}

    def _rows(self) -> alt.Y:
        axis = alt.Axis(ticks=False, domain=False, grid=False)
        units = alt.Scale(domain=[1 + unit for unit in range(self._units)], padding=0)
        return alt.Y("unit:O", title=self.gettext("Unit"), axis=axis, scale=units)

    def _filled(self, base: alt.Chart) -> alt.Chart:
        few = len(self.steps.drawn) <= MOST_OUTLINED_STEPS and self._units <= MOST_OUTLINED_UNITS
        scale = alt.Scale(domain=[-self.reach, self.reach], range=self.colors(self.mode))
        cell = base.mark_rect(stroke=SURFACES[self.mode]["background"], strokeWidth=1 if few else 0)
        return cell.encode(color=alt.Color("value:Q", scale=scale, legend=cells.legend(self.texts[1])))

    def _numbers(self, base: alt.Chart) -> list[alt.Chart]:
        return [cells.texts(base, self.colors(self.mode), self.reach)] if self._numbered else []

    def _cursor(self) -> list[alt.Chart]:
        """Dashed boxes around the step and the unit."""
        if self.unit is None:
            return self.steps.cursor(self.time, self.mode)
        look = {"stroke": SURFACES[self.mode]["control"], "strokeWidth": 2, "strokeDash": [4, 3]}
        row = alt.Chart(small([{"unit": 1 + self.unit}])).mark_rect(filled=False, **look).encode(y=alt.Y("unit:O"))
        return [*self.steps.cursor(self.time, self.mode), row]

    def _tooltip(self) -> list[alt.Tooltip]:
        return [
            alt.Tooltip("unit:O", title=self.gettext("Unit")),
            alt.Tooltip("step:O", title=self.gettext("Step")),
            alt.Tooltip("value:Q", title=self.texts[1], format="+.7"),
        ]
