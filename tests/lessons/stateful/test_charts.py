"""The charts of the page Stateful."""

import numpy as np
import pytest

from lstm_viz.charts.base import spec
from lstm_viz.charts.theme import MODES, SURFACES, step_colors
from lstm_viz.lessons.stateful.charts.lanes import Block, Column, stateful_lanes
from lstm_viz.lessons.stateful.charts.ways import stateful_ways
from tests.charts.specs import channel, values_of

LANES = ("tank 1", "tank 2")


def column(name: str, sources) -> Column:
    blocks = [
        Block(
            lane, source, "from zeros" if source is None else f"from {LANES[source]}", str(lane), np.array([0.25, -1])
        )
        for lane, source in enumerate(sources)
    ]
    return Column(f"batch {name}", name, tuple(blocks))


def lanes(columns, **options):
    return spec(stateful_lanes(columns, LANES, title="Lanes", **{"gettext": str, **options}))


def ways(outputs, cuts=(), **options):
    more = {"title": "Ways", "differences": ["a against b: Equal."], "gettext": str}
    return spec(stateful_ways(outputs, cuts, **more | options))


@pytest.mark.parametrize("mode", MODES)
def test_a_block_has_the_colour_of_the_lane_whose_state_it_starts_from(mode):
    chart = lanes([column("1", (None, None)), column("2", (1, 0))], mode=mode)
    scale = channel(chart, "rect", "color")["scale"]
    colors = dict(zip(scale["domain"], scale["range"], strict=True))
    found = {(row["column"], row["lane"]): colors[row["source"]] for row in chart["data"]["values"]}
    first, second = step_colors(2, mode)
    empty = SURFACES[mode]["sunken"]
    assert found == {(0, "tank 1"): empty, (0, "tank 2"): empty, (1, "tank 1"): second, (1, "tank 2"): first}


def test_a_block_says_where_its_state_comes_from_with_the_numbers():
    rows = lanes([column("1", (None, 0))])["data"]["values"]
    assert [row["text"] for row in rows] == ["from zeros\nh +0.25 −1.00", "from tank 1\nh +0.25 −1.00"]
    assert {row["hidden"] for row in rows} == {"+0.25 −1.00"}


def test_with_many_columns_there_is_room_for_a_number_alone():
    chart = lanes([column(str(number), (None, 0)) for number in range(1, 8)])
    assert {row["text"] for row in chart["data"]["values"]} == {"0", "1"}
    assert "the number of the batch that left it" in " ".join(chart["title"]["subtitle"])
    assert '"7"' in channel(chart, "rect", "x")["axis"]["labelExpr"]


def test_all_is_told_to_a_screen_reader():
    said = lanes([column("1", (None, None)), column("2", (1, 0))])["description"]
    assert "batch 1, tank 2: from zeros." in said
    assert "batch 2, tank 1: from tank 2." in said


def test_a_column_needs_a_block_for_each_lane():
    with pytest.raises(ValueError, match="'batch 1' does not"):
        lanes([column("1", (None,))])
    with pytest.raises(ValueError, match="at least one"):
        lanes([])


def test_each_way_is_a_line_of_its_own_numbers():
    outputs = {"a": np.array([0.5, -0.25, 0.125]), "b": np.array([np.nan, 1, 2])}
    rows = ways(outputs)["data"]["values"]
    assert [(row["name"], row["step"], row["value"]) for row in rows] == [
        ("a", 1, 0.5),
        ("a", 2, -0.25),
        ("a", 3, 0.125),
        ("b", 1, None),
        ("b", 2, 1),
        ("b", 3, 2),
    ]


def test_a_batch_is_cut_between_its_last_step_and_the_next():
    assert [row["step"] for row in values_of(ways({"a": np.ones(6)}, (2, 4)), "rule")] == [2.5, 4.5]


def test_the_differences_are_said():
    chart = ways({"a": np.ones(2), "b": np.ones(2)})
    assert chart["title"]["subtitle"] == ["a against b: Equal."]
    assert chart["description"] == "Ways. a against b: Equal."


@pytest.mark.parametrize("outputs", [{}, dict.fromkeys("abcd", np.ones(2)), {"a": np.ones(2), "b": np.ones(3)}])
def test_ways_that_do_not_go_together_are_refused(outputs):
    with pytest.raises(ValueError, match="outputs must"):
        ways(outputs)


@pytest.mark.parametrize(
    "chart",
    [
        stateful_lanes([column("1", (None, 1))], LANES, title="Lanes", gettext=str),
        stateful_ways({"a": np.ones(3)}, (1,), title="Ways", differences=["a."], gettext=str),
    ],
    ids=["lanes", "ways"],
)
def test_the_specification_is_valid(chart):
    valid, plain = chart.to_dict(validate=True), spec(chart)
    assert {**plain, "data": None, "datasets": None} == {**valid, "data": None, "datasets": None}
