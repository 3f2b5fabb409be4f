"""The panel Padding and mask: a padded sentence, read by real Keras layers."""

import numpy as np
import streamlit as st

from lstm_viz.app.comparisons import show_claims
from lstm_viz.app.from_keras import ask_keras
from lstm_viz.app.language import _
from lstm_viz.comparison import Claim, compare
from lstm_viz.lessons.text import remote
from lstm_viz.lessons.text.encode import PADDING, UNKNOWN, padded
from lstm_viz.lessons.text.model import review_model
from lstm_viz.lessons.text.results import KerasReading
from lstm_viz.lessons.text.ui.page import PAGE
from lstm_viz.lessons.text.ui.read_sentences import ReadSentences
from lstm_viz.lessons.text.ui.strip import WordRow, percent, show_strip
from lstm_viz.lessons.text.ui.verdict import gates_of

STRIP = "text_padding_strip"


def show_padding(shown: ReadSentences) -> None:
    """Draws sentence A with padding, and whether the answer of the model is still the same."""
    reading = shown.readings["A"]
    _choose(shown)
    ids = padded([reading.sentence.ids], PAGE.get("length"), PAGE.get("side"))
    mask_zero = PAGE.get("mask_zero")
    alone = ask_keras(remote.read_by_keras, shown.language, reading.sentence.ids[None], True)
    read = ask_keras(remote.read_by_keras, shown.language, ids, mask_zero)
    if alone is None or read is None:
        return
    st.code(_code(ids, mask_zero), language=None)
    show_strip([_row(read, shown)], key=STRIP, current=("", 0), on_click=_stay)
    show_claims([Claim(compare("model(padded)", "model(ids)", read.answer, alone.answer), _meaning(read, alone))])


def _stay() -> None:
    """Does nothing: a click on a word has no effect in this panel."""


def _choose(shown: ReadSentences) -> None:
    words = len(shown.sentences["A"].words)
    PAGE.set(length=max(PAGE.get("length"), words))
    length, side, mask = st.columns(3, gap="medium", vertical_alignment="bottom")
    with length:
        PAGE.draw("length", low=words)
    with side:
        PAGE.draw("side")
    with mask:
        PAGE.draw("mask_zero")


def _code(ids: np.ndarray, mask_zero: bool) -> str:
    return f"ids = np.array([{ids[0].tolist()}])\nEmbedding(…, mask_zero={mask_zero})"


def _row(read: KerasReading, shown: ReadSentences) -> WordRow:
    model, ids = review_model(shown.language), read.ids[0]
    words = iter(shown.sentences["A"].words)
    trace = model.trace(read.ids, mask_zero=read.mask is not None)
    return WordRow(
        name="padded",
        title=_("A with padding, as Keras reads it"),
        note=_("the answer: {percent} positive").format(percent=percent(float(read.answer[0]))),
        words=["" if number == PADDING else next(words) for number in ids],
        known=[bool(number != UNKNOWN) for number in ids],
        read=[True] * len(ids) if read.mask is None else read.mask[0].tolist(),
        sentiments=read.sentiments[0],
        gates=gates_of(trace.signals),
    )


def _meaning(read: KerasReading, alone: KerasReading) -> str:
    """An explanation of the comparison, which depends on its result."""
    equal = compare("", "", read.answer, alone.answer).equal
    added = int((read.ids == PADDING).sum())
    if not added:
        return _("There is no padding yet: move the slider.")
    if read.mask is not None:
        return (
            _("The mask works: the LSTM skips the padded steps ({count}), so padding changes nothing.")
            if equal
            else _("The padded steps ({count}) are masked, but the answer has changed.")
        ).format(count=added)
    return (
        _("Without a mask the LSTM reads the padded steps ({count}), too; here the answer happens to be the same.")
        if equal
        else _("Without a mask the LSTM reads the padded steps ({count}) as if they were words.")
    ).format(count=added)
