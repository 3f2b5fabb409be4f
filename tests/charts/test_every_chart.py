"""What holds for every chart of the memory lab alike."""

import io
import json
from functools import partial

import numpy as np
import pytest
from PIL import Image

from lstm_viz.charts import export
from lstm_viz.charts.base import WIDTH, spec
from lstm_viz.charts.knockouts import carriers
from lstm_viz.charts.ledger import ledger
from lstm_viz.charts.theme import MODES, NETWORK_ORDER, SURFACES
from lstm_viz.lessons.memory_lab.charts.answer_steps import answer_steps
from lstm_viz.lessons.memory_lab.charts.answers import answers
from lstm_viz.lessons.memory_lab.charts.changed import changed
from lstm_viz.lessons.memory_lab.charts.difference import difference
from lstm_viz.lessons.memory_lab.charts.learning_curves import learning_curves
from tests.explain.traces import random_trace

TRACES = {name: random_trace(seed=seed) for seed, name in enumerate("AB")}
CURVES = {name: np.linspace(1, 0.1, 20) for name in NETWORK_ORDER}
EPOCHS = {name: range(1, 21) for name in NETWORK_ORDER}
VALUES = np.linspace(0, 1, 5)
DRAWN = {
    "learning curves": partial(
        learning_curves, CURVES, CURVES, measured_at=EPOCHS, floor=0.3, floor_accuracy=0.5, snapshot_epoch=3, epochs=30
    ),
    "ledger": partial(ledger, TRACES, unit=0, time=1, tokens={"A": list("abcde")}),
    "difference": partial(difference, TRACES, steps=range(1, 4), time=1, unit=0, tokens=list("abcde")),
    "changed": partial(changed, TRACES["A"], TRACES["B"], signal="cell", time=1, unit=0, tokens=list("abcde")),
    "carriers": partial(carriers, VALUES[:, None], action="copy", answer="3", answer_time=4, time=1),
    "answers": partial(answers, VALUES / 2.5, VALUES / 2.5, symbols="abcde", time=1, answer=2),
    "answers over the steps": partial(answer_steps, VALUES, VALUES, answers="abcde", time=1, tokens="abcde"),
}


def charts(name, **options):
    made = DRAWN[name](**{"gettext": str, **options})
    return made if isinstance(made, tuple) else (made,)


def titles_of(part):
    """Every title in a specification: of the chart, of axes and legends, of what is pointed at."""
    if isinstance(part, list):
        return [title for each in part for title in titles_of(each)]
    if not isinstance(part, dict):
        return []
    own = part.get("title")
    texts = [own.get("text"), " ".join(np.ravel(own.get("subtitle", [])))] if isinstance(own, dict) else [own]
    return [text for text in texts if text] + [title for each in part.values() for title in titles_of(each)]


@pytest.mark.parametrize("name", DRAWN)
def test_the_specification_is_valid_described_and_small(name):
    for chart in charts(name):
        valid, plain = chart.to_dict(validate=True), spec(chart)
        assert {**plain, "data": None, "datasets": None} == {**valid, "data": None, "datasets": None}
        assert len(plain["description"]) > len(plain["title"]["text"]) > 0
        assert len(str(plain)) < 30_000


def test_a_number_that_json_does_not_know_is_not_drawn():
    broken = {name: np.array([1, np.nan, np.inf, -np.inf]) for name in NETWORK_ORDER}
    every, look = {name: range(1, 5) for name in NETWORK_ORDER}, {"floor": np.nan, "floor_accuracy": 0.5}
    for chart in learning_curves(broken, broken, measured_at=every, **look, snapshot_epoch=3, gettext=str):
        chart.data["values"].append({"loss": float("nan")})
        assert json.loads(json.dumps(spec(chart), allow_nan=False))["data"]["values"][-1] == {"loss": None}


@pytest.mark.parametrize("name", DRAWN)
def test_every_word_can_be_translated(name):
    for chart in charts(name, gettext=lambda text: f"«{text}»"):
        plain = spec(chart)
        titles = titles_of(plain)
        assert len(titles) >= 3
        assert [title for title in titles if "«" not in title] == []
        assert "«" in plain["description"]


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("name", DRAWN)
def test_a_picture_has_the_pages_background(name, mode):
    for chart in charts(name, mode=mode):
        picture = Image.open(io.BytesIO(export.png(chart, scale=1))).convert("RGB")
        ground = SURFACES[mode]["background"]
        assert picture.getpixel((0, 0)) == tuple(int(ground[at : at + 2], 16) for at in (1, 3, 5))
        assert picture.width >= WIDTH


@pytest.mark.parametrize("name", DRAWN)
def test_the_same_is_drawn_again(name):
    assert [spec(chart) for chart in charts(name)] == [spec(chart) for chart in charts(name)]
