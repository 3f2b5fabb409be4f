"""Builds the charts of the page Text from readings. `app.charts.draw` calls these functions and caches the charts."""

from collections.abc import Mapping
from typing import Any

from lstm_viz.charts.theme import Mode
from lstm_viz.charts.timelines import timelines
from lstm_viz.i18n import Translate
from lstm_viz.lessons.text.charts.kind_scores import kind_scores
from lstm_viz.lessons.text.charts.sentiment import SentimentLine, sentiment
from lstm_viz.lessons.text.charts.word_shares import word_shares
from lstm_viz.lessons.text.model import KindScore, review_model
from lstm_viz.lessons.text.reading import Reading
from lstm_viz.lessons.text.settings import KIND_TITLES
from lstm_viz.lessons.text.ui.strip import percent

Readings = Mapping[str, Reading]


def sentiment_charts(readings: Readings, *, gettext: Translate, mode: Mode) -> list[Any]:
    """The sentiment so far of each sentence, word by word."""
    lines = [SentimentLine(name, name, each.sentence.words, each.sentiments) for name, each in readings.items()]
    subtitle = gettext("After each word the head is applied to the hidden state; above the dashed line it is positive.")
    return [sentiment(lines, title=gettext("The sentiment so far"), subtitle=subtitle, gettext=gettext, mode=mode)]


def changed_charts(before: Reading, after: Reading, *, gettext: Translate, mode: Mode) -> list[Any]:
    """The sentiment so far of a sentence, before and after a word was changed."""
    titles = {"before": gettext("before"), "after": gettext("after")}
    lines = [
        SentimentLine(name, titles[name], each.sentence.words, each.sentiments)
        for name, each in (("before", before), ("after", after))
    ]
    said = gettext("At the end {before} becomes {after}.")
    subtitle = said.format(before=percent(before.answer), after=percent(after.answer))
    return [sentiment(lines, title=gettext("What the word changes"), subtitle=subtitle, gettext=gettext, mode=mode)]


def share_charts(readings: Readings, *, gettext: Translate, mode: Mode) -> list[Any]:
    """The contribution of each word, on one scale for all sentences."""
    every = [share for each in readings.values() for share in each.shares]
    reach = float(min(every)), float(max(every))
    return [
        word_shares(
            each.shares,
            each.sentence.words,
            name=name,
            bias=float(review_model(each.sentence.language).head_bias[0]),
            reach=reach,
            gettext=gettext,
            mode=mode,
        )
        for name, each in readings.items()
    ]


def gate_charts(readings: Readings, *, gettext: Translate, mode: Mode, time: int, unit: int | None) -> list[Any]:
    """The gates and the states over the words."""
    traces = {name: each.trace for name, each in readings.items()}
    tokens = {name: each.sentence.words for name, each in readings.items()}
    return list(timelines(traces, unit=unit, time=time, gettext=gettext, tokens=tokens, mode=mode))


def score_charts(scores: tuple[KindScore, ...], *, gettext: Translate, mode: Mode) -> list[Any]:
    """The accuracy of both models on the held-out sentences of each kind."""
    shares = {
        "lstm": [each.lstm / each.reviews for each in scores],
        "bag": [each.bag / each.reviews for each in scores],
    }
    chart = kind_scores(
        shares,
        [gettext(KIND_TITLES[each.kind]) for each in scores],
        {"lstm": "LSTM", "bag": gettext("bag of words")},
        title=gettext("Held-out sentences by kind"),
        subtitle=gettext("The dashed line is guessing: half of each kind are positive."),
        gettext=gettext,
        mode=mode,
    )
    return [chart]
