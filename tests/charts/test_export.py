import io
import re

import numpy as np
import pytest
from PIL import Image

from lstm_viz.charts import export
from lstm_viz.charts.arithmetic import arithmetic
from lstm_viz.charts.base import WIDTH, spec
from lstm_viz.charts.theme import MODES, SURFACES, signal_color
from lstm_viz.charts.timelines import timelines
from lstm_viz.explain.step import explain_step
from lstm_viz.lessons.step_through.charts.predictions import predictions
from tests.explain.traces import random_trace

KOREAN = {"Step": "시점", "forget gate": "망각 게이트", "sum": "합계"}


def charts(mode="light"):
    def gettext(text):
        return KOREAN.get(text, text)

    traces = {name: random_trace(seed=seed) for seed, name in enumerate("AB")}
    probabilities = {name: np.full((5, 2), 0.5) for name in "AB"}
    step = explain_step(traces["A"], time=1, unit=0)
    return [
        *timelines(traces, unit=0, time=1, gettext=gettext, mode=mode),
        arithmetic(step, "forget_gate", gettext=gettext, mode=mode),
        predictions(probabilities, symbols="ab", time=1, gettext=gettext, targets={"A": [0] * 5}, mode=mode),
    ]


def rgb(color):
    return tuple(int(color[at : at + 2], 16) for at in (1, 3, 5))


@pytest.mark.parametrize("mode", MODES)
def test_a_picture_has_the_pages_background_and_the_signals_colour(mode):
    pictures = [Image.open(io.BytesIO(export.png(chart, scale=1))).convert("RGB") for chart in charts(mode)]
    for picture in pictures:
        assert picture.width >= WIDTH
        assert picture.getpixel((0, 0)) == rgb(SURFACES[mode]["background"])
    colors = {color for _, color in pictures[0].getcolors(10**6)}
    assert rgb(signal_color("forget_gate", mode)) in colors


def test_a_picture_grows_with_its_scale():
    small, large = (Image.open(io.BytesIO(export.png(charts()[0], scale=scale))).width for scale in (1, 2))
    assert large == pytest.approx(2 * small, abs=1)


def test_a_drawing_holds_the_words_in_any_script():
    drawing = export.svg(charts()[0], "ko").decode()
    assert drawing.startswith("<svg")
    assert "망각 게이트" in drawing


def test_a_page_needs_no_network():
    page = export.html(charts()[0], "ko").decode()
    assert "망각 게이트" in page
    assert '<script src="http' not in page
    assert "cdn.jsdelivr" not in page


def test_a_finished_specification_will_do():
    chart = charts()[0]
    assert export.svg(spec(chart), "ko") == export.svg(chart, "ko")


@pytest.mark.parametrize("made", [export.svg, export.html])
def test_a_file_says_its_title_and_its_language(made):
    chart = charts()[0]
    chart.title.text = "망각 게이트 < 1"
    file = made(chart, "ko").decode()
    assert "<title>망각 게이트 &lt; 1</title>" in file
    assert re.match(r'(<!DOCTYPE html>\s*)?<(html|svg [^>]*) ?lang="ko"', file)


@pytest.mark.parametrize("number", range(4))
def test_each_specification_is_valid_described_and_small(number):
    chart = charts()[number]
    valid = chart.to_dict(validate=True)
    assert valid["description"]
    assert valid["title"]["text"]
    assert {**spec(chart), "data": None, "datasets": None} == {**valid, "data": None, "datasets": None}
    assert spec(chart)["data"]["values"] == valid["datasets"][valid["data"]["name"]]
    assert len(str(spec(chart))) < 30_000
