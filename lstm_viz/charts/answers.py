"""What is answered before and after interventions."""

from collections.abc import Sequence

import altair as alt
import numpy as np

from lstm_viz.charts.answer_bars import AnswerBars
from lstm_viz.charts.answer_steps import answer_steps
from lstm_viz.charts.base import label
from lstm_viz.charts.theme import Mode
from lstm_viz.explain.step import check_index
from lstm_viz.i18n import Translate


def answers(
    before: np.ndarray,
    after: np.ndarray,
    *,
    symbols: Sequence[str],
    targets: Sequence[int],
    time: int,
    gettext: Translate,
    tokens: Sequence[str] = (),
    sequence: str | None = None,
    mode: Mode = "light",
) -> tuple[alt.LayerChart, alt.LayerChart]:
    """The probability of each symbol after one step, and of the right one after each step.

    Args:
        before: Shape (time, symbols), each row adding up to 1.
        after: The same after the interventions.
        symbols: What each column is called.
        targets: The right answer after each step, as a position among the symbols.
        time: Where the cursor stands, counted from 0.
        gettext: Translates what is written.
        tokens: What each step reads.
        sequence: "A" or "B", for the titles; None where there is but one.
        mode: Of the page.

    Returns:
        Bars for each symbol at `time`, the right one framed; lines over the steps.

    Raises:
        ValueError: If `before` or `after` is not (time, symbols) with a target for each step.
        IndexError: If `time` is outside the sequence or a target is not a symbol.
    """
    values = {"before": before, "after": after}
    for name, array in values.items():
        if np.shape(array) != (len(targets), len(symbols)):
            raise ValueError(f"{name} must have shape ({len(targets)}, {len(symbols)}), not {np.shape(array)}.")
    check_index("time", time, len(targets))
    for target in targets:
        check_index("targets", target, len(symbols))
    title = gettext("Answer after step {step}, before and after the interventions").format(step=time + 1)
    here = {name: array[time] for name, array in values.items()}
    bars = AnswerBars(here, symbols, targets[time], _titled(title, sequence), gettext, mode)
    title = gettext("Probability of the right answer, before and after the interventions")
    right = {name: array[np.arange(len(targets)), list(targets)] for name, array in values.items()}
    words = [label(symbols[target]) for target in targets]
    return bars.chart(), answer_steps(right, words, tokens, time, _titled(title, sequence), gettext, mode)


def _titled(title: str, sequence: str | None) -> str:
    return f"{sequence}: {title}" if sequence else title
