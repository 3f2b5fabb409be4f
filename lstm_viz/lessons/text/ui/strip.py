"""Sentences as boxes: the Streamlit component, and the data for the browser."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from lstm_viz.app.language import _
from lstm_viz.charts.theme import palette
from lstm_viz.charts.words import signal_titles
from lstm_viz.drawings.component import WORD_MODULES, drawing_component

GATES = ("forget_gate", "input_gate", "output_gate")
PADDING_WORD = "·"

_COMPONENT = drawing_component("strip", (*WORD_MODULES, "../lessons/text/ui/strip"), Path(__file__).parent)


@dataclass(frozen=True, eq=False)
class WordRow:
    """The row of one sentence.

    Attributes:
        name: The name of the row: "A", "B" or "padded".
        title: The title above the boxes.
        note: The text after the title.
        words: The word that each step reads; "" for padding.
        known: Whether each word is in the vocabulary.
        read: Whether the LSTM reads each step. It skips masked steps.
        sentiments: The probability of "positive" after each step, shape (time,).
        gates: The mean over all units of each gate in GATES, shape (time, 3).
        parts: The first step, counted from 0, that differs from the other sentence; None if no step differs.
    """

    name: str
    title: str
    note: str
    words: Sequence[str]
    known: Sequence[bool]
    read: Sequence[bool]
    sentiments: np.ndarray
    gates: np.ndarray
    parts: int | None = None


def show_strip(rows: Sequence[WordRow], *, key: str, current: tuple[str, int], on_click: Callable[[], None]) -> None:
    """Draws the sentences.

    Args:
        rows: One row or two.
        key: The key of the element. In `on_click`, `st.session_state[key]["word"]` has the name of the row and the
            step, counted from 0.
        current: The name of the selected row and the selected step, counted from 0.
        on_click: Called before the rerun when a word has been clicked.
    """
    name, at = current
    titles = signal_titles(_)
    data = {
        "rows": [_row(row) for row in rows],
        "current": f"{name} {at}",
        "signals": list(GATES),
        "titles": [titles[gate] for gate in GATES],
        "palette": palette(),
        "text": {
            "label": _("Sentences, word by word"),
            "parts": _("they differ from here"),
            "legend": _("In each box: how positive the sentence is so far; the gates, mean over all units:"),
        },
    }
    _COMPONENT(data, key=key, on_word_change=on_click)


def percent(probability: float) -> str:
    """A probability in per cent, as text. It is always from 0.1 % to 99.9 %."""
    shown = min(max(100 * probability, 0.1), 99.9)
    return _("{value}%").format(value=f"{shown:.1f}")


def _row(row: WordRow) -> dict[str, Any]:
    words = [_word(row, at) for at in range(len(row.words))]
    return {"name": row.name, "title": row.title, "note": row.note, "words": words, "parts": row.parts}


def _word(row: WordRow, at: int) -> dict[str, Any]:
    word = row.words[at] or PADDING_WORD
    value = float(row.sentiments[at])
    shown = percent(value)
    if not row.words[at]:
        mark = _("padding") if row.read[at] else _("skipped")
    else:
        mark = "" if row.known[at] else _("unknown")
    told = _("Word {step}, {word}: so far {percent} positive. {mark}")
    return {
        "text": word,
        "look": "skipped" if not row.read[at] else "" if row.known[at] else "unknown",
        "mark": mark,
        "value": value,
        "percent": shown,
        "gates": [float(gate) for gate in row.gates[at]],
        "label": told.format(step=at + 1, word=word, percent=shown, mark=mark).strip(),
    }
