"""What real Keras layers return: the numbers and shapes that tutorials quote, and what Keras refuses."""

import pickle

import numpy as np
import pytest
from numpy.testing import assert_allclose, assert_array_equal

from lstm_viz.engine import numpy_engine
from lstm_viz.keras_errors import KerasError
from lstm_viz.lessons.what_it_returns.call import Call, call_of, layer_weights
from lstm_viz.lessons.what_it_returns.in_keras import returned_shapes
from tests.lessons.what_it_returns.calls import CALLS, LAYERS, given, inputs, per_unit, result, shapes

FORWARD_H = [0.35906, 0.55111, 0.59116, 0.63031]
BACKWARD_H = [0.70387, 0.58864, 0.39517, 0.21942]
FORWARD_C, BACKWARD_C = 1.57071, 1.64024


def assert_quoted(actual, *quoted):
    """The quoted numbers have five digits, and all three units are alike."""
    assert_allclose(np.ravel(actual), per_unit(*quoted), rtol=0, atol=0.000005)


def test_return_state_gives_output_h_and_c():
    tensors = given(Call(return_state=True)).tensors
    assert list(tensors) == ["output", "h", "c"]
    assert shapes(Call(return_state=True)) == [(1, 3)] * 3
    assert_quoted(tensors["output"], FORWARD_H[-1])
    assert_quoted(tensors["h"], FORWARD_H[-1])
    assert_quoted(tensors["c"], FORWARD_C)


def test_return_sequences_gives_every_step():
    call = Call(return_sequences=True, return_state=True)
    assert list(given(call).tensors) == ["sequence", "h", "c"]
    assert shapes(call) == [(1, 4, 3), (1, 3), (1, 3)]
    assert_quoted(given(call).tensors["sequence"], *FORWARD_H)


def test_a_bidirectional_gives_five_tensors():
    tensors = given(Call(bidirectional=True, return_state=True)).tensors
    assert list(tensors) == ["output", "forward_h", "forward_c", "backward_h", "backward_c"]
    assert [array.shape for array in tensors.values()] == [(1, 6), (1, 3), (1, 3), (1, 3), (1, 3)]
    assert_quoted(tensors["output"], FORWARD_H[-1], BACKWARD_H[0])
    assert_quoted(tensors["forward_c"], FORWARD_C)
    assert_quoted(tensors["backward_c"], BACKWARD_C)


def test_a_bidirectionals_sequence_ends_otherwise():
    sequence = given(Call(bidirectional=True, return_sequences=True)).tensors["sequence"]
    assert_quoted(sequence[:, -1], FORWARD_H[-1], BACKWARD_H[-1])
    assert_quoted(sequence[:, :, 3:], *BACKWARD_H)


def test_the_states_after_each_step_are_aligned_to_the_input():
    steps = given(Call(bidirectional=True)).steps
    assert_quoted(steps["forward_h"], *FORWARD_H)
    assert_quoted(steps["backward_h"], *BACKWARD_H)
    assert_quoted(steps["forward_c"][:, -1], FORWARD_C)
    assert_quoted(steps["backward_c"][:, 0], BACKWARD_C)


@pytest.mark.parametrize("layer", LAYERS)
@pytest.mark.parametrize("go_backwards", [False, True])
def test_every_state_is_that_of_an_independent_pass(layer, go_backwards):
    from dataclasses import replace

    call = Call(layer=layer, go_backwards=go_backwards, weights="seed", seed=7)
    weights = replace(layer_weights(call, 5)[0], go_backwards=go_backwards)
    trace = numpy_engine.run(weights, inputs("pair").x)
    steps = given(call, "pair").steps
    assert_allclose(steps["h"], trace.hidden, atol=1e-6)
    if layer == "lstm":
        assert_allclose(steps["c"], trace.cell, atol=1e-6)


def test_the_shapes_that_tutorials_quote():
    call = Call(units=20)
    assert shapes(call, "windows") == [(32, 20)]
    assert shapes(Call(units=20, return_sequences=True), "windows") == [(32, 25, 20)]
    for sequences, shape in ((False, (32, 10)), (True, (32, 25, 10))):
        dense = Call(units=20, return_sequences=sequences, next_layer="dense", dense_units=10)
        assert given(dense, "windows").next_layer.shape == shape
    distributed = Call(units=20, return_sequences=True, next_layer="time_distributed", dense_units=10)
    dense = Call(units=20, return_sequences=True, next_layer="dense", dense_units=10)
    assert_allclose(given(distributed, "windows").next_layer, given(dense, "windows").next_layer, atol=1e-6)


@pytest.mark.parametrize("layer", LAYERS)
def test_a_second_call_goes_on_from_the_first(layer):
    call = Call(layer=layer, stateful=True, return_state=True, weights="seed")
    first, again = given(call).tensors, given(call).again
    twice = np.concatenate([inputs().x] * 2, axis=1)
    trace = numpy_engine.run(layer_weights(call, 5)[0], twice)
    assert_allclose(first["h"], trace.hidden[:, 3], atol=1e-6)
    assert_allclose(again["output"], trace.hidden[:, 7], atol=1e-6)
    assert np.abs(again["output"] - first["output"]).max() > 0.001


def test_a_layer_that_keeps_nothing_is_called_once():
    assert given(Call()).again == {}


def test_weights_have_keras_names_and_count():
    plain = given(Call(layer="gru"))
    assert {name: array.shape for name, array in plain.weights.items()} == {
        "kernel": (5, 9),
        "recurrent_kernel": (3, 9),
        "bias": (2, 9),
    }
    assert plain.parameters == 5 * 9 + 3 * 9 + 2 * 9
    both = given(Call(bidirectional=True))
    assert list(both.weights)[::3] == ["forward_kernel", "backward_kernel"]
    assert both.parameters == 2 * 4 * 3 * (5 + 3 + 1)


def test_the_directions_of_a_seed_have_weights_of_their_own():
    weights = given(CALLS["Bidirectional concat"]).weights
    assert np.abs(weights["forward_kernel"] - weights["backward_kernel"]).max() > 0.1
    assert_array_equal(weights["forward_kernel"], layer_weights(Call(weights="seed"), 5)[0].kernel)


@pytest.mark.parametrize(
    ("call", "kind", "says"),
    [
        (Call(bidirectional=True, go_backwards=True), "ValueError", "different `go_backwards` value"),
        # In Keras 3.15 its mask for the states cannot be made. When this fails, Keras has mended it.
        (Call(bidirectional=True, stateful=True, return_state=True), "TypeError", "'generator' and 'int'"),
    ],
)
def test_what_keras_refuses_comes_back_as_it_says_it(call, kind, says):
    found = result(call)
    assert isinstance(found, KerasError)
    assert (found.kind, says in found.message) == (kind, True)
    assert isinstance(returned_shapes(call, inputs().x), KerasError)


@pytest.mark.parametrize(
    ("call", "says"),
    [
        (Call(next_layer="time_distributed"), "at least 3 dimensions, received: (1, 3)"),
        (Call(bidirectional=True, merge_mode="None", next_layer="dense"), "expects 1 input(s), but it received 2"),
    ],
)
def test_a_next_layer_may_be_refused_and_the_rest_stays(call, says):
    found = given(call)
    assert says in found.next_layer.message
    assert found.tensors


@pytest.mark.parametrize("name", CALLS)
def test_the_combinations_count_what_the_call_returns(name):
    call = CALLS[name]
    assert list(returned_shapes(call, inputs().x)) == shapes(call)


def test_nobody_can_change_what_another_visitor_sees():
    found = pickle.loads(pickle.dumps(given(Call(stateful=True))))
    for arrays in (found.tensors, found.again, found.steps, found.weights):
        assert arrays
        for array in arrays.values():
            with pytest.raises(ValueError, match="read-only"):
                array += 1


def test_what_has_no_part_in_a_call_does_not_tell_two_apart():
    values = {**vars(Call(merge_mode="sum", dense_units=9, seed=4)), "behind": "nothing"}
    assert call_of(values) == Call()
    assert call_of({**values, "bidirectional": True}).merge_mode == "sum"
    assert call_of({**values, "weights": "seed"}).seed == 4
