"""Large layers: the order of the units, the window of the viewer, and the overview in few cells."""

import numpy as np
import pytest

from lstm_viz.charts.base import spec
from lstm_viz.engine.numpy_engine import run
from lstm_viz.engine.weights import RecurrentWeights
from lstm_viz.lessons.your_model.charts.overview import MOST_COLUMNS, MOST_ROWS, overview
from lstm_viz.lessons.your_model.large import (
    MOST_STEPS,
    MOST_UNITS,
    ORDERS,
    binned,
    is_large,
    ordered,
    starts,
    window_at,
)


def trace_of(units: int, steps: int, kind: str = "lstm"):
    draw = np.random.default_rng(units + steps)
    gates = {"lstm": 4, "gru": 3, "simple_rnn": 1}[kind]
    bias = draw.normal(size=(2, 3 * units) if kind == "gru" else gates * units)
    kernel, recurrent = draw.normal(size=(2, gates * units)), draw.normal(size=(units, gates * units)) / units
    return run(RecurrentWeights(kind, kernel, recurrent, bias), draw.normal(size=(1, steps, 2)))


@pytest.mark.parametrize("kind", ["lstm", "gru", "simple_rnn"])
@pytest.mark.parametrize("order", ORDERS)
def test_every_order_holds_every_unit_once(kind, order):
    for units, steps in ((7, 9), (1, 1), (3, 1)):
        assert sorted(ordered(trace_of(units, steps, kind), order)) == list(range(units))


def test_the_orders_say_what_they_are():
    trace = trace_of(9, 20)
    spread, kept = trace.hidden[0].std(axis=0), trace.forget_gate[0].mean(axis=0)
    assert (np.diff(spread[ordered(trace, "activity")]) <= 0).all()
    assert (np.diff(kept[ordered(trace, "memory")]) <= 0).all()


def test_units_that_do_the_same_stand_together():
    trace = trace_of(6, 30)
    hidden = trace.hidden[0].copy()
    hidden[:, [1, 4]] = hidden[:, [3, 3]] + 1e-3 * np.random.default_rng(1).normal(size=(30, 2))
    alike = type(trace)(trace.weights, trace.inputs, {**trace.signals, "hidden": hidden[None]}, trace.initial_state)
    places = np.argsort(ordered(alike, "similar"))
    assert sorted(places[[1, 3, 4]]) in [sorted((at + np.arange(3)) % 6) for at in range(6)]


def test_a_window_has_the_unit_and_the_step_and_stays_while_they_move_within_it():
    trace = trace_of(130, 450)
    units = ordered(trace, "activity")
    window = window_at(trace, units, 401, int(units[70]))
    assert (window.first, window.steps, window.units) == (400, 50, tuple(units[64:128]))
    assert window == window_at(trace, units, 449, int(units[127]))
    assert [starts(130, MOST_UNITS), starts(450, MOST_STEPS)] == [[0, 64, 128], [0, 200, 400]]
    assert [is_large(trace_of(*size)) for size in ((64, 200), (65, 3), (3, 201))] == [False, True, True]


def test_a_cell_shows_the_strongest_of_its_numbers_and_where_it_is():
    values = np.zeros((6, 4), "float32")
    values[4, 2], values[1, 1] = -3, 2
    cells = binned(values, [np.array([0, 1]), np.array([2, 3])], [np.arange(3), np.arange(3, 6)])
    assert {"row": 1, "column": 1, "unit": 3, "step": 5, "value": -3.0} in cells
    assert {"row": 0, "column": 0, "unit": 2, "step": 2, "value": 2.0} in cells
    assert len(cells) == 4


@pytest.mark.parametrize(("units", "steps"), [(512, 1000), (3, 4), (1, 1)])
def test_the_overview_holds_no_more_cells_than_can_be_told_apart(units, steps):
    values = np.random.default_rng(1).normal(size=(steps, units))
    values[0, 0] = np.nan
    order, titles = np.arange(units)[::-1], {"gettext": str, "mode": "light", "sequence": "A"}
    chart = spec(overview(values, order, signal="cell", time=steps - 1, unit=0, **titles))
    rows = chart["data"]["values"]
    assert len(rows) == min(units, MOST_ROWS) * min(steps, MOST_COLUMNS)
    assert {row["unit"] for row in rows} <= set(range(1, units + 1))
    top = [row for row in rows if row["row"] == 0]
    assert min(row["unit"] for row in top) > units - 1 - units // MOST_ROWS - 1
