"""The panel LSTM and bag of words: the scores of both models for each kind of held-out sentence."""

from functools import partial

import streamlit as st

from lstm_viz.app.charts import draw
from lstm_viz.app.language import _
from lstm_viz.data.reviews import Review, held_out_reviews, split
from lstm_viz.judging import LEAD, beats_guessing, judge_yes
from lstm_viz.lessons.text.encode import ids_of
from lstm_viz.lessons.text.model import KindScore, review_model, scores, story
from lstm_viz.lessons.text.settings import KIND_TITLES
from lstm_viz.lessons.text.ui.page import PAGE
from lstm_viz.lessons.text.ui.read_sentences import ReadSentences
from lstm_viz.lessons.text.ui.strip import percent
from lstm_viz.tables import table_of

GETS = 0.9
MARKS = {True: "✓", False: "✗", None: "–"}
SAMPLES = 8


def show_scores(shown: ReadSentences) -> None:
    """Draws the accuracy of both models on held-out sentences, the conclusions, and some of the sentences."""
    from lstm_viz.lessons.text.ui.charts import score_charts

    language = shown.language
    counted = scores(language)
    draw(partial(score_charts, counted), "text_scores", language)
    st.markdown("\n".join(f"- {line}" for line in conclusions(counted)))
    st.caption(_held_out(language))
    st.caption(_everyday(language))
    _samples(language)


def conclusions(counted: tuple[KindScore, ...]) -> list[str]:
    """The conclusions that follow from the counts, as sentences."""
    gets = [each for each in counted if each.bag >= GETS * each.reviews]
    fails = [each for each in counted if not beats_guessing(each.bag, each.reviews)]
    said = [_missed(counted)]
    if fails:
        words = _(
            "The bag of words is no better than guessing, or worse, at: {kinds}. Guessing gets this many "
            "right more often than once in a hundred times."
        )
        said.append(words.format(kinds=", ".join(_(KIND_TITLES[each.kind]) for each in fails)))
    if gets:
        words = _("The bag of words gets at least nine in ten right of: {kinds}.")
        said.append(words.format(kinds=", ".join(_(KIND_TITLES[each.kind]) for each in gets)))
    if "double_negation" in [each.kind for each in gets] and "negation" in [each.kind for each in fails]:
        said.append(
            _(
                "It gets double negations right because it uses neither of the two negations: together they "
                "change nothing."
            )
        )
    return said


def _missed(counted: tuple[KindScore, ...]) -> str:
    """The kinds of sentences that the LSTM gets wrong, as a sentence."""
    one = _("{kind} ({missed} of {reviews})")
    missed = [
        one.format(kind=_(KIND_TITLES[each.kind]), missed=each.reviews - each.lstm, reviews=each.reviews)
        for each in counted
        if each.lstm < each.reviews
    ]
    if not missed:
        return _("The LSTM gets every held-out sentence right.")
    return _("The LSTM misses: {kinds}.").format(kinds=", ".join(missed))


def _held_out(language: str) -> str:
    told = story(language)
    return _(
        "Both were trained on the same {count} made-up reviews and {sayings} everyday ones, with {words} words. For "
        "each pattern, one in five combinations of a word and its place was held out: no training review has any of "
        "them, and each of these {tested} reviews has at least one. Counted by Keras after the training."
    ).format(
        count=told["training_reviews"],
        sayings=told["sayings"],
        words=told["words"],
        tested=sum(each.reviews for each in scores(language)),
    )


def _everyday(language: str) -> str:
    told = story(language)["everyday"]
    return _(
        "Of {reviews} everyday reviews that nobody wrote for the training, the LSTM gets {lstm} right and the bag of "
        "words {bag}. In {unread} of them it knows no word."
    ).format(reviews=told["reviews"], lstm=told["lstm"], bag=told["bag"], unread=told["no_known_word"])


def _samples(language: str) -> None:
    PAGE.draw("kind")
    reviews = _of_kind(language, PAGE.get("kind"))
    st.dataframe(table_of([_answers(language, review) for review in reviews]), hide_index=True)
    st.caption(
        _(
            "✓ right, ✗ wrong, – undecided: one answer is less than {points} percentage points more probable than "
            "the other."
        ).format(points=round(100 * LEAD))
    )


def _of_kind(language: str, kind: str) -> list[Review]:
    return [review for review in held_out_reviews(language) if review.kind == kind][:SAMPLES]


def _answers(language: str, review: Review) -> dict[str, object]:
    model = review_model(language)
    ids = ids_of(split(language, review.text), model.words)[None]
    lstm, bag = float(model.sentiments(model.trace(ids))[0, -1]), float(model.bag(ids)[0])
    return {
        _("sentence"): review.text,
        _("right answer, by the grammar"): _("positive") if review.positive else _("negative"),
        "LSTM": f"{percent(lstm)} {MARKS[judge_yes(lstm, review.positive)]}",
        _("bag of words"): f"{percent(bag)} {MARKS[judge_yes(bag, review.positive)]}",
        _("words held out in this place"): ", ".join(dict.fromkeys(each.word for each in review.combinations)),
    }
