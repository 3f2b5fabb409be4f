"""Bidirectional layers: both halves, every merge mode, masks, states, two layers that differ."""

from __future__ import annotations

import itertools

import keras
import numpy as np
import pytest

from lstm_viz import BidirectionalTrace, trace_layer
from tests.engine.layers import BATCH, ENGINES, INPUTS, KINDS, MASK, UNITS, build, listed, states
from tests.engine.reference import assert_equal_to_keras

MERGE_MODES = ("concat", "sum", "mul", "ave", None)
RETURNS = list(itertools.product([False, True], repeat=2))


def bidirectional(kind="LSTM", *, merge_mode="concat", backward_layer=None, **options):
    layer = keras.layers.Bidirectional(
        KINDS[kind](UNITS, **options), merge_mode=merge_mode, backward_layer=backward_layer
    )
    return build(layer)


def assert_traced(layer, sequences, state, **arguments):
    wanted = listed(layer(INPUTS, **arguments))
    for engine in ENGINES:
        trace = trace_layer(layer, INPUTS, engine=engine, **arguments)
        ours = listed(trace.keras_outputs(return_sequences=sequences, return_state=state))
        for array, tensor in zip(ours, wanted, strict=True):
            assert_equal_to_keras(array, tensor)


@pytest.mark.parametrize(("sequences", "state"), RETURNS)
@pytest.mark.parametrize("merge_mode", MERGE_MODES)
def test_every_merge_mode_with_and_without_a_mask(merge_mode, sequences, state):
    layer = bidirectional(merge_mode=merge_mode, return_sequences=sequences, return_state=state)
    assert_traced(layer, sequences, state)
    assert_traced(layer, sequences, state, mask=MASK)


@pytest.mark.parametrize("kind", ["GRU", "SimpleRNN"])
def test_other_kinds_unrolled_with_states_and_a_mask(kind):
    layer = bidirectional(kind, return_sequences=True, return_state=True, unroll=True)
    initial_state = [*states(layer.forward_layer), *states(layer.backward_layer)]
    assert_traced(layer, True, True, mask=MASK, initial_state=initial_state)


def test_initial_states_go_forward_first():
    layer = bidirectional(return_state=True)
    initial_state = [*states(layer.forward_layer), *[-2 * state for state in states(layer.backward_layer)]]
    assert_traced(layer, False, True, initial_state=initial_state)


def test_two_layers_of_different_kind_and_size():
    other = keras.layers.GRU(3, go_backwards=True, return_sequences=True)
    layer = bidirectional("LSTM", backward_layer=other, return_sequences=True, merge_mode=None)
    assert_traced(layer, True, False, mask=MASK)
    trace = trace_layer(layer, INPUTS)
    assert [(half.kind, half.units) for half in trace] == [("lstm", UNITS), ("gru", 3)]


def test_a_forward_layer_may_be_the_one_that_reads_backwards():
    layer = bidirectional(go_backwards=True, backward_layer=KINDS["LSTM"](UNITS))
    assert_traced(layer, False, False)


def test_both_halves_are_in_the_inputs_order_of_time():
    layer = bidirectional()
    trace = trace_layer(layer, INPUTS)
    assert isinstance(trace, BidirectionalTrace)
    assert not trace.forward.go_backwards
    assert trace.backward.go_backwards
    np.testing.assert_array_equal(trace.backward.before("hidden")[:, -1], 0)
    np.testing.assert_array_equal(trace.backward.final_state[0], trace.backward.hidden[:, 0])


def test_initial_states_of_the_wrong_number_are_refused():
    layer = bidirectional()
    with pytest.raises(ValueError, match="2 forward and 2 backward states, not 2 arrays"):
        trace_layer(layer, INPUTS, initial_state=[np.zeros((BATCH, UNITS))] * 2)


def test_a_merge_mode_that_keras_has_not_is_refused():
    forward = trace_layer(bidirectional(), INPUTS).forward
    with pytest.raises(ValueError, match=r"merge_mode must be one of .* not 'max'"):
        BidirectionalTrace(forward, forward, "max")
