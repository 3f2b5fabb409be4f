import numpy as np
import pytest

from lstm_viz.charts.base import spec
from lstm_viz.charts.theme import MODES, network_color
from lstm_viz.lessons.gradient_flow.charts.gap_accuracy import TrainedPoint, gap_accuracy
from tests.charts.specs import channel, values_of

GAPS = (1, 10, 50)
LEARNED = np.array([[1, 1, 1, 1], [1, 0.5, 1, 1], [0.5, 0.5, 0.5, 1]])
ACCURACIES = {"simple_rnn": LEARNED - 0.25 * (LEARNED < 1), "lstm": np.ones((3, 4)), "gru": LEARNED}


def drawn(accuracies=ACCURACIES, gaps=GAPS, **options):
    return spec(gap_accuracy(accuracies, gaps, **{"gettext": str, **options}))


def rows(kind, chart=None):
    return [row for row in values_of(chart or drawn(), "line") if row["kind"] == kind]


def test_lines_are_the_means_over_the_seeds():
    means = {(row["network"], row["gap"]): row["accuracy"] for row in rows("mean")}
    assert means["gru", 10] == 0.875
    assert means["gru", 50] == 0.625
    assert len(means) == 3 * len(GAPS)


def test_every_seed_is_in_a_circle_at_its_own_accuracy():
    for name, values in ACCURACIES.items():
        for gap, seeds in zip(GAPS, values, strict=True):
            found = [row for row in rows("seeds") if (row["network"], row["gap"]) == (name, gap)]
            ended = [row["accuracy"] for row in found for _ in range(row["seeds"])]
            assert sorted(ended) == sorted(seeds)


def test_networks_stand_side_by_side_so_that_equal_ones_are_seen():
    chart = drawn()
    assert channel(chart, "circle", "xOffset")["scale"]["domain"] == ["lstm", "gru", "simple_rnn"]
    assert channel(chart, "circle", "size")["field"] == "seeds"


@pytest.mark.parametrize("mode", MODES)
def test_each_network_has_its_colour(mode):
    scale = channel(drawn(mode=mode), "line", "color")["scale"]
    assert scale["range"] == [network_color(name, mode) for name in ("lstm", "gru", "simple_rnn")]


def test_the_axis_ends_below_what_is_worst():
    assert channel(drawn(), "line", "y")["scale"]["domain"][0] < 0.25
    above = {"gru": LEARNED}
    assert 0.3 < channel(drawn(above), "line", "y")["scale"]["domain"][0] < 0.5
    worse = TrainedPoint("gru", 10, 0.0)
    assert channel(drawn(above, trained_now=worse), "line", "y")["scale"]["domain"][0] < 0


def test_what_was_trained_now_is_marked():
    assert "point" not in str([layer["mark"] for layer in drawn()["layer"]])
    point = values_of(drawn(trained_now=TrainedPoint("gru", 10, 0.5)), "point")[0]
    assert point == {"network": "gru", "gap": 10, "accuracy": 0.5, "name": "GRU"}


def test_it_tells_how_many_seeds_and_describes_every_mean():
    chart = drawn()
    assert " ".join(chart["title"]["subtitle"]).startswith("Lines: mean of 4 seeds.")
    assert "GRU: 100% at gap 1, 88% at gap 10, 62% at gap 50." in chart["description"]


def test_what_does_not_fit_is_refused():
    with pytest.raises(ValueError, match=r"shape \(2, seeds\)"):
        drawn(gaps=(1, 2))
    with pytest.raises(ValueError, match="networks must be some of"):
        drawn({"transformer": LEARNED})
