"""The heatmaps of what each input contributed."""

from __future__ import annotations

import json
import re

import numpy as np
import pytest
import vl_convert

from lstm_viz.charts.attribution import MOST_FEATURES, MOST_STEPS, attribution_maps
from lstm_viz.charts.base import spec
from lstm_viz.charts.theme import MODES
from lstm_viz.explain.attribution import Attribution

PARTS = np.array([[0.1, -0.5], [0.3, 0.0], [0.0, 0.2]])


def found(integrated, occluded, together=1):
    return Attribution(1.0, 0.9, integrated, occluded, len(occluded) * together, together, 24)


def values(chart):
    return {(row["step"], row["feature"]): row["value"] for row in spec(chart)["data"]["values"]}


@pytest.mark.parametrize("mode", MODES)
def test_both_methods_are_drawn_on_one_scale_and_described(mode):
    maps = attribution_maps(found(PARTS, 2 * PARTS), features=["a", "b"], gettext=str, mode=mode)
    for chart, largest in zip(maps, ("−0.5 at step 1, b", "−1 at step 1, b"), strict=True):
        valid, plain = chart.to_dict(validate=True), spec(chart)
        assert {**plain, "data": None, "datasets": None} == {**valid, "data": None, "datasets": None}
        assert plain["layer"][0]["encoding"]["color"]["scale"]["domain"] == [-1, 1]
        assert f"Largest: {largest}." in plain["description"]
    assert values(maps[0])[1, "b"] == -0.5


def test_the_vectors_of_words_are_summed():
    (first, _) = attribution_maps(found(PARTS, PARTS[:, :1]), tokens=["not", "so", "bad"], gettext=str)
    assert [round(value, 6) for value in values(first).values()] == [-0.4, 0.3, 0.2]
    assert "step 1 (not)" in spec(first)["description"]


def test_without_gradients_there_is_one_map_and_together_is_repeated():
    (only,) = attribution_maps(found(None, np.array([[0.5], [0.25]]), together=2), gettext=str)
    assert list(values(only).values()) == [0.5, 0.5, 0.25, 0.25]


@pytest.mark.parametrize("bad", [np.nan, np.inf, -np.inf])
@pytest.mark.parametrize("where", [[(1, 0)], [(0, 0), (0, 1), (1, 0), (1, 1), (2, 0), (2, 1)]], ids=["one", "all"])
def test_what_is_no_finite_number_is_left_out(bad, where):
    parts = PARTS.copy()
    for place in where:
        parts[place] = bad
    (chart,) = attribution_maps(found(None, parts), features=["a", "b"], gettext=str)
    assert values(chart)[2, "a"] is None
    low, high = spec(chart)["layer"][0]["encoding"]["color"]["scale"]["domain"]
    assert -low == high == (0.5 if len(where) == 1 else 1)
    assert ("Largest: −0.5 at step 1, b." in spec(chart)["description"]) == (len(where) == 1)
    assert "<svg" in vl_convert.vegalite_to_svg(json.dumps(spec(chart)))


def test_of_many_the_largest_are_drawn():
    many = np.zeros((300, 50))
    many[250, 41] = 1
    first = attribution_maps(found(many, many), features=[f"f{at}" for at in range(50)], gettext=str)[0]
    drawn = values(first)
    assert len(drawn) == MOST_STEPS * MOST_FEATURES
    assert drawn[251, "f41"] == 1


def test_on_a_phone_the_numbers_below_the_steps_do_not_run_together():
    read = [f"{value:.2f}" for value in np.linspace(5, 4, 12)]
    chart = attribution_maps(found(np.ones((12, 1)), np.ones((12, 1))), tokens=read, features=["a"], gettext=str)[0]
    drawing = vl_convert.vegalite_to_svg(json.dumps(spec(chart) | {"width": 290}))
    shown = r'translate\(([\d.]+),[\d.]+\)"[^>]*opacity="1"><tspan>\d+</tspan><tspan[^>]*>\d\.\d\d</tspan>'
    places = sorted(map(float, re.findall(shown, drawing)))
    assert len(places) >= 4
    assert min(np.diff(places)) > 30, "four characters are 24 pixels wide"


def test_every_word_can_be_translated():
    for chart in attribution_maps(found(PARTS, PARTS), features=["«a»", "«b»"], gettext=lambda text: f"«{text}»"):
        plain = spec(chart)
        assert "«" in plain["title"]["text"]
        for layer in plain["layer"]:
            for channel in layer["encoding"].values():
                if isinstance(channel, dict) and channel.get("title"):
                    assert "«" in channel["title"]
