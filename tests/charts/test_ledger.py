from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings

from lstm_viz.charts.base import spec
from lstm_viz.charts.ledger import ledger
from lstm_viz.charts.theme import MODES, SURFACES, signal_color, step_colors
from lstm_viz.engine.models import trained_pair
from lstm_viz.engine.numpy_engine import run
from lstm_viz.explain.ledger import memory_ledger
from tests.charts.specs import channel, layer, values_of
from tests.explain.traces import random_trace, traces


def memory_pair():
    weights = trained_pair(8).weights
    return {name: run(weights, np.eye(5)[None, rows]) for name, rows in {"A": [3, 0, 1, 2], "B": [4, 0, 1, 2]}.items()}


def drawn(given, *, unit=1, time=0, **options):
    return [spec(chart) for chart in ledger(given, unit=unit, time=time, **{"gettext": str, **options})]


def sums(chart):
    total = {}
    for row in values_of(chart, "bar"):
        total[row["step"]] = total.get(row["step"], 0) + row["value"]
    return total


@settings(max_examples=25)
@given(traces(kinds=[("lstm", True)]))
def test_the_parts_of_a_bar_add_up_to_the_cell_state(trace):
    for unit in range(trace.units):
        (chart,) = drawn({"A": trace}, unit=unit, sample=1)
        for step, cell in enumerate(trace.cell[1, :, unit], start=1):
            assert sums(chart).get(step, 0) == pytest.approx(float(cell), abs=1e-6)


def test_each_part_is_what_its_step_wrote():
    trace = random_trace()
    expected = memory_ledger(trace)[:, :, 1]
    (chart,) = drawn({"A": trace})
    rows = values_of(chart, "bar")
    assert len(rows) == np.count_nonzero(expected)
    for row in rows:
        assert row["value"] == pytest.approx(expected[row["step"] - 1, row["written"]], rel=1e-6)


def test_the_line_is_the_traces_own_cell_state():
    for name, chart in zip("AB", drawn(memory_pair(), unit=3), strict=True):
        points = values_of(chart, "line")
        assert points == values_of(chart, "point")
        np.testing.assert_array_equal(
            np.float32([point["cell"] for point in points]), memory_pair()[name].cell[0, :, 3]
        )


def test_what_was_added_and_what_was_taken_away_are_stacked_apart_the_earliest_at_zero():
    (chart,) = drawn({"A": random_trace()})
    for mark in ("bar", "text"):
        assert channel(chart, mark, "y")["stack"] == "zero"
        assert channel(chart, mark, "order") == {"field": "written", "type": "quantitative"}


def test_a_and_b_have_one_scale_that_holds_every_bar():
    charts = drawn(memory_pair(), unit=3)
    low, high = channel(charts[0], "bar", "y")["scale"]["domain"]
    assert channel(charts[1], "bar", "y")["scale"]["domain"] == [low, high]
    for chart in charts:
        for step in range(1, 5):
            values = [row["value"] for row in values_of(chart, "bar") if row["step"] == step]
            assert sum(value for value in values if value > 0) <= high + 1e-6
            assert sum(value for value in values if value < 0) >= low - 1e-6


@pytest.mark.parametrize("mode", MODES)
def test_colours_follow_the_order_of_the_steps_and_large_parts_are_numbered(mode):
    (chart,) = drawn({"A": memory_pair()["A"]}, unit=3, mode=mode)
    scale = channel(chart, "bar", "color")["scale"]
    assert scale == {"domain": [1, 2, 3, 4], "range": step_colors(4, mode)}
    low, high = channel(chart, "bar", "y")["scale"]["domain"]
    for row in values_of(chart, "text"):
        assert row["text"] == (str(row["written"]) if abs(row["value"]) >= 0.07 * (high - low) else "")
    assert any(row["text"] for row in values_of(chart, "text"))
    assert layer(chart, "line", 1)["mark"]["color"] == signal_color("cell", mode)


def test_the_initial_state_is_a_part_of_its_own_where_there_is_one():
    scale = channel(drawn({"A": random_trace()})[0], "bar", "color")["scale"]
    assert scale["domain"] == [0, 1, 2, 3, 4, 5]
    assert scale["range"] == [SURFACES["light"]["muted"], *step_colors(5)]
    assert 0 not in channel(drawn(memory_pair())[0], "bar", "color")["scale"]["domain"]


@pytest.mark.parametrize(("time", "first", "last"), [(0, 1, 50), (60, 36, 85), (119, 71, 120)])
def test_of_many_steps_those_around_the_cursor_are_drawn_and_the_parts_still_add_up(time, first, last):
    trace = random_trace(steps=120)
    (chart,) = drawn({"A": trace}, time=time)
    assert channel(chart, "bar", "x")["scale"]["domain"] == list(range(first, last + 1))
    assert chart["title"]["subtitle"][-1] == f"Steps {first} to {last} of 120."
    assert {row["written"] for row in values_of(chart, "bar")} <= {-1, 0, *range(first, last + 1)}
    for step, total in sums(chart).items():
        assert total == pytest.approx(float(trace.cell[0, step - 1, 1]), abs=1e-6)
    assert not any(row["text"] for row in values_of(chart, "text"))
    assert len(channel(chart, "bar", "color")["legend"]["values"]) <= 14


def test_a_layer_that_reads_backwards_has_written_at_later_steps():
    rows = values_of(drawn({"A": random_trace(go_backwards=True)})[0], "bar")
    assert {row["written"] for row in rows if row["step"] == 5} == {0, 5}
    assert {row["written"] for row in rows if row["step"] == 1} == {0, 1, 2, 3, 4, 5}


@pytest.mark.parametrize("bad", [np.nan, np.inf, 1e30])
@pytest.mark.parametrize("time", range(4))
def test_parts_that_are_no_finite_numbers_are_left_out(bad, time):
    weights = replace(trained_pair(8).weights, activation="linear")
    inputs = np.eye(5)[None, [3, 0, 1, 2]]
    inputs[0, 2, 1] = bad
    trace = run(weights, inputs)
    (chart,) = drawn({"A": trace}, unit=0, time=time)
    assert {row["step"] for row in values_of(chart, "bar")} >= {1, 2}
    assert all(row["value"] is not None for row in values_of(chart, "bar"))
    low, high = channel(chart, "bar", "y")["scale"]["domain"]
    assert low <= min(sums(chart).values()) <= max(sums(chart).values()) <= high


def test_a_shorter_sequence_has_no_cursor_after_its_end():
    long, short = drawn({"A": random_trace(steps=5), "B": random_trace(steps=3)}, time=4)
    assert values_of(long, "rect") == [{"step": 5}]
    assert not [each for each in short["layer"] if each["mark"]["type"] == "rect"]
    assert channel(short, "bar", "x")["scale"]["domain"] == [1, 2, 3]


def test_of_two_sequences_the_shorter_may_have_ended_before_what_is_drawn():
    long, short = drawn({"A": random_trace(steps=120), "B": random_trace(steps=3)}, time=119)
    assert values_of(long, "bar")
    assert values_of(short, "bar") == values_of(short, "line") == []
    assert short["title"]["subtitle"] == ["B has ended before this step."]


def test_tokens_are_below_the_steps_without_markup():
    (chart,) = drawn({"A": random_trace()}, tokens={"A": ["<b>", "$", "1", "2", "3"]})
    assert '"1": "b", "2": "", "3": "1"' in channel(chart, "bar", "x")["axis"]["labelExpr"]
    assert '"3": "3 (1)"' in layer(chart, "bar")["transform"][0]["calculate"]


def test_the_largest_parts_at_the_cursor_are_described():
    trace = memory_pair()["A"]
    (chart,) = drawn({"A": trace}, unit=3, time=3, tokens={"A": list("3012")})
    expected = memory_ledger(trace)[3, :, 3]
    largest = int(np.abs(expected).argmax())
    said = f"At step 4 (2) it is {trace.cell[0, 3, 3]:+.2f}. Written at step {largest} ({'3012'[largest - 1]}): "
    assert (said + f"{expected[largest]:+.2f}.").replace("-", "−") in chart["description"]


def test_what_is_left_of_the_initial_state_was_written_at_no_step():
    trace = random_trace(steps=1)
    (chart,) = drawn({"A": trace}, time=0)
    left = memory_ledger(trace)[0, 0, 1]
    assert f"From the initial state: {left:+.2f}." in chart["description"]


def test_what_does_not_fit_is_named():
    with pytest.raises(ValueError, match="trace must be an LSTM's"):
        drawn({"A": random_trace("gru")})
    for wrong in ({"unit": 4}, {"time": 5}, {"sample": 2}):
        with pytest.raises(IndexError, match=next(iter(wrong))):
            drawn({"A": random_trace()}, **wrong)
