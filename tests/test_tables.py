"""Rows on their way to the browser and into files."""

import math

import numpy as np
import pyarrow
import pytest

from lstm_viz.engine import numpy_engine
from lstm_viz.engine.cell import SIGNAL_ORDER, SIGNALS
from lstm_viz.engine.models import untrained
from lstm_viz.tables import arrow, rows_of, stacked, table_of, trace_columns


@pytest.mark.parametrize(
    "values",
    [
        [1, 2, 200, -40_000, 3_000_000_000],
        [None, 5],
        [0.1, 1 / 3, -2.5],  # as a float64 gives it
        [0.1, 0.33333334, 1e-30, None],  # as a float32 gives it
        [True, False],
        ["a", "가", "a", None, ""],
    ],
)
def test_every_value_arrives(values):
    assert [row["it"] for row in rows_of(arrow([{"it": value} for value in values]))] == values


def test_a_value_that_a_row_does_not_have_is_none():
    assert rows_of(arrow([{"a": 1}, {"b": "x"}])) == [{"a": 1, "b": None}, {"a": None, "b": "x"}]
    assert rows_of(arrow([])) == []


def test_an_infinite_number_stays_what_it_is():
    assert [row["it"] for row in rows_of(arrow([{"it": math.inf}, {"it": 1.0}]))] == [math.inf, 1.0]


def test_rows_are_a_table_with_a_type_for_each_column():
    table = table_of([{"network": "LSTM", "epochs": 250}, {"network": "GRU", "epochs": 3}])
    assert isinstance(table, pyarrow.Table)
    assert table.to_pydict() == {"network": ["LSTM", "GRU"], "epochs": [250, 3]}


@pytest.mark.parametrize("kind", SIGNALS)
def test_a_trace_has_its_signals_in_the_order_of_the_pictures(kind):
    trace = numpy_engine.run(untrained(kind, 2, 1, seed=1).weights, np.ones((1, 3, 1), "float32"))
    columns = trace_columns("A", trace, ["1", "2", "3"])
    names = list(columns)
    shown = names[names.index("unit") + 1 :]
    assert shown == [name for name in SIGNAL_ORDER if name in SIGNALS[kind]]
    assert columns[shown[0]].tolist() == trace.signals[shown[0]].ravel().tolist()


def test_the_rows_of_the_second_table_are_below_those_of_the_first():
    trace = numpy_engine.run(untrained("lstm", 2, 1, seed=1).weights, np.ones((1, 2, 1), "float32"))
    columns = stacked([trace_columns(name, trace, ["x", "y"], unit=1) for name in ("A", "B")])
    told = zip(*(columns[name].tolist() for name in ("sequence", "step", "reads", "unit")), strict=True)
    assert list(told) == [("A", 1, "x", 2), ("A", 2, "y", 2), ("B", 1, "x", 2), ("B", 2, "y", 2)]
