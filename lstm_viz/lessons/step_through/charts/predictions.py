"""A chart of the predictions after each step: the probability of each symbol."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import altair as alt
import numpy as np

from lstm_viz.charts.base import Row, finish, label, number, small
from lstm_viz.charts.theme import SURFACES, Mode, sequential
from lstm_viz.explain.step import check_index
from lstm_viz.i18n import Translate
from lstm_viz.judging import LEAD, judge

MOST_STEPS = 100
MOST_NUMBERS = 10
MOST_MARKS = 40
ROW_HEIGHT = 24
MARKS = {True: "✓", False: "×", None: ""}  # both signs are in Noto Sans CJK, the font of the PNG files


def predictions(
    probabilities: Mapping[str, np.ndarray],
    *,
    symbols: Sequence[str],
    time: int,
    gettext: Translate,
    targets: Mapping[str, Sequence[int]] | None = None,
    tokens: Mapping[str, Sequence[str]] | None = None,
    mode: Mode = "light",
) -> alt.LayerChart:
    """Draws a cell for each symbol and step, filled more for a higher probability; the rows of A above those of B.

    Args:
        probabilities: The probabilities of "A", and of "B" if there is one, (time, symbols); each row adds up to 1.
        symbols: The name of each column of `probabilities`.
        time: The step of the cursor, counted from 0.
        gettext: Translates the texts.
        targets: The position of the symbol that should follow each step; its cell has a frame.
        tokens: The symbol that each sequence reads at each step, for the tooltip.
        mode: "light" or "dark".

    Returns:
        A chart of at most MOST_STEPS steps around the cursor. If there are targets, the most probable symbol has a tick
        or a cross, unless it is undecided.

    Raises:
        ValueError: If `probabilities` is empty or not (time, symbols).
        IndexError: If `time` is outside all sequences.
    """
    for name, array in probabilities.items():
        if array.ndim != 2 or array.shape[1] != len(symbols):
            raise ValueError(f"probabilities of {name} must have shape (time, {len(symbols)}), not {array.shape}.")
    if not probabilities:
        raise ValueError("probabilities must have an array for A.")
    check_index("time", time, max(len(array) for array in probabilities.values()))
    grid = _Grid(probabilities, [label(symbol) for symbol in symbols], time, targets or {}, tokens or {}, gettext, mode)
    return grid.chart()


@dataclass(frozen=True)
class _Grid:
    probabilities: Mapping[str, np.ndarray]
    symbols: list[str]
    time: int
    targets: Mapping[str, Sequence[int]]
    tokens: Mapping[str, Sequence[str]]
    gettext: Translate
    mode: Mode

    @property
    def longest(self) -> int:
        return max(len(array) for array in self.probabilities.values())

    @property
    def steps(self) -> range:
        first = max(0, min(self.time - MOST_STEPS // 2, self.longest - MOST_STEPS))
        return range(first, min(first + MOST_STEPS, self.longest))

    def chart(self) -> alt.LayerChart:
        ink = SURFACES[self.mode]["ink"]
        cells = self.cells()
        base = (
            alt.Chart().transform_calculate(start="datum.step - 0.5", end="datum.step + 0.5").encode(**self.encoding())
        )
        framed = (
            base.transform_filter("datum.target")
            .mark_rect(filled=False, stroke=ink, strokeWidth=2)
            .encode(x2=alt.X2("end:Q"))
        )
        layers = [self.filled(base), framed, self.cursor(), *self.texts(base)]
        return finish(
            alt.layer(*layers),
            rows=cells,
            title=self.gettext("Predicted after each step"),
            subtitle=self.subtitle(),
            description=self.description(cells),
            mode=self.mode,
            height=ROW_HEIGHT * len(self.row_names()),
        )

    def row_names(self) -> list[str]:
        """The name of the row of each sequence and symbol, with an empty row between A and B."""
        many = len(self.probabilities) > 1
        groups = [[f"{name}  {each}" if many else each for each in self.symbols] for name in self.probabilities]
        return [row for position, group in enumerate(groups) for row in ([""] if position else []) + group]

    def cells(self) -> list[Row]:
        return [
            cell
            for position, sequence in enumerate(self.probabilities)
            for step in self.steps
            if step < len(self.probabilities[sequence])
            for cell in self.column(sequence, step, position * (len(self.symbols) + 1))
        ]

    def column(self, sequence: str, step: int, first_row: int) -> list[Row]:
        values = self.probabilities[sequence][step]
        best, target = int(np.argmax(values)), self.targets[sequence][step] if sequence in self.targets else None
        mark = "" if target is None else MARKS[judge(values, target)]
        shared = {"step": step + 1, "sequence": sequence}
        if sequence in self.tokens:
            shared["token"] = label(self.tokens[sequence][step])
        return [
            {
                **shared,
                "row": first_row + index,
                "symbol": self.symbols[index],
                "probability": number(value),
                "target": index == target,
                "text": self.text(float(value), mark if index == best else ""),
            }
            for index, value in enumerate(values)
        ]

    def text(self, value: float, mark: str) -> str:
        if len(self.steps) > MOST_NUMBERS:
            return mark
        return f"{mark} {value:.1%}".strip()

    def encoding(self) -> dict[str, object]:
        gettext, names = self.gettext, json.dumps(self.row_names(), ensure_ascii=False)
        axis = alt.Axis(tickMinStep=1, format="d", grid=False)
        ends = alt.Scale(domain=[self.steps.start + 0.5, self.steps.stop + 0.5], nice=False, zero=False)
        labels = alt.Axis(labelExpr=f"{names}[datum.value]", ticks=False, domain=False, grid=False)
        everything = alt.Scale(domain=list(range(len(self.row_names()))), paddingInner=0.1)
        reads = [alt.Tooltip("token:N", title=gettext("Reads"))] if self.tokens else []
        return {
            "x": alt.X("start:Q", title=gettext("Step"), axis=axis, scale=ends),
            "y": alt.Y("row:O", title=gettext("Next symbol"), axis=labels, scale=everything),
            "tooltip": [
                alt.Tooltip("sequence:N", title=gettext("Sequence")),
                alt.Tooltip("step:Q", title=gettext("Step")),
                *reads,
                alt.Tooltip("symbol:N", title=gettext("Next symbol")),
                alt.Tooltip("probability:Q", title=gettext("Probability"), format=".5~%"),
            ],
        }

    def filled(self, base: alt.Chart) -> alt.Chart:
        scale = alt.Scale(domain=[0, 1], range=sequential("hidden", self.mode))
        legend = alt.Legend(title=self.gettext("Probability"), format="%", gradientLength=120, tickCount=3)
        gap = 1 if len(self.steps) <= MOST_MARKS else 0
        cell = base.mark_rect(stroke=SURFACES[self.mode]["background"], strokeWidth=gap)
        return cell.encode(x2=alt.X2("end:Q"), color=alt.Color("probability:Q", scale=scale, legend=legend))

    def texts(self, base: alt.Chart) -> list[alt.Chart]:
        if len(self.steps) > MOST_MARKS:
            return []
        colors = SURFACES[self.mode]
        color = alt.condition("datum.probability > 0.5", alt.value(colors["background"]), alt.value(colors["ink"]))
        return [base.mark_text(fontSize=11).encode(x=alt.X("step:Q"), text=alt.Text("text:N"), color=color)]

    def cursor(self) -> alt.Chart:
        around = alt.Chart(small([{"start": self.time + 0.5, "end": self.time + 1.5}]))
        box = around.mark_rect(filled=False, stroke=SURFACES[self.mode]["control"], strokeWidth=2, strokeDash=[4, 3])
        return box.encode(x=alt.X("start:Q"), x2=alt.X2("end:Q"))

    def subtitle(self) -> list[str]:
        gettext = self.gettext
        unmarked = gettext(
            "No mark: its lead over the second most probable symbol is less than {points} percentage points."
        )
        words = [
            gettext("Framed: the symbol that should follow."),
            gettext("✓ right prediction, × wrong prediction."),
            unmarked.format(points=round(100 * LEAD)),
        ]
        part = gettext("Steps {first} to {last} of {steps}.")
        shown = part.format(first=self.steps.start + 1, last=self.steps.stop, steps=self.longest)
        return (words if self.targets else []) + ([shown] if len(self.steps) < self.longest else [])

    def description(self, cells: list[Row]) -> str:
        words = self.gettext("{sequence}: {symbol} with {probability} at step {step}.")
        parts = [self.gettext("Predicted after each step") + "."]
        here = [cell for cell in cells if cell["step"] == self.time + 1 and cell["probability"] is not None]
        for sequence in self.probabilities:
            of_sequence = [cell for cell in here if cell["sequence"] == sequence]
            if of_sequence:
                best = max(of_sequence, key=lambda cell: cell["probability"])
                parts.append(words.format(**{**best, "probability": f"{best['probability']:.1%}"}))
        return " ".join(parts)
