"""The panel Change a word: a word of sentence A is replaced, and the two readings are compared."""

from functools import partial

import streamlit as st

from lstm_viz.app.charts import draw
from lstm_viz.app.language import _
from lstm_viz.explain.changes import changed_cells
from lstm_viz.lessons.text.model import review_model
from lstm_viz.lessons.text.reading import Reading, read
from lstm_viz.lessons.text.ui.page import PAGE
from lstm_viz.lessons.text.ui.read_sentences import ReadSentences
from lstm_viz.lessons.text.ui.strip import percent


def show_change(shown: ReadSentences) -> None:
    """Draws the choice of a word and its replacement, and the readings before and after."""
    before = shown.readings["A"]
    becomes = _choose(shown)
    if not becomes:
        st.info(_("Choose what the word is to become."), icon=":material/swap_horiz:")
        return
    after = read(before.sentence.with_word(PAGE.get("word") - 1, becomes))
    st.text(_in_words(before, after))
    from lstm_viz.lessons.text.ui.charts import changed_charts

    about = (before.sentence, after.sentence)
    draw(partial(changed_charts, before, after), "text_changed", about)
    st.dataframe(_table(before, after), hide_index=True)


def _choose(shown: ReadSentences) -> str:
    """Draws the choice of a word and its replacement. Returns the replacement; "" if none is chosen."""
    words = shown.sentences["A"].words
    PAGE.set(word=min(PAGE.get("word"), len(words)))
    vocabulary = review_model(shown.language).words
    if PAGE.get("becomes") not in ("", *vocabulary):
        PAGE.set(becomes="")
    which, what = st.columns(2, gap="medium")
    with which:
        PAGE.draw("word", titles={number: f"{number} · {word}" for number, word in enumerate(words, start=1)})
    with what:
        PAGE.draw("becomes", options=("", *vocabulary), titles={"": _("choose a word …")})
    return PAGE.get("becomes")


def _in_words(before: Reading, after: Reading) -> str:
    """The effect of the change on both models, in sentences."""
    at = PAGE.get("word") - 1
    was, is_now = (percent(each.answer) for each in (before, after))
    bag_was, bag_is = (percent(each.bag) for each in (before, after))
    numbers = {"old": before.sentence.words[at], "new": after.sentence.words[at], "was": was, "is_now": is_now}
    if (before.answer > 0.5) != (after.answer > 0.5):
        said = _("“{old}” → “{new}” changes the LSTM's answer: {was} positive becomes {is_now}.")
    else:
        said = _("“{old}” → “{new}” does not change the LSTM's answer: {was} positive becomes {is_now}.")
    bag = _("For the bag of words it goes from {was} to {is_now}.").format(was=bag_was, is_now=bag_is)
    moved = changed_cells(before.trace, after.trace)["cell"]
    where = _("{count} of the {all} numbers of the cell state change, from word {first} on.")
    told = where.format(count=int(moved.sum()), all=moved.size, first=at + 1) if moved.any() else ""
    return " ".join(filter(None, [said.format(**numbers), bag, told]))


def _table(before: Reading, after: Reading) -> list[dict[str, object]]:
    names = (_("word"), _("becomes"), _("before"), _("after"), _("contribution before"), _("contribution after"))
    rows = zip(
        before.sentence.words,
        after.sentence.words,
        before.sentiments.round(4).tolist(),
        after.sentiments.round(4).tolist(),
        before.shares.round(3).tolist(),
        after.shares.round(3).tolist(),
        strict=True,
    )
    return [dict(zip(names, row, strict=True)) for row in rows]
