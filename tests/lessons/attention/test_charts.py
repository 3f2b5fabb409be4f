"""The alignment map draws each weight, valid, translated, and marks what is chosen."""

import json

import numpy as np
import pytest

from lstm_viz.charts.base import spec
from lstm_viz.lessons.attention.charts.alignment import MOST_NUMBERED, PICK, alignment

WEIGHTS = np.array([[0.25, 0.75, 0], [0.5, 0.125, 0.375]])


def drawn(weights=WEIGHTS, read="3 1", said=("2", "end"), **options):
    given = {"title": "«Map»", "step": 1, "at": 2, "gettext": lambda text: f"«{text}»", "mode": "light", **options}
    return alignment(weights, list(read), list(said), **given)


def test_every_weight_is_a_cell():
    rows = spec(drawn())["data"]["values"]
    assert {(row["step"], row["at"]): row["value"] for row in rows} == {
        (1 + row, 1 + column): weight for (row, column), weight in np.ndenumerate(WEIGHTS)
    }


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_the_specification_is_valid_and_its_words_are_translated(mode):
    chart = drawn(mode=mode)
    valid, plain = chart.to_dict(validate=True), spec(chart)
    assert {**plain, "data": None, "datasets": None} == {**valid, "data": None, "datasets": None}
    encoding = plain["layer"][0]["encoding"]
    titles = [encoding[name]["title"] for name in ("x", "y")] + [encoding["color"]["legend"]["title"]]
    assert all(title.startswith("«") for title in [*titles, plain["title"]["text"], plain["description"]])


def test_the_axes_name_what_is_read_and_said():
    encoding = spec(drawn())["layer"][0]["encoding"]
    assert "['3', '␣', '1']" in encoding["x"]["axis"]["labelExpr"]
    assert "['2', 'end']" in encoding["y"]["axis"]["labelExpr"]


def test_what_is_chosen_is_framed_and_can_be_chosen():
    marked = [layer["data"]["values"] for layer in spec(drawn())["layer"] if "data" in layer]
    assert marked == [[{"step": 2}], [{"step": 2, "at": 3}]]
    assert PICK in json.dumps(spec(drawn())["params"] if "params" in spec(drawn()) else spec(drawn())["layer"])
    alone = spec(drawn(step=None, at=None))
    assert PICK not in json.dumps(alone["layer"])
    assert not any("data" in layer for layer in alone["layer"])


def test_many_input_steps_have_no_numbers():
    wide = np.full((2, MOST_NUMBERED + 1), 1 / (MOST_NUMBERED + 1))
    kinds = [layer["mark"]["type"] for layer in spec(drawn(wide, read="A" * (MOST_NUMBERED + 1)))["layer"]]
    assert "text" not in kinds
    assert "text" in [layer["mark"]["type"] for layer in spec(drawn())["layer"]]


def test_other_weights_than_those_of_the_steps_are_refused():
    with pytest.raises(ValueError, match=r"weights must have shape \(2, 2\), not \(2, 3\)"):
        drawn(read="31")
