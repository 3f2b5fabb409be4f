"""The panel Which words mattered: the part of each word in the logit of sentence A, beside the memory ledger."""

from functools import partial

import streamlit as st

from lstm_viz.app.attribution import Asked, show_attribution
from lstm_viz.app.charts import draw
from lstm_viz.app.language import _
from lstm_viz.lessons.text.mattered import logit_of
from lstm_viz.lessons.text.ui.page import PAGE
from lstm_viz.lessons.text.ui.read_sentences import ReadSentences
from lstm_viz.lessons.text.ui.strip import percent


def show_mattered(shown: ReadSentences) -> None:
    """Draws the part of each word. Sentence B can be the baseline if it has as many words."""
    from lstm_viz.lessons.text.ui.charts import share_charts

    a, b = shown.sentences["A"], shown.sentences.get("B")
    asked = Asked(
        logit_of(a),
        _("Logit of A (its sigmoid, {answer}, is the answer)").format(answer=percent(shown.readings["A"].answer)),
        (a, b),
        tokens=a.words,
        other=None if b is None else logit_of(b),
        titles={"padding": _("padding"), "mean": _("the mean of the words"), "other": _("sentence B")},
    )
    show_attribution(PAGE, asked)
    draw(partial(share_charts, {"A": shown.readings["A"]}), "text_shares_of_a", a)
    st.caption(
        _(
            "The memory ledger counts what a word left in the final memory. A word that decides how a later word is "
            "written, such as “not”, may leave little there."
        )
    )
