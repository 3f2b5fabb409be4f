"""The curves hold the numbers of the training."""

import itertools

import numpy as np
import pytest

from lstm_viz.charts.base import spec
from lstm_viz.lessons.text.charts.imdb_learning import MOST_POINTS, imdb_learning

LOOKS = [(2, 0.65, 0.6), (5, 0.4, 0.85)]


def rows(chart) -> list[dict]:
    return spec(chart)["data"]["values"]


def test_each_batch_and_each_look_is_a_point():
    losses = np.array([0.7, 0.69, 0.6, 0.55, 0.5], "float32")
    loss, accuracy = imdb_learning(losses, LOOKS, updates=10, gettext=str)
    batches = [row["value"] for row in rows(loss) if row["of"] == "training batches"]
    assert batches == pytest.approx(losses.tolist())
    assert [(row["update"], row["value"]) for row in rows(loss)[5:]] == [(2, 0.65), (5, 0.4)]
    assert [(row["update"], row["value"]) for row in rows(accuracy)] == [(2, 0.6), (5, 0.85)]
    assert spec(accuracy)["description"].startswith("Accuracy over 5 updates; the last value is 85.0%.")


@pytest.mark.parametrize("count", [MOST_POINTS, MOST_POINTS + 1, 3910])
def test_of_many_batches_a_point_is_the_mean_of_several(count):
    losses = np.linspace(1, 0.1, count)
    loss, _ = imdb_learning(losses, LOOKS, updates=count, gettext=str)
    points = [(row["update"], row["value"]) for row in rows(loss) if row["of"] == "training batches"]
    assert len(points) <= MOST_POINTS
    ends = [0, *(update for update, _ in points)]
    assert ends[-1] == count
    means = [losses[begin:end].mean() for begin, end in itertools.pairwise(ends)]
    assert [value for _, value in points] == pytest.approx(means)


def test_nothing_to_draw_is_refused():
    with pytest.raises(ValueError, match="must not be empty"):
        imdb_learning(np.zeros(0), LOOKS, updates=1, gettext=str)
