"""The panel Which words: the sentiment so far, and the contribution of each word."""

from functools import partial

import numpy as np
import streamlit as st

from lstm_viz.app.charts import draw
from lstm_viz.app.language import _
from lstm_viz.lessons.text.reading import Reading
from lstm_viz.lessons.text.ui.read_sentences import ReadSentences

MOST_TOLD = 3


def show_word_panel(shown: ReadSentences) -> None:
    """Draws both charts, and an explanation of their numbers."""
    from lstm_viz.lessons.text.ui.charts import sentiment_charts, share_charts

    about = tuple(shown.sentences.items())
    draw(partial(sentiment_charts, shown.readings), "text_sentiment", about)
    for name, reading in shown.readings.items():
        st.text(_largest(name, reading))
    draw(partial(share_charts, shown.readings), "text_shares", about)
    with st.expander(_("What these numbers are"), icon=":material/help:"):
        for paragraph in _explained():
            st.markdown(paragraph)


def _explained() -> list[str]:
    return [
        _(
            "**The sentiment so far** is the head applied to the hidden state after a word. The model was taught whole "
            "reviews, and beginnings that leave everything open (one half). What it says amid a sentence, after “but "
            "in the end” say, nobody taught it."
        ),
        _(
            "**The shares.** The final memory of a unit is a sum of what is left of each word: $c = \\sum_k m_k$ (the "
            "memory ledger). The LSTM shows it as $h = o \\cdot \\tanh(c)$, and the head weighs it with $w$. So word "
            "$k$ is given its part of that: $\\sum_{units} w \\cdot o \\cdot \\frac{\\tanh(c)}{c} \\cdot m_k$. With "
            "the head's bias the shares add up to the logit; the sigmoid of it is the answer."
        ),
        _(
            "**No cause.** A share counts what is in the memory. A word such as “not” may leave little there itself "
            "and yet decide how the next word is written: change it in place to see what it moves."
        ),
    ]


def _largest(name: str, reading: Reading) -> str:
    """The words with the largest contributions, as a sentence."""
    words = reading.sentence.words
    order = np.argsort(-np.abs(reading.shares))[:MOST_TOLD]
    one = _("“{word}” ({value})")
    listed = ", ".join(one.format(word=words[at], value=f"{reading.shares[at]:+.2f}".replace("-", "−")) for at in order)
    return _("{name}: the most in the final memory is from {words}.").format(name=name, words=listed)
