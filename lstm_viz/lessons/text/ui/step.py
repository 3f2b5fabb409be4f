"""The stepping viewer over the sentences, and how far its numbers are from Keras's."""

import numpy as np
import streamlit as st

from lstm_viz.app.comparisons import show_claims
from lstm_viz.app.from_keras import ask_keras
from lstm_viz.app.language import _
from lstm_viz.app.viewer_panel import ViewerPanel
from lstm_viz.comparison import Claim, compare
from lstm_viz.lessons.text import remote
from lstm_viz.lessons.text.reading import Reading
from lstm_viz.lessons.text.results import KerasReading
from lstm_viz.lessons.text.ui.page import PAGE
from lstm_viz.lessons.text.ui.read_sentences import ReadSentences
from lstm_viz.viewer import Prediction

VIEWER = ViewerPanel(PAGE)


def show_step(shown: ReadSentences) -> None:
    """Every gate of every unit, word by word."""
    VIEWER.show(
        {name: each.trace for name, each in shown.readings.items()},
        tokens={name: each.sentence.words for name, each in shown.readings.items()},
        predictions={name: _predictions(each) for name, each in shown.readings.items()},
        title=_("LSTM with {units} units, trained on reviews").format(units=shown.readings["A"].trace.units),
        subtitle=_("Below each word: the sentiment so far."),
    )
    show_check(shown)


def _predictions(reading: Reading) -> list[Prediction]:
    """What the head says after each word; nobody knows whether one's own sentence is positive."""
    positive, negative = _("positive"), _("negative")
    return [
        Prediction(positive if value > 0.5 else negative, float(max(value, 1 - value)), None)
        for value in reading.sentiments
    ]


def show_check(shown: ReadSentences) -> None:
    """A button that compares what is shown with what the real Keras layers give; with what came of it."""
    about = tuple(shown.sentences.items())
    if st.button(
        _("Check now"),
        key=PAGE.key("check"),
        icon=":material/verified:",
        type="tertiary",
        help=_("Runs the real Keras layers on these very sentences, in a process of its own."),
    ):
        PAGE.set(checked=about)
    if PAGE.find("checked") != about:
        return
    for name, reading in shown.readings.items():
        read = ask_keras(remote.read_by_keras, shown.language, reading.sentence.ids[None], True)
        if read is not None:
            show_claims(_claims(name, reading, read))


def _claims(name: str, reading: Reading, keras: KerasReading) -> list[Claim]:
    hidden = _("The hidden state after every word of {name}.").format(name=name)
    memory = _("The memory in the end.")
    sentiments = _("The sentiment after every word.")
    bag = _("What the bag of words says.")
    ours, final = reading.trace.hidden, reading.trace.final_state[1]
    return [
        Claim(compare("trace.hidden", "keras_sequence", ours, keras.hidden), hidden),
        Claim(compare("trace.final_state[1]", "state_c", final, keras.last_cell), memory),
        Claim(compare("sentiments", "dense(keras_sequence)", reading.sentiments[None], keras.sentiments), sentiments),
        Claim(compare("sentiments[-1]", "model(ids)", np.array([reading.answer]), keras.answer), ""),
        Claim(compare("bag", "bag(counts)", np.array([reading.bag]), keras.bag), bag),
    ]
