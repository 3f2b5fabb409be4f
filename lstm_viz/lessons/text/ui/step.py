"""The panel Step through: the viewer for the sentences, and a comparison of its numbers with Keras."""

import numpy as np
import streamlit as st

from lstm_viz.app.comparisons import show_claims
from lstm_viz.app.from_keras import ask_keras
from lstm_viz.app.language import _
from lstm_viz.app.viewer_panel import ViewerPanel
from lstm_viz.comparison import Claim, compare
from lstm_viz.i18n import counted
from lstm_viz.lessons.text import remote
from lstm_viz.lessons.text.reading import Reading
from lstm_viz.lessons.text.results import KerasReading
from lstm_viz.lessons.text.ui.page import PAGE
from lstm_viz.lessons.text.ui.read_sentences import ReadSentences
from lstm_viz.viewer import Prediction

VIEWER = ViewerPanel(PAGE)


def show_step(shown: ReadSentences) -> None:
    """Draws the viewer, with every gate of every unit, word by word."""
    VIEWER.show(
        {name: each.trace for name, each in shown.readings.items()},
        tokens={name: each.sentence.words for name, each in shown.readings.items()},
        predictions={name: _predictions(each) for name, each in shown.readings.items()},
        title=_("LSTM with {units}, trained on reviews").format(
            units=counted(shown.readings["A"].trace.units, "unit", _)
        ),
        subtitle=_("Below each word: the sentiment so far."),
    )
    show_check(shown)


def _predictions(reading: Reading) -> list[Prediction]:
    """The prediction of the head after each word. A typed sentence has no label, so no prediction is right or wrong."""
    positive, negative = _("positive"), _("negative")
    return [
        Prediction(positive if value > 0.5 else negative, float(max(value, 1 - value)), None)
        for value in reading.sentiments
    ]


def show_check(shown: ReadSentences) -> None:
    """Draws a button that compares the numbers on the page with those of real Keras layers, and the result."""
    about = tuple(shown.sentences.items())
    if st.button(
        _("Check now"),
        key=PAGE.key("check"),
        icon=":material/verified:",
        type="tertiary",
        help=_("Runs the real Keras layers on these sentences, in a separate process."),
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
    memory = _("The memory after the last word.")
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
