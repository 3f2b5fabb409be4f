"""The files X.csv and y.csv name the axes that the arrays have."""

from dataclasses import replace

import pytest

from lstm_viz.lessons.shapes.pipeline import pipeline_of
from lstm_viz.lessons.shapes.settings import DEFAULT
from lstm_viz.lessons.shapes.tables import table_of_x, table_of_y

EVERY = ["sample", "timestep", "feature", "value"]


@pytest.mark.parametrize(
    ("source", "of_x", "of_y"),
    [
        ("pair", EVERY, EVERY),
        ("sine", EVERY, ["sample", "feature", "value"]),
        ("tanks", EVERY, ["sample", "feature", "value"]),
        ("text", ["sample", "timestep", "value"], ["sample", "value"]),
    ],
)
def test_each_axis_has_its_name(source, of_x, of_y):
    made = pipeline_of(replace(DEFAULT, source=source), str)
    assert list(table_of_x(made.x)) == of_x
    assert list(table_of_y(made.y)) == of_y


def test_each_number_stands_at_its_place():
    x = pipeline_of(replace(DEFAULT, source="own"), str).x
    for _, row in table_of_x(x).iterrows():
        assert row["value"] == x[tuple(int(row[axis]) for axis in EVERY[:3])]
