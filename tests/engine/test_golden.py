"""The numbers of tutorials on Keras's LSTM that this project exists to make visible."""

from __future__ import annotations

import keras
import numpy as np
import pytest
from numpy.testing import assert_allclose

from lstm_viz import trace_layer, trace_model
from lstm_viz.engine.keras.layers import recurrent_weights
from tests.engine.layers import ENGINES, listed

INPUTS = np.array(
    [[[0.1, 4.2, 1.5, 1.1, 2.8], [1.0, 3.1, 2.5, 0.7, 1.1], [0.3, 2.1, 1.5, 2.1, 0.1], [2.2, 1.4, 0.5, 0.9, 1.1]]]
)
FORWARD_H = [0.35906, 0.55111, 0.59116, 0.63031]
BACKWARD_H = [0.70387, 0.58864, 0.39517, 0.21942]
FORWARD_C, BACKWARD_C = 1.57071, 1.64024

pytestmark = pytest.mark.parametrize("engine", ENGINES)


def constant_lstm(**options):
    return keras.layers.LSTM(3, kernel_initializer=tenth(), recurrent_initializer=tenth(), **options)


def tenth():
    return keras.initializers.Constant(0.1)


def traced(layer, engine):
    layer.build((1, 4, 5))
    return trace_layer(layer, INPUTS, engine=engine)


def per_unit(*numbers):
    """All units are equal: each number three times."""
    return np.repeat(numbers, 3)


def assert_quoted(actual, quoted):
    """The quoted numbers have five digits."""
    assert_allclose(np.ravel(actual), np.ravel(quoted), rtol=0, atol=0.000005)


def test_hidden_state_at_every_step(engine):
    assert_quoted(traced(constant_lstm(), engine).hidden, per_unit(*FORWARD_H))


def test_backwards_the_hidden_state_is_aligned_to_the_input(engine):
    trace = traced(constant_lstm(go_backwards=True), engine)
    assert_quoted(trace.hidden, per_unit(*BACKWARD_H))
    assert_quoted(trace.keras_outputs(return_sequences=True), per_unit(*BACKWARD_H[::-1]))


def test_return_state_gives_output_last_h_and_last_c(engine):
    output, h, c = traced(constant_lstm(), engine).keras_outputs(return_state=True)
    assert [array.shape for array in (output, h, c)] == [(1, 3)] * 3
    assert_quoted(output, per_unit(FORWARD_H[-1]))
    assert_quoted(h, per_unit(FORWARD_H[-1]))
    assert_quoted(c, per_unit(FORWARD_C))


def test_the_last_step_of_the_sequence_is_h_and_never_c(engine):
    trace = traced(constant_lstm(), engine)
    output, h, c = trace.keras_outputs(return_sequences=True, return_state=True)
    assert (output.shape, h.shape, c.shape) == ((1, 4, 3), (1, 3), (1, 3))
    np.testing.assert_array_equal(output[:, -1], h)
    assert np.abs(output[:, -1] - c).min() > 0.9


def test_bidirectional_returns_five_tensors(engine):
    trace = traced(keras.layers.Bidirectional(constant_lstm()), engine)
    returned = trace.keras_outputs(return_state=True)
    assert [array.shape for array in returned] == [(1, 6), (1, 3), (1, 3), (1, 3), (1, 3)]
    numbers = [FORWARD_H[-1], BACKWARD_H[0], FORWARD_H[-1], FORWARD_C, BACKWARD_H[0], BACKWARD_C]
    assert_quoted(np.concatenate(returned, axis=1), per_unit(*numbers))


def test_a_bidirectionals_single_output_is_not_the_last_of_its_sequence(engine):
    trace = traced(keras.layers.Bidirectional(constant_lstm()), engine)
    assert_quoted(trace.keras_outputs(), per_unit(0.63031, 0.70387))
    assert_quoted(trace.keras_outputs(return_sequences=True)[:, -1], per_unit(0.63031, 0.21942))


def test_shapes_of_a_many_to_one_and_a_many_to_many_model(engine):
    inputs = np.zeros((32, 25, 1))
    for sequences, shape in ((False, (32, 20)), (True, (32, 25, 20))):
        for head in (keras.layers.Dense(10), keras.layers.TimeDistributed(keras.layers.Dense(10))):
            if not sequences and isinstance(head, keras.layers.TimeDistributed):
                continue
            recurrent = keras.layers.LSTM(20, return_sequences=sequences, name="lstm")
            traced = trace_model(keras.Sequential([keras.Input((25, 1)), recurrent, head]), inputs, engine=engine)
            assert traced.layers["lstm"].keras_outputs(return_sequences=sequences).shape == shape
            assert traced.outputs.shape == (*shape[:-1], 10)


def test_columns_are_input_forget_candidate_output(engine):
    layer = constant_lstm(use_bias=True, unit_forget_bias=True)
    trace = traced(layer, engine)
    gates = ("input_gate", "forget_gate", "candidate", "output_gate")
    assert [trace.weights.columns(gate).start for gate in gates] == [0, 3, 6, 9]
    # The bias of 1 is where the forget gate is, and there alone: at the first step the gates differ by it.
    np.testing.assert_array_equal(trace.weights.bias, [0, 0, 0, 1, 1, 1, 0, 0, 0, 0, 0, 0])
    logit = np.log(trace.forget_gate / (1 - trace.forget_gate)) - np.log(trace.input_gate / (1 - trace.input_gate))
    assert_allclose(logit, 1, atol=1e-5)


def test_a_gru_resets_after_and_has_two_biases(engine):
    layer = keras.layers.GRU(3)
    trace = traced(layer, engine)
    assert trace.weights.reset_after
    assert trace.weights.bias.shape == (2, 9)
    assert [trace.weights.columns(gate).start for gate in ("update_gate", "reset_gate", "candidate")] == [0, 3, 6]
    assert len(listed(trace.keras_outputs(return_state=True))) == 2


def test_a_masked_step_repeats_h_and_c(engine):
    layer = constant_lstm()
    layer.build((1, 4, 5))
    trace = trace_layer(layer, INPUTS, mask=[[True, True, False, True]], engine=engine)
    assert_quoted(trace.hidden[:, :3], per_unit(0.35906, 0.55111, 0.55111))
    np.testing.assert_array_equal(trace.cell[:, 2], trace.cell[:, 1])
    assert recurrent_weights(layer).kind == "lstm"
