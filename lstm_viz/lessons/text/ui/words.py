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
            "**The sentiment so far** is the head applied to the hidden state after a word. The model was "
            "trained on whole reviews, and on beginnings that leave everything open (their target is one "
            "half). It was not trained on what it says in the middle of a sentence, for example after “but in "
            "the end”."
        ),
        _(
            "**The contributions.** The final memory of a unit is the sum of what is left of each word: $c "
            "= \\sum_k m_k$ (the memory ledger). The LSTM shows it as $h = o \\cdot \\tanh(c)$, and the "
            "head multiplies it by $w$. So the contribution of word $k$ is $\\sum_{units} w \\cdot o "
            "\\cdot \\frac{\\tanh(c)}{c} \\cdot m_k$. With the head's bias the contributions add up to the "
            "logit; its sigmoid is the answer."
        ),
        _(
            "**Not the cause.** A contribution counts only what is left in the memory. A word such as "
            "“not” may leave little there and still decide how the next word is written: replace it to see "
            "what changes."
        ),
    ]


def _largest(name: str, reading: Reading) -> str:
    """The words with the largest contributions, as a sentence."""
    words = reading.sentence.words
    order = np.argsort(-np.abs(reading.shares))[:MOST_TOLD]
    one = _("“{word}” ({value})")
    listed = ", ".join(one.format(word=words[at], value=f"{reading.shares[at]:+.2f}".replace("-", "−")) for at in order)
    return _("{name}: most of the final memory comes from {words}.").format(name=name, words=listed)
