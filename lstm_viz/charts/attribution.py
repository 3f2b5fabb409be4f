"""What each input contributed to an answer, over steps and features: integrated gradients beside occlusion."""

from collections.abc import Sequence
from dataclasses import dataclass

import altair as alt
import numpy as np

from lstm_viz.charts import cells
from lstm_viz.charts.base import Row, finish, label, number, signed, wrapped
from lstm_viz.charts.steps import Steps, around
from lstm_viz.charts.theme import SURFACES, Mode, diverging
from lstm_viz.explain.attribution import Attribution
from lstm_viz.i18n import Translate

MOST_STEPS, MOST_FEATURES = 100, 24
MOST_NUMBERED_STEPS = 8
ROW_HEIGHTS, ROOM = (14, 40), 320
LONGEST_NAME = 40


def attribution_maps(
    found: Attribution,
    *,
    tokens: Sequence[str] = (),
    features: Sequence[str] = (),
    gettext: Translate,
    mode: Mode = "light",
) -> list[alt.LayerChart]:
    """A heatmap for each method, on one scale; only that of occlusion if there are no gradients.

    Args:
        found: What was found.
        tokens: What each step reads; empty if that is not known.
        features: The name of each feature; empty for the vectors of words, whose features are summed.
        gettext: Translates the texts of the chart.
        mode: The page's colours, "light" or "dark".
    """
    maps = {}
    if found.integrated is not None:
        each = found.integrated if features else found.integrated.sum(axis=1, keepdims=True)
        maps[gettext("Integrated gradients")] = each
    maps[gettext("Occlusion: how far the answer falls")] = np.repeat(found.occluded, found.together, axis=0)[
        : found.time
    ]
    sizes = [_sizes(values) for values in maps.values()]
    reach = max(float(each.max()) for each in sizes) or 1.0
    drawn = around(int(sizes[0].max(axis=1).argmax()), found.time, MOST_STEPS)
    kept = np.sort(np.argsort(-sizes[0].max(axis=0), kind="stable")[:MOST_FEATURES])
    shown = Steps(drawn, tokens, gettext)
    return [_Map(title, values, shown, kept, features, reach, gettext, mode).chart() for title, values in maps.items()]


def _sizes(values: np.ndarray) -> np.ndarray:
    """The absolute values, with 0 for what is no finite number: such a cell is empty."""
    return np.where(np.isfinite(values), np.abs(values), 0)


@dataclass(frozen=True)
class _Map:
    """A heatmap: features downwards, steps to the right."""

    title: str
    values: np.ndarray
    steps: Steps
    kept: np.ndarray
    features: Sequence[str]
    reach: float
    gettext: Translate
    mode: Mode

    @property
    def _names(self) -> list[str]:
        """The title of each row that is drawn."""
        if self.values.shape[1] == 1 and len(self.features) != 1:
            return [self.gettext("all features")]
        return [label(self.features[at], LONGEST_NAME) for at in self.kept]

    def chart(self) -> alt.LayerChart:
        colors, names = diverging(self.mode), self._names
        rows = list(self._rows(names))
        scale = alt.Scale(domain=[-self.reach, self.reach], range=colors)
        value = self.gettext("Contribution")
        base = alt.Chart().encode(
            x=self.steps.axis(gap=0),
            y=alt.Y("feature:N", title=None, sort=None, scale=alt.Scale(domain=names, padding=0)),
            tooltip=[
                alt.Tooltip("feature:N", title=self.gettext("Feature")),
                alt.Tooltip("step:O", title=self.gettext("Step")),
                alt.Tooltip("value:Q", title=value, format="+.4g"),
            ],
        )
        few = len(self.steps.drawn) <= 40
        cell = base.mark_rect(stroke=SURFACES[self.mode]["background"], strokeWidth=1 if few else 0)
        layers = [cell.encode(color=alt.Color("value:Q", scale=scale, legend=cells.legend(value)))]
        if len(self.steps.drawn) <= MOST_NUMBERED_STEPS:
            layers.append(cells.texts(base, colors, self.reach))
        lowest, highest = ROW_HEIGHTS
        said = [self._largest(), *self.steps.part(len(self.values))]
        return finish(
            alt.layer(*layers),
            rows=rows,
            title=self.title,
            subtitle=[line for sentence in said for line in wrapped(sentence)],
            description=f"{self.title}. {' '.join(said)}",
            mode=self.mode,
            height=max(lowest, min(highest, ROOM // len(names))) * len(names),
        )

    def _rows(self, names: Sequence[str]) -> list[Row]:
        columns = range(1) if self.values.shape[1] == 1 else self.kept
        return [
            {"step": 1 + step, "feature": name, "value": number(self.values[step, at]), "text": self._text(step, at)}
            for step in self.steps.drawn
            for name, at in zip(names, columns, strict=True)
        ]

    def _text(self, step: int, at: int) -> str:
        value = self.values[step, at]
        return signed(value, 2 if self.reach >= 0.1 else 4) if np.isfinite(value) else ""

    def _largest(self) -> str:
        step, at = (int(place) for place in np.unravel_index(_sizes(self.values).argmax(), self.values.shape))
        where = self.steps.name(step)
        if self.values.shape[1] > 1:
            where = f"{where}, {label(self.features[at], LONGEST_NAME)}"
        return self.gettext("Largest: {value} at step {where}.").format(
            value=f"{self.values[step, at]:+.3g}".replace("-", "−"), where=where
        )
