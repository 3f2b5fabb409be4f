"""The unrolled picture holds Keras's numbers, each where it belongs."""

import numpy as np
import pytest
from numpy.testing import assert_allclose, assert_array_equal

from lstm_viz.lessons.what_it_returns.call import Call
from lstm_viz.lessons.what_it_returns.picture import DrawnCall, picture
from tests.lessons.what_it_returns.calls import CALLS, given, inputs


def drawn(call, kind="sample", sample=0):
    return picture(DrawnCall(call, given(call, kind), inputs(kind), sample, str))


def nodes(drawing):
    return {node.id: node for node in drawing.nodes}


def tensors(drawing):
    return {tensor.name: tensor for tensor in drawing.tensors}


def column(node_id, drawing):
    return nodes(drawing)[node_id].column


@pytest.mark.parametrize("sample", [0, 1])
@pytest.mark.parametrize("name", CALLS)
def test_the_boxes_of_a_tensor_hold_its_numbers(name, sample):
    call = CALLS[name]
    drawing = drawn(call, "pair", sample)
    for tensor in drawing.tensors:
        boxes = [nodes(drawing)[box] for box in tensor.nodes]
        merged = [box for box in boxes if box.lane == "merged"] or boxes
        order = reversed(merged) if call.go_backwards and not call.bidirectional else merged
        values = np.concatenate([box.values for box in order])
        assert_allclose(values, np.ravel(tensor.array[sample]), atol=1e-6, err_msg=tensor.name)


def test_what_a_call_returns_is_what_can_be_chosen():
    for call in CALLS.values():
        wanted = [*given(call).tensors, *(["y"] if isinstance(given(call).next_layer, np.ndarray) else [])]
        assert list(tensors(drawn(call))) == wanted


def test_the_backward_lane_is_aligned_to_the_input():
    drawing = drawn(Call(bidirectional=True))
    assert_allclose(nodes(drawing)["backward_h 0"].values, [0.70387] * 3, atol=0.00001)
    assert_allclose(nodes(drawing)["backward_h 3"].values, [0.21942] * 3, atol=0.00001)
    states = [edge for edge in drawing.edges if edge.kind == "state" and edge.end.startswith("backward_h")]
    assert {(column(e.start, drawing), column(e.end, drawing)) for e in states} == {(3, 2), (2, 1), (1, 0)}


def test_a_bidirectionals_output_lights_the_last_box_ahead_and_the_first_back():
    lit = tensors(drawn(Call(bidirectional=True)))["output"].nodes
    assert set(lit) == {"merged", "forward_h 3", "backward_h 0"}
    assert set(tensors(drawn(Call(bidirectional=True, merge_mode="sum")))["output"].nodes) == {"merged"}


def test_reading_backwards_ends_at_the_first_step():
    drawing = drawn(CALLS["backwards"])
    assert tensors(drawing)["h"].nodes == ("h 0",)
    assert_array_equal(nodes(drawing)["h 0"].values, given(CALLS["backwards"]).tensors["sequence"][0, -1])


def test_what_is_not_returned_is_faint():
    drawing = drawn(Call(return_state=True))
    assert {node.id for node in drawing.nodes if node.lane != "x" and not node.faint} == {"h 3", "c 3"}


def test_a_refused_dense_is_not_drawn():
    assert "y" not in {lane.id for lane in drawn(Call(next_layer="time_distributed")).lanes}


def test_a_dense_after_a_sequence_reads_each_step():
    drawing = drawn(CALLS["a Dense"])
    assert {(e.start, e.end) for e in drawing.edges if e.end.startswith("y")} == {
        (f"h {t}", f"y {t}") for t in range(4)
    }
    assert ("h 3", "y") in {(e.start, e.end) for e in drawn(Call(next_layer="dense")).edges}


def test_columns_are_called_as_the_symbols_that_are_read():
    assert drawn(Call(), "pair", 1).columns == ("1 (4)", "2 (0)", "3 (1)", "4 (2)")
