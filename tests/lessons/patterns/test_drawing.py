"""The unrolled pictures hold the layers' own numbers, and their arrows are those of the model."""

import numpy as np
import pytest

from lstm_viz.engine.cell import SIGNAL_ORDER
from lstm_viz.lessons.patterns.drawing import drawing_of
from lstm_viz.lessons.patterns.in_keras import continue_series
from lstm_viz.lessons.patterns.loop import loop_drawing
from tests.lessons.patterns.runs import LOOP, TYPED, built, loop, trained


def nodes(drawing) -> dict:
    return {node.id: node for node in drawing.nodes}


def edges(drawing, kind: str) -> set[tuple[str, str]]:
    return {(edge.start, edge.end) for edge in drawing.edges if edge.kind == kind}


@pytest.mark.parametrize("pattern", TYPED)
def test_each_tensor_is_what_its_nodes_hold(pattern):
    run = trained(pattern).first_sample
    drawing = drawing_of(trained(pattern), "title", str)
    by_id = nodes(drawing)
    assert [tensor.name for tensor in drawing.tensors] == ["inputs", *(layer.name for layer in run.layers)]
    for tensor, array in zip(drawing.tensors, [run.inputs, *(layer.output for layer in run.layers)], strict=True):
        assert tensor.array.tobytes() == array.tobytes()
        held = [by_id[name].values for name in tensor.nodes]
        if pattern == "bidirectional" and tensor.name == "bidirectional":
            held = [np.concatenate(held[at : at + 2]) for at in range(0, len(held), 2)]
        np.testing.assert_allclose(np.reshape(held, array.shape), array, atol=1e-6)


def test_many_to_one_shows_what_is_not_returned_faint():
    drawing = drawing_of(trained("many_to_one"), "title", str)
    by_id = nodes(drawing)
    assert [by_id[f"lstm {step}"].faint for step in range(6)] == [True] * 5 + [False]
    assert edges(drawing, "state") == {(f"lstm {step}", f"lstm {step + 1}") for step in range(5)}
    assert ("lstm 5", "dense") in edges(drawing, "data")
    assert by_id["dense"].column == 5
    assert {node.signal for node in drawing.nodes} <= {None, *SIGNAL_ORDER}


def test_the_backward_lane_runs_from_the_last_step_to_the_first():
    drawing = drawing_of(trained("bidirectional"), "title", str)
    assert [lane.title for lane in drawing.lanes] == [
        "Inputs",
        "forward LSTM(6)",
        "backward LSTM(6)",
        "TimeDistributed(Dense(1))",
    ]
    back = {(f"bidirectional backward {step + 1}", f"bidirectional backward {step}") for step in range(7)}
    assert back < edges(drawing, "state")
    assert {start for start, end in edges(drawing, "data") if end == "time_distributed 2"} == {
        "bidirectional 2",
        "bidirectional backward 2",
    }


def test_without_sequences_a_bidirectional_hands_on_both_its_ends():
    drawing = drawing_of(built(both_1=True), "title", str)
    assert {start for start, end in edges(drawing, "data") if end == "dense"} == {
        "bidirectional 5",
        "bidirectional backward 0",
    }
    assert nodes(drawing)["dense"].column is None


def test_repeat_vector_draws_one_vector_to_every_step_of_the_decoder():
    drawing = drawing_of(trained("autoencoder"), "title", str)
    assert {end for start, end in edges(drawing, "data") if start == "lstm 9"} == {
        f"repeat_vector {step}" for step in range(10)
    }
    drawing = drawing_of(trained("one_to_many"), "title", str)
    assert {end for start, end in edges(drawing, "data") if start == "inputs"} == {
        f"repeat_vector {step}" for step in range(16)
    }
    assert len(drawing.columns) == 16


def test_the_loop_feeds_each_output_to_the_next_step():
    drawing, run = loop_drawing(loop(), "title", str), loop()
    by_id, known = nodes(drawing), len(run.known)
    assert (f"y{known - 1}", f"x{known}") in edges(drawing, "data")
    assert f"y{known - 2}" not in by_id
    np.testing.assert_array_equal(by_id[f"x{known}"].values, run.values[0])
    np.testing.assert_array_equal(by_id[f"y{known}"].values, run.values[1])
    np.testing.assert_array_equal(by_id[f"x{known - 1}"].values, run.known[-1])
    assert drawing.columns[0] == str(known - 3)


@pytest.mark.parametrize(
    ("known", "continued", "title"),
    [
        (18, 24, "Loop: steps 15–24 of 41, around the end of the known part"),
        (4, 8, "Loop: steps 1–10 of 11, around the end of the known part"),
        (5, 6, "Loop: steps 2–10 of 10, around the end of the known part"),
        (4, 7, "Loop"),
        (1, 1, "Loop"),
    ],
)
def test_the_loops_picture_says_which_of_the_steps_it_shows(known, continued, title):
    run = continue_series(LOOP.series[:known, None], continued)
    drawing = loop_drawing(run, "Loop", str)
    assert drawing.title == title
    drawn = {node.column for node in drawing.nodes if node.lane == "h"}
    assert ("steps" in title) == (len(drawn) < known + continued - 1)
