"""The chart of a series that a model gave beside the right one."""

import numpy as np
import pytest

from lstm_viz.charts.base import spec
from lstm_viz.charts.theme import MODES
from lstm_viz.lessons.patterns.charts.series import pattern_series

LINES = {
    "known": np.array([0, 0.5], "float32"),
    "right": np.array([1, 0.5, 0], "float32"),
    "model": np.array([0.9, 0.6, 0.1], "float32"),
}
WORDS = {"title": "A sine", "subtitle": "Off by 0.1.", "gettext": str}


def rows(chart) -> dict[str, list[tuple[int, float]]]:
    """Line → its steps and values."""
    found: dict[str, list[tuple[int, float]]] = {}
    for row in spec(chart)["data"]["values"]:
        found.setdefault(row["line"], []).append((row["step"], row["value"]))
    return found


@pytest.mark.parametrize("mode", MODES)
def test_each_line_begins_where_it_belongs(mode):
    chart = pattern_series(LINES, first={"right": 3, "model": 3}, mode=mode, **WORDS)
    assert rows(chart) == {
        "given to the model": [(1, 0.0), (2, 0.5)],
        "right": [(3, 1.0), (4, 0.5), (5, 0.0)],
        "made by the model": [(3, 0.9), (4, 0.6), (5, 0.1)],
    }
    assert chart.to_dict(validate=True)["description"] == "A sine. Off by 0.1."


def test_right_and_own_are_told_apart_by_more_than_colour():
    line = spec(pattern_series(LINES, **WORDS))["layer"][0]["encoding"]
    dashes = dict(zip(line["strokeDash"]["scale"]["domain"], line["strokeDash"]["scale"]["range"], strict=True))
    assert dashes["right"] != dashes["made by the model"]
    assert line["strokeDash"]["scale"]["domain"] == line["color"]["scale"]["domain"]


def test_there_must_be_a_line():
    with pytest.raises(ValueError, match="at least one series"):
        pattern_series({}, **WORDS)
