"""Interventions as a link writes them: the same again when read, and told apart where they do not fit."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_viz.data import InputError
from lstm_viz.engine import models, numpy_engine
from lstm_viz.engine.cell import SIGNALS
from lstm_viz.engine.intervene import ACTIONS, intervene
from lstm_viz.explain.planned_edits import (
    LARGEST_VALUE,
    MOST_EDITS,
    PlannedEdit,
    edited_cells,
    read_edits,
    write_edits,
)
from lstm_viz.lessons.your_model.settings import MOST_STEPS, MOST_UNITS

NAMES = sorted(set().union(*SIGNALS.values()))


@st.composite
def planned(draw) -> PlannedEdit:
    action = draw(st.sampled_from(ACTIONS))
    hundredths = draw(st.integers(-100 * LARGEST_VALUE, 100 * LARGEST_VALUE))
    return PlannedEdit(
        draw(st.sampled_from("AB")),
        draw(st.sampled_from(NAMES)),
        draw(st.none() | st.integers(0, 63)),
        draw(st.integers(0, 51)),
        draw(st.booleans()),
        action,
        hundredths / 100 if action in ("clamp", "scale") else 0.0,
    )


@given(st.lists(planned(), max_size=MOST_EDITS))
def test_edits_come_back_from_a_link(edits):
    assert read_edits(write_edits(tuple(edits))) == tuple(edits)


@pytest.mark.parametrize("value", [0.00001, -0.000123, 99.999999, 33.333333, 1e-6])
def test_a_number_that_the_page_can_make_comes_back(value):
    edit = PlannedEdit("A", "cell", 0, 0, False, "clamp", value)
    assert read_edits(write_edits((edit,))) == (edit,)


def test_the_last_unit_and_step_that_a_brought_model_may_have_come_back():
    edit = PlannedEdit("A", "cell", MOST_UNITS - 1, MOST_STEPS - 1, False, "erase")
    assert read_edits(write_edits((edit,))) == (edit,)


def test_an_edit_reads_as_it_is_counted_on_the_page():
    (edit,) = read_edits("B.forget_gate.all.3-.clamp=-0.5")
    assert edit == PlannedEdit("B", "forget_gate", None, 2, True, "clamp", -0.5)
    assert read_edits("A.cell.4.2.erase") == (PlannedEdit("A", "cell", 3, 1, False, "erase"),)


@pytest.mark.parametrize(
    "text",
    [
        "C.cell.1.1.erase",
        "A.memory.1.1.erase",
        "A.cell.0.1.erase",
        "A.cell.00.1.erase",
        "A.cell.٠.1.erase",
        "A.cell.1.0.erase",
        "A.cell.1.1.clamp",
        "A.cell.1.1.erase=1",
        "A.cell.1.1.copy=1",
        "A.cell.1.1.clamp=nan",
        "A.cell.1.1.scale=101",
        "A.cell.1.1.scale=1e5",
        "A.cell.1.1.erase;",
        "<script>",
    ],
)
def test_what_is_no_edit_gets_a_sentence(text):
    with pytest.raises(InputError, match="could not be read"):
        read_edits(f"A.cell.1.1.erase,{text}")


def test_more_edits_than_the_page_takes_get_a_sentence():
    with pytest.raises(InputError, match="has 21 interventions: at most 20"):
        read_edits(",".join(["A.cell.1.1.erase"] * 21))


def trace_of(kind: str, steps: int, units: int = 3):
    model = models.untrained(kind, units, 2, 1)
    return numpy_engine.run(model.weights, np.ones((1, steps, 2)))


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("A.cell.3.4.erase", True),
        ("A.cell.4.4.erase", False),
        ("A.cell.3.5.erase", False),
        ("A.cell.all.4.erase", True),
        ("A.update_gate.1.1.erase", False),
        ("A.cell.1.2.copy", True),
        ("A.cell.1.3.copy", False),
        ("A.cell.1.1-.copy", False),
        ("A.cell.1.1-.erase", True),
    ],
)
def test_an_edit_fits_where_the_pass_and_what_is_copied_have_its_place(text, fits):
    (edit,) = read_edits(text)
    assert edit.fits(trace_of("lstm", 4), trace_of("lstm", 2)) == fits


@pytest.mark.parametrize("text", ["A.cell.4.2.clamp=77", "A.forget_gate.all.3-.clamp=77", "A.hidden.1.1-.clamp=77"])
def test_edited_cells_are_those_that_an_intervention_sets(text):
    (edit,) = read_edits(text)
    trace = numpy_engine.run(models.trained_pair(8).weights, np.eye(5, dtype="float32")[None, :4])
    after = intervene(trace, [edit.edit(None)])
    found = edited_cells([edit], "A", trace)
    assert list(found) == list(trace.signals)
    for name, cells in found.items():
        np.testing.assert_array_equal(cells, after.signals[name][0] == 77)


@pytest.mark.parametrize("text", ["A.cell.1.3.clamp=77", "A.cell.all.3-.clamp=77", "A.forget_gate.2.4-.clamp=77"])
@pytest.mark.parametrize("backwards", [False, True], ids=["forwards", "backwards"])
def test_edited_cells_follow_the_order_of_reading_and_leave_masked_steps_out(text, backwards):
    (edit,) = read_edits(text)
    weights = replace(models.untrained("lstm", 3, 2, 1).weights, go_backwards=backwards)
    trace = numpy_engine.run(weights, np.ones((1, 6, 2)), mask=[[True, False, True, True, False, True]])
    cells = edited_cells([edit], "A", trace)[edit.signal]
    after = intervene(trace, [edit.edit(None)]).signals[edit.signal][0]
    np.testing.assert_array_equal(cells[trace.mask[0]], after[trace.mask[0]] == 77)
    assert not cells[~trace.mask[0]].any()


def test_a_copy_from_a_step_on_fits_as_far_as_a_layer_that_reads_backwards_goes():
    (edit,) = read_edits("A.cell.1.2-.copy")
    weights = replace(models.untrained("lstm", 3, 2, 1).weights, go_backwards=True)
    longer, shorter = (numpy_engine.run(weights, np.ones((1, steps, 2))) for steps in (4, 2))
    assert edit.fits(longer, shorter)
    assert intervene(longer, [edit.edit(shorter)]).cell[0, :2, 0].tolist() == shorter.cell[0, :, 0].tolist()


def test_edited_cells_are_of_one_sequence_and_of_all_its_edits():
    trace = numpy_engine.run(models.trained_pair(8).weights, np.eye(5, dtype="float32")[None, :4])
    edits = read_edits("A.cell.4.2.erase,B.cell.1.1.erase,A.cell.5.3.scale=1")
    assert np.argwhere(edited_cells(edits, "A", trace)["cell"]).tolist() == [[1, 3], [2, 4]]
    assert np.argwhere(edited_cells(edits, "B", trace)["cell"]).tolist() == [[0, 0]]
