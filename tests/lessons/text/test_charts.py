"""The charts of the page Text: what they draw and say."""

import numpy as np
import pytest

from lstm_viz.charts.base import spec
from lstm_viz.charts.theme import MODES
from lstm_viz.lessons.text.charts.kind_scores import kind_scores
from lstm_viz.lessons.text.charts.sentiment import SentimentLine, sentiment
from lstm_viz.lessons.text.charts.word_shares import word_shares

LINES = [
    SentimentLine("A", "A", ["not", "good"], np.array([0.5, 0.01])),
    SentimentLine("B", "B", ["<b>$x", "good", "!"], np.array([0.5, 0.9, 0.99])),
]


def drawn(mode="light", gettext=str):
    return [
        sentiment(LINES, title=gettext("t"), subtitle=gettext("s"), gettext=gettext, mode=mode),
        word_shares(
            np.array([1.5, -2.0]), ["a", "b"], name="A", bias=0.25, reach=(-2, 1.5), gettext=gettext, mode=mode
        ),
        kind_scores(
            {"lstm": [1.0, 0.9], "bag": [0.5, 0.1]},
            ["plain", "negation"],
            {"lstm": "LSTM", "bag": "bag"},
            title=gettext("t"),
            subtitle=gettext("s"),
            gettext=gettext,
            mode=mode,
        ),
    ]


@pytest.mark.parametrize("mode", MODES)
def test_the_specifications_are_valid_and_described(mode):
    for chart in drawn(mode):
        valid, plain = chart.to_dict(validate=True), spec(chart)
        assert {**plain, "data": None, "datasets": None} == {**valid, "data": None, "datasets": None}
        assert len(plain["description"]) > len(plain["title"]["text"])


def test_each_point_has_its_word_and_markup_is_dropped():
    rows = spec(drawn()[0])["data"]["values"]
    assert [(row["line"], row["step"], row["text"], row["value"]) for row in rows] == [
        ("A", 1, "not", 0.5),
        ("A", 2, "good", 0.01),
        ("B", 1, "bx", 0.5),
        ("B", 2, "good", 0.9),
        ("B", 3, "!", 0.99),
    ]


def test_a_narrow_chart_has_the_words_that_turn_the_line():
    turns = SentimentLine("A", "A", list("abcd"), np.array([0.5, 0.55, 0.9, 0.75]))
    chart = spec(sentiment([turns], title="t", subtitle="s", gettext=str))
    assert [row["text"] for row in chart["data"]["values"] if row["turns"]] == ["c", "d"]
    words = next(layer for layer in chart["layer"] if layer["mark"]["type"] == "text")
    assert "datum.turns || width" in words["transform"][0]["filter"]


def test_the_shares_and_the_bias_are_told_with_their_sum():
    described = spec(drawn()[1])["description"]
    assert "+0.25, add up to the logit −0.25" in described
    assert "“b”: −2.00, “a”: +1.50" in described


def test_what_does_not_go_together_is_refused():
    with pytest.raises(ValueError, match="at least one sentence"):
        sentiment([], title="t", subtitle="s", gettext=str)
    with pytest.raises(ValueError, match="words of A must be 2"):
        sentiment([SentimentLine("A", "A", ["a"], np.zeros(2))], title="t", subtitle="s", gettext=str)
    with pytest.raises(ValueError, match="words must be 2"):
        word_shares(np.zeros(2), ["a"], name="A", bias=0, reach=(0, 1), gettext=str)
