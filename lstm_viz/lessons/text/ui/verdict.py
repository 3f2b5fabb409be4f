"""The sentences as boxes, with the answers of both models."""

from collections.abc import Mapping

import numpy as np
import streamlit as st

from lstm_viz.app.language import _
from lstm_viz.comparison import compare
from lstm_viz.judging import judge_yes
from lstm_viz.lessons.text.reading import Reading
from lstm_viz.lessons.text.ui.page import PAGE
from lstm_viz.lessons.text.ui.read_sentences import ReadSentences
from lstm_viz.lessons.text.ui.strip import GATES, WordRow, percent, show_strip

STRIP = "text_strip"


def show_words(shown: ReadSentences) -> None:
    """Draws the boxes. A click on a word opens the viewer at that word."""
    rows = [_row(name, reading, shown) for name, reading in shown.readings.items()]
    name = "B" if PAGE.get("show") == "B" else "A"
    show_strip(rows, key=STRIP, current=(name, shown.step), on_click=_open)
    if not all(all(each.known) for each in shown.sentences.values()):
        st.caption(
            _(
                "Unknown words are all read as number 1. The model was trained to change its answer little at "
                "such a word."
            )
        )
    _compared(shown)


def _open() -> None:
    clicked = st.session_state[STRIP]["word"]
    PAGE.set(step=int(clicked["at"]) + 1, show=str(clicked["name"]), panel="step", jump=PAGE.get("jump") + 1)


def _row(name: str, reading: Reading, shown: ReadSentences) -> WordRow:
    parts, steps = shown.parts, reading.trace.steps
    return WordRow(
        name=name,
        title=name,
        note=_answers(reading),
        words=reading.sentence.words,
        known=reading.sentence.known,
        read=[True] * steps,
        sentiments=reading.sentiments,
        gates=gates_of(reading.trace.signals),
        parts=parts if parts is not None and parts < steps else None,
    )


def gates_of(signals: Mapping[str, np.ndarray]) -> np.ndarray:
    """The mean over all units of each gate in GATES, shape (time, gates)."""
    return np.stack([signals[gate][0].mean(axis=-1) for gate in GATES], axis=-1)


def _answers(reading: Reading) -> str:
    said = _("LSTM: {lstm} · bag of words: {bag}")
    return said.format(lstm=_answer(reading.answer), bag=_answer(reading.bag))


def _answer(probability: float) -> str:
    said = _("undecided ({percent} positive)") if judge_yes(probability, True) is None else _("{percent} positive")
    return said.format(percent=percent(probability))


def _compared(shown: ReadSentences) -> None:
    """Draws a comparison of the two sentences, if there are two."""
    if "B" not in shown.readings:
        return
    (a, b) = shown.readings.values()
    if shown.parts is None:
        st.caption(_("Both sentences are the same to the model."))
        return
    words = [_("The two sentences first differ at word {step}.").format(step=shown.parts + 1)]
    if sorted(a.sentence.words) == sorted(b.sentence.words) and compare("bag(a)", "bag(b)", a.bag, b.bag).equal:
        same = _(
            "Both have the same words, so the bag of words gives both the same probability, {bag}; the "
            "LSTM gives {a} and {b}."
        )
        numbers = [percent(value) for value in (a.bag, a.answer, b.answer)]
        words.append(same.format(bag=numbers[0], a=numbers[1], b=numbers[2]))
    st.caption(" ".join(words))
