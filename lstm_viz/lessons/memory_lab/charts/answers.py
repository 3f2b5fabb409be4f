"""The probability of each answer before and after interventions."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import altair as alt
import numpy as np

from lstm_viz.charts.base import Row, finish, label, number, small
from lstm_viz.charts.theme import SURFACES, Mode
from lstm_viz.explain.step import check_index
from lstm_viz.i18n import Translate
from lstm_viz.lessons.memory_lab.charts.versions import VERSIONS, by_version, version_titles

MOST_SYMBOLS = 10
ROW_HEIGHT = 36


def answers(
    before: np.ndarray,
    after: np.ndarray,
    *,
    symbols: Sequence[str],
    time: int,
    gettext: Translate,
    answer: int | None = None,
    sequence: str | None = None,
    mode: Mode = "light",
) -> alt.LayerChart:
    """The probability of each symbol after one step, in two bars: before the interventions and after them.

    Args:
        before: The probabilities before the interventions, shape (symbols,). They add up to 1.
        after: The probabilities after the interventions, shape (symbols,). They add up to 1.
        symbols: The name of each symbol.
        time: The step after which the answer is given, counted from 0, for the title.
        gettext: Translates the texts of the chart.
        answer: The index of the right answer, whose row is framed; None for no frame.
        sequence: "A" or "B", for the title; None if there is only one sequence.
        mode: The page's colours, "light" or "dark".

    Returns:
        Rows in the order of the alphabet. If there are more than MOST_SYMBOLS symbols, the most likely ones and the
        right one get a row each, and all others share one row.

    Raises:
        ValueError: If `before` or `after` does not have shape (symbols,).
        IndexError: If `answer` is outside the alphabet.
    """
    for name, values in (("before", before), ("after", after)):
        if np.shape(values) != (len(symbols),):
            raise ValueError(f"{name} must have shape ({len(symbols)},), not {np.shape(values)}.")
    if answer is not None:
        check_index("answer", answer, len(symbols))
    title = gettext("Answer after step {step}").format(step=time + 1)
    title = f"{sequence}: {title}" if sequence else title
    return _Bars({"before": before, "after": after}, symbols, answer, title, gettext, mode).chart()


@dataclass(frozen=True)
class _Bars:
    values: Mapping[str, np.ndarray]
    symbols: Sequence[str]
    answer: int | None
    title: str
    gettext: Translate
    mode: Mode

    def chart(self) -> alt.LayerChart:
        names = [name for name, _ in self.groups()]
        named = alt.Chart().transform_calculate(title=f"{version_titles(self.gettext)}[datum.version]")
        base = named.encode(x=self.probability(), y=self.row(names), tooltip=self.tooltip())
        both = base.encode(yOffset=alt.YOffset("version:N", sort=list(VERSIONS), scale=alt.Scale(paddingInner=0.1)))
        bars = both.mark_bar().encode(color=by_version(alt.Color, self.gettext, self.mode, symbol="square"))
        numbers = both.mark_text(align="left", dx=4, fontSize=11).encode(text=alt.Text("text:N"))
        return finish(
            alt.layer(*self.frame(), bars, numbers),
            rows=self.rows(),
            title=self.title,
            subtitle=[self.gettext("Framed: the right answer.")] if self.answer is not None else [],
            description=self.description(),
            mode=self.mode,
            height=ROW_HEIGHT * len(names),
        )

    def groups(self) -> list[tuple[str, list[int]]]:
        """The name of each row, and the symbols in it."""
        likeliest = np.argsort(-np.max([*self.values.values()], axis=0), kind="stable").tolist()
        first = [] if self.answer is None else [self.answer]
        chosen = sorted([*first, *(symbol for symbol in likeliest if symbol not in first)][:MOST_SYMBOLS])
        others = [symbol for symbol in range(len(self.symbols)) if symbol not in chosen]
        rows = [(label(self.symbols[symbol]), [symbol]) for symbol in chosen]
        together = self.gettext("other symbols: {count}").format(count=len(others))
        return [*rows, *([(together, others)] if others else [])]

    def rows(self) -> list[Row]:
        return [
            {
                "row": row,
                "version": version,
                "probability": number(float(np.sum(self.values[version][members]))),
                "text": f"{float(np.sum(self.values[version][members])):.1%}",
            }
            for row, (_, members) in enumerate(self.groups())
            for version in VERSIONS
        ]

    def frame(self) -> list[alt.Chart]:
        at = [row for row, (_, members) in enumerate(self.groups()) if self.answer in members]
        ink = SURFACES[self.mode]["ink"]
        frame = alt.Chart(small([{"row": row} for row in at])).mark_rect(filled=False, stroke=ink, strokeWidth=1.5)
        return [frame.encode(y=alt.Y("row:O"))] if at else []

    def probability(self) -> alt.X:
        room_for_numbers = alt.Scale(domain=[0, 1.2], nice=False)
        axis = alt.Axis(format="%", values=[0, 0.25, 0.5, 0.75, 1])
        return alt.X("probability:Q", title=self.gettext("Probability"), scale=room_for_numbers, axis=axis)

    def row(self, names: list[str]) -> alt.Y:
        words = json.dumps(names, ensure_ascii=False)
        axis = alt.Axis(labelExpr=f"{words}[datum.value]", ticks=False, domain=False, grid=False)
        everything = alt.Scale(domain=list(range(len(names))), paddingInner=0.2, paddingOuter=0.1)
        return alt.Y("row:O", title=self.gettext("Next symbol"), axis=axis, scale=everything)

    def tooltip(self) -> list[alt.Tooltip]:
        return [
            alt.Tooltip("title:N", title=self.gettext("Interventions")),
            alt.Tooltip("probability:Q", title=self.gettext("Probability"), format=".5~%"),
        ]

    def description(self) -> str:
        words = self.gettext("{symbol}: {before} before, {after} after.")
        shown = {version: [row["text"] for row in self.rows() if row["version"] == version] for version in VERSIONS}
        parts = [
            words.format(symbol=name, before=before, after=after)
            for (name, _), before, after in zip(self.groups(), shown["before"], shown["after"], strict=True)
        ]
        if self.answer is not None:
            parts.append(self.gettext("The right answer is {symbol}.").format(symbol=label(self.symbols[self.answer])))
        return " ".join([f"{self.title}.", *parts])
