"""The picture beside a finding: its numbers, its threshold, and what a logarithm cannot show."""

from __future__ import annotations

import numpy as np
import pytest

from lstm_viz.charts.base import spec
from lstm_viz.charts.check_up import check_up_picture
from lstm_viz.charts.theme import MODES
from lstm_viz.checks import Picture, check_up
from lstm_viz.problem import Note
from tests.checks.made import X, chain, dense, layer, trace


def drawn(picture: Picture, mode: str = "light"):
    chart = check_up_picture(picture, title="What is checked", gettext=str, mode=mode)
    assert chart.to_dict(validate=True)
    return spec(chart)


@pytest.mark.parametrize("mode", MODES)
def test_every_picture_of_a_check_up_is_drawn_with_its_threshold_and_its_words(mode):
    findings = check_up(chain(layer(), dense(4, 1)), X, targets=X[:, -1, :1]) + check_up(trace("gru"))
    pictures = [one.picture for one in findings if one.picture is not None]
    assert len(pictures) > 15
    for picture in pictures:
        plain = drawn(picture, mode)
        assert plain["description"].startswith("What is checked. ")
        assert len(plain["data"]["values"]) == sum(map(len, picture.series.values()))
        rules = [part for part in plain["layer"] if part["mark"]["type"] == "rule"]
        assert len(rules) == (picture.threshold is not None)
        assert (plain["layer"][0]["encoding"]["y"]["axis"].get("format") == "%") is picture.is_share
    assert {picture.is_share for picture in pictures} == {True, False}


def test_what_is_not_finite_and_zero_on_a_logarithmic_scale_is_left_out():
    sizes = np.array([1.0, 0.0, np.inf, np.nan, 1e-20])
    picture = Picture(Note("steps"), Note("size"), {"size": sizes}, is_log=True)
    assert [row["value"] for row in drawn(picture)["data"]["values"]] == [1.0, None, None, None, 1e-20]
    nothing = Picture(Note("steps"), Note("size"), {"size": np.array([np.nan])})
    assert drawn(nothing)["description"].endswith("–")


def test_the_name_of_a_layer_is_no_markup():
    picture = Picture(Note("layer"), Note("size"), {"size": np.ones(1)}, labels=("<b>$x$</b>",))
    assert drawn(picture)["data"]["values"][0]["place"] == "bx/b"
