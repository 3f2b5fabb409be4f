"""A long review as coloured text: the Streamlit component, and the data for the browser."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from lstm_viz.app.language import _
from lstm_viz.charts.theme import palette
from lstm_viz.drawings.component import WORD_MODULES, drawing_component
from lstm_viz.lessons.text.imdb.corpus import RARE
from lstm_viz.lessons.text.imdb.reading import ImdbReading
from lstm_viz.lessons.text.ui.strip import percent

MOVES = 0.1

_COMPONENT = drawing_component("imdb_words", (*WORD_MODULES, "../lessons/text/ui/imdb_words"), Path(__file__).parent)


def show_words(reading: ImdbReading, *, key: str, current: int, on_click: Callable[[], None]) -> None:
    """Draws the words that are read.

    Args:
        reading: The review as the network reads it.
        key: The key of the element. In `on_click`, `st.session_state[key]["word"]` is the step, counted from 0.
        current: The selected step, counted from 0.
        on_click: Called before the rerun when a word has been clicked.
    """
    moving = _(
        "▲ ▼: words that change the probability by {points} percentage points or more. Dashed: words "
        "that the network does not know."
    )
    data = {
        "words": words_of(reading),
        "current": current,
        "palette": palette(),
        "label": _("The review, word by word"),
        "legend": _("How positive the network finds what it has read so far:"),
        "steps": [_("{value}%").format(value=value) for value in (0, 25, 50, 75, 100)],
        "moving": moving.format(points=round(100 * MOVES)),
    }
    _COMPONENT(data, key=key, on_word_change=on_click)


def words_of(reading: ImdbReading) -> list[dict[str, Any]]:
    """The data that the browser needs for each word."""
    before = np.concatenate([[reading.start_chance], reading.chances[:-1]])
    told = _("Word {step}, {word}: so far {percent} positive, before it {before}.")
    return [
        {
            "text": word,
            "chance": float(chance),
            "known": identity != RARE,
            "moves": "" if abs(chance - was) < MOVES else "▲ " if chance > was else "▼ ",
            "label": told.format(step=step, word=word, percent=percent(float(chance)), before=percent(float(was))),
        }
        for step, (word, identity, chance, was) in enumerate(
            zip(reading.words, reading.ids, reading.chances, before, strict=True), start=1
        )
    ]
