"""What goes to the browser: Keras's numbers to the last bit, scales, names of axes."""

from __future__ import annotations

import base64
import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from lstm_viz.drawings.array_block import ArrayBlock, Raw
from lstm_viz.drawings.block_payload import block_payload
from lstm_viz.drawings.component import show_array_block, show_unrolled
from lstm_viz.drawings.encode import encode
from lstm_viz.drawings.unrolled import Edge, Lane, Node, Tensor, Unrolled
from lstm_viz.drawings.unrolled_payload import scales, unrolled_payload


def decode(sent):
    return np.frombuffer(base64.b64decode(sent["data"]), f"<f{sent['bytes']}").reshape(sent["shape"])


def node(values, signal=None):
    return Node("n", "lane", 0, "n", "n", np.asarray(values), signal)


@given(arrays.arrays(np.float32, arrays.array_shapes(max_dims=3), elements=st.floats(width=32)))
def test_float32_arrives_to_the_last_bit(array):
    found = decode(encode(array))
    assert found.dtype == np.float32
    assert found.tobytes() == np.ascontiguousarray(array).tobytes()


@pytest.mark.parametrize("array", [np.arange(6).reshape(2, 3), np.array([1 / 3]), np.array(True), np.arange(6.0)[::2]])
def test_other_numbers_arrive_as_they_are(array):
    np.testing.assert_array_equal(decode(encode(array)), array)


def make_drawing(**changes):
    h = np.array([0.35906, 0.55111], np.float32)
    nodes = (
        Node("x0", "x", 0, "x", "Input", np.array([4.2])),
        Node("h0", "h", 0, "h", "Hidden state", h[:1], "hidden"),
        Node("h1", "h", 1, "h", "Hidden state", h[1:], "hidden"),
    )
    edges = (Edge("x0", "h0", "data"), Edge("h0", "h1", "state"))
    tensors = (
        Tensor("output", h[None, 1:], ("h1",), "The last h."),
        Tensor("sequence", h[None, :, None], ("h0", "h1")),
    )
    lanes = (Lane("x", "Inputs"), Lane("h", "LSTM"))
    return Unrolled("drawn", ("1", "2"), lanes, nodes, edges, changes.get("tensors", tensors))


def test_the_browser_gets_the_picture_by_numbers():
    sent = unrolled_payload(make_drawing(), str)
    assert [(each["lane"], each["column"], each["scale"]) for each in sent["nodes"]] == [
        (0, 0, "plain"),
        (1, 0, "signed"),
        (1, 1, "signed"),
    ]
    assert sent["edges"] == [{"start": 0, "end": 1, "kind": "data"}, {"start": 1, "end": 2, "kind": "state"}]
    assert [(each["name"], each["nodes"], each["note"]) for each in sent["tensors"]] == [
        ("output", [2], "The last h."),
        ("sequence", [1, 2], ""),
    ]
    np.testing.assert_array_equal(decode(sent["tensors"][0]["array"]), np.array([[0.55111]], np.float32))


@pytest.mark.parametrize(
    ("shape", "axes"),
    [
        ((), []),
        ((3,), ["units"]),
        ((1, 3), ["samples", "units"]),
        ((1, 4, 3), ["samples", "timesteps", "units"]),
    ],
)
def test_axes_are_named(shape, axes):
    tensors = (Tensor("t", np.zeros(shape), ()),)
    assert unrolled_payload(make_drawing(tensors=tensors), str)["tensors"][0]["axes"] == axes


def test_axes_may_have_names_of_their_own():
    tensors = (Tensor("X", np.zeros((1, 4, 5)), (), axes=("samples", "timesteps", "features")),)
    sent = unrolled_payload(make_drawing(tensors=tensors), str)["tensors"][0]
    assert sent["axes"] == ["samples", "timesteps", "features"]


def test_states_share_a_scale_with_zero_in_the_middle():
    found = scales([node([0.5, -0.2], "hidden"), node([-1.5], "cell"), node([0.1], "candidate")])
    assert found == {"signed": {"low": -1.5, "high": 1.5}}


def test_a_gate_goes_from_0_to_1_and_farther_only_if_it_does():
    assert scales([node([0.2, 0.4], "forget_gate")]) == {"forget_gate": {"low": 0, "high": 1}}
    assert scales([node([-0.5, 2.0], "forget_gate")]) == {"forget_gate": {"low": -0.5, "high": 2}}


def test_inputs_go_from_zero_or_the_least_to_the_largest():
    assert scales([node([0.1, 4.2])]) == {"plain": {"low": 0, "high": 4.2}}
    assert scales([node([-3.0, -1.0])]) == {"plain": {"low": -3, "high": 1}}


@pytest.mark.parametrize("signal", [None, "hidden", "forget_gate"])
@pytest.mark.parametrize("values", [[np.nan], [np.inf, -np.inf], [0.0]])
def test_a_scale_can_always_be_drawn(signal, values):
    (found,) = scales([node(values, signal)]).values()
    assert np.isfinite([found["low"], found["high"]]).all()
    assert found["low"] < found["high"]


def test_the_digest_tells_contents_apart():
    first = unrolled_payload(make_drawing(), str)
    assert json.loads(json.dumps(first)) == first
    assert unrolled_payload(make_drawing(), str)["digest"] == first["digest"]
    assert unrolled_payload(make_drawing(), str.upper)["digest"] != first["digest"]
    assert unrolled_payload(make_drawing(tensors=()), str)["digest"] != first["digest"]


def make_block(array, **changes):
    raw = Raw(("pressure",), tuple((str(number),) for number in range(array.size)))
    source = np.arange(array.size).reshape(array.shape)
    return ArrayBlock("X", array, ("samples", "timesteps", "features"), raw, source, **changes)


def test_a_block_arrives_with_its_raw_data():
    array = np.array([[[0.71], [1.5]], [[2.5], [3.5]]], np.float32)
    sent = block_payload(make_block(array), str)
    assert decode(sent["array"]).tobytes() == array.tobytes()
    np.testing.assert_array_equal(decode(sent["source"]), np.arange(4).reshape(2, 2, 1))
    assert sent["raw"] == {"labels": ["pressure"], "rows": [["0"], ["1"], ["2"], ["3"]]}
    assert sent["samples"] == ["sample 0", "sample 1"]
    assert sent["scale"] == {"low": 0, "high": 3.5}


def test_samples_may_have_titles():
    assert block_payload(make_block(np.ones((1, 1, 1)), sample_titles=("tank A",)), str)["samples"] == [
        "sample 0: tank A"
    ]


@pytest.mark.parametrize(
    ("values", "scale"), [([-2.0, 1.0], (-2, 2)), ([0.0, 0.0], (0, 1)), ([np.nan, np.inf], (0, 1))]
)
def test_a_blocks_scale_begins_at_zero_or_has_it_in_the_middle(values, scale):
    sent = block_payload(make_block(np.array(values).reshape(1, 2, 1)), str)["scale"]
    assert (sent["low"], sent["high"]) == scale


def test_what_is_no_drawing_is_refused():
    with pytest.raises(TypeError, match="drawing must be an Unrolled, not dict"):
        show_unrolled({}, key="k", gettext=str)
    with pytest.raises(TypeError, match="block must be an ArrayBlock, not ndarray"):
        show_array_block(np.ones((1, 1, 1)), key="k", gettext=str)
