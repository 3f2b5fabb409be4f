"""The chart of the words that might have come next."""

import pytest

from lstm_viz.charts.base import spec
from lstm_viz.charts.theme import MODES
from lstm_viz.lessons.patterns.charts.next_words import next_words
from lstm_viz.lessons.patterns.generator.tables import Candidate

FOUND = [
    Candidate(1, 1, "sees", 0.6, 0.9, chosen=True),
    Candidate(1, 2, "eats", 0.4, 0.1, chosen=False),
    Candidate(2, 1, "the", 0.998, 0.998, chosen=False),
    Candidate(2, 7, "hill", 0.002, 0.03, chosen=True),
]


@pytest.mark.parametrize("mode", MODES)
def test_each_word_stands_in_its_step_and_place_with_both_probabilities(mode):
    chart = next_words(FOUND, title="Words", subtitle="What came.", gettext=str, mode=mode)
    rows = spec(chart)["data"]["values"]
    assert [(row["step"], row["place"], row["word"], row["told"]) for row in rows] == [
        (1, "1", "sees", "60→90%"),
        (1, "2", "eats", "40→10%"),
        (2, "1", "the", "100%"),
        (2, "> 5", "hill", "<1→3%"),
    ]
    assert [row["word"] for row in rows if row["chosen"]] == ["sees", "hill"]
    assert chart.to_dict(validate=True)["description"] == "Words. What came. 1: sees 60→90%. 2: hill <1→3%."


def test_there_is_no_place_for_what_is_not_there():
    places = spec(next_words(FOUND[:3], title="", subtitle="", gettext=str))["layer"][0]["encoding"]["x"]["sort"]
    assert places == ["1", "2", "3", "4", "5"]
