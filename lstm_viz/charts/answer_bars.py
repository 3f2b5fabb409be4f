"""One chart of what is answered after a step, before and after interventions."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import altair as alt
import numpy as np

from lstm_viz.charts.base import Row, finish, label, number, small
from lstm_viz.charts.theme import SURFACES, Mode
from lstm_viz.charts.versions import VERSIONS, by_version
from lstm_viz.i18n import Translate

MOST_SYMBOLS = 10
ROW_HEIGHT = 36


@dataclass(frozen=True)
class AnswerBars:
    """Two bars for each symbol: before the interventions and after them.

    Attributes:
        values: "before" and "after" → shape (symbols,), adding up to 1.
        symbols: What each is called.
        answer: The right answer, as its position; its row is framed.
        title: Of the chart.
        gettext: Translates what is written.
        mode: Of the page.
    """

    values: Mapping[str, np.ndarray]
    symbols: Sequence[str]
    answer: int
    title: str
    gettext: Translate
    mode: Mode

    def chart(self) -> alt.LayerChart:
        """Rows in the alphabet's order; of more than MOST_SYMBOLS symbols the unlikely ones have one together."""
        names = [name for name, _ in self._groups()]
        base = alt.Chart().encode(x=self._probability(), y=self._row(names), tooltip=self._tooltip())
        both = base.encode(yOffset=alt.YOffset("version:N", sort=list(VERSIONS), scale=alt.Scale(paddingInner=0.1)))
        bars = both.mark_bar().encode(color=by_version(alt.Color, self.gettext, self.mode, symbol="square"))
        numbers = both.mark_text(align="left", dx=4, fontSize=11).encode(text="text:N")
        return finish(
            alt.layer(self._frame(), bars, numbers),
            rows=self._rows(),
            title=self.title,
            subtitle=self.gettext("Framed: the right answer."),
            description=self._description(),
            mode=self.mode,
            height=ROW_HEIGHT * len(names),
        )

    def _groups(self) -> list[tuple[str, list[int]]]:
        """The name of each row, and the symbols in it."""
        likeliest = np.argsort(-np.max([*self.values.values()], axis=0), kind="stable").tolist()
        chosen = sorted([self.answer, *(symbol for symbol in likeliest if symbol != self.answer)][:MOST_SYMBOLS])
        others = [symbol for symbol in range(len(self.symbols)) if symbol not in chosen]
        rows = [(label(self.symbols[symbol]), [symbol]) for symbol in chosen]
        together = self.gettext("{count} other symbols").format(count=len(others))
        return [*rows, *([(together, others)] if others else [])]

    def _rows(self) -> list[Row]:
        return [
            {
                "row": row,
                "version": version,
                "probability": number(float(np.sum(self.values[version][members]))),
                "text": f"{float(np.sum(self.values[version][members])):.1%}",
            }
            for row, (_, members) in enumerate(self._groups())
            for version in VERSIONS
        ]

    def _frame(self) -> alt.Chart:
        row = next(row for row, (_, members) in enumerate(self._groups()) if self.answer in members)
        frame = alt.Chart(small([{"row": row}])).mark_rect(filled=False, strokeWidth=1.5)
        return frame.encode(y="row:O", stroke=alt.value(SURFACES[self.mode]["ink"]))

    def _probability(self) -> alt.X:
        room_for_numbers = alt.Scale(domain=[0, 1.1], nice=False)
        axis = alt.Axis(format="%", values=[0, 0.25, 0.5, 0.75, 1])
        return alt.X("probability:Q", title=self.gettext("Probability"), scale=room_for_numbers, axis=axis)

    def _row(self, names: list[str]) -> alt.Y:
        words = json.dumps(names, ensure_ascii=False)
        axis = alt.Axis(labelExpr=f"{words}[datum.value]", ticks=False, domain=False, grid=False)
        everything = alt.Scale(domain=list(range(len(names))), paddingInner=0.2, paddingOuter=0.1)
        return alt.Y("row:O", title=self.gettext("Next symbol"), axis=axis, scale=everything)

    def _tooltip(self) -> list[alt.Tooltip]:
        return [
            alt.Tooltip("version:N", title=self.gettext("Interventions")),
            alt.Tooltip("probability:Q", title=self.gettext("Probability"), format=".7"),
        ]

    def _description(self) -> str:
        words = self.gettext("{symbol}: {before} before, {after} after.")
        shown = {version: [row["text"] for row in self._rows() if row["version"] == version] for version in VERSIONS}
        parts = [
            words.format(symbol=name, before=before, after=after)
            for (name, _), before, after in zip(self._groups(), shown["before"], shown["after"], strict=True)
        ]
        right = self.gettext("The right answer is {symbol}.").format(symbol=label(self.symbols[self.answer]))
        return " ".join([f"{self.title}.", *parts, right])
