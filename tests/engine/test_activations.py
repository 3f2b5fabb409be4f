"""Keras's activations in numpy, and functions of one's own."""

from __future__ import annotations

import keras
import numpy as np
import pytest
import tensorflow as tf

from lstm_viz import RecurrentWeights, trace_layer
from lstm_viz.engine.activations import ACTIVATIONS, activation
from lstm_viz.engine.keras import activations as of_keras
from tests.engine.layers import INPUTS, MASK, UNITS, build, random
from tests.engine.reference import assert_equal_to_keras, reference_signals

WIDE = np.concatenate([np.linspace(-12, 12, 4801), [0.0, -0.0, -90, 90]], dtype="float32").reshape(5, -1)


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_equal_to_keras(name):
    values = np.minimum(WIDE, 2) if name == "exponential" else WIDE  # exp(90) has no absolute 1e-6
    # SELU's, SiLU's and others' values of 90 are exact to a few units of the last digit, which is 8e-6 there.
    np.testing.assert_allclose(activation(name)(values), of_keras.activation(name)(values), rtol=2e-7, atol=1e-6)


def test_the_hard_sigmoid_of_keras_1_and_2_is_another_in_both_engines():
    values = np.array([-3, -2.5, -1, 0, 0.5, 2.5, 3], "float32")
    for function in (activation("hard_sigmoid_keras2"), of_keras.activation("hard_sigmoid_keras2")):
        np.testing.assert_allclose(function(values), [0, 0, 0.3, 0.5, 0.6, 1, 1], atol=1e-7)
    weights = RecurrentWeights("lstm", random(4, 12), random(3, 12, seed=1), recurrent_activation="hard_sigmoid_keras2")
    reference = reference_signals(weights, INPUTS)["hidden"]
    for engine in ("numpy", "keras"):
        assert_equal_to_keras(trace_layer(weights, INPUTS, engine=engine).hidden, reference)


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_keeps_shape_and_type_and_its_argument(name):
    values = random(3, 4)
    before = values.copy()
    result = activation(name)(values)
    assert (result.shape, result.dtype) == (values.shape, values.dtype)
    np.testing.assert_array_equal(values, before)


def test_an_unknown_name_lists_the_known():
    with pytest.raises(
        ValueError, match="activation 'swoosh' is not known to the numpy engine, which has linear, tanh"
    ):
        activation("swoosh")


def leaky(x):
    return keras.ops.where(x > 0, x, 0.5 * keras.ops.tanh(x))


def tanh(x):
    """Not Keras's, in spite of its name."""
    return 0.5 * keras.ops.tanh(x)


def in_python(x):
    """XLA cannot compile it."""
    return tf.ensure_shape(tf.numpy_function(lambda values: values / 3, [x], tf.float32), x.shape)


OWN = {
    "function": leaky,
    "name of Keras's": tanh,
    "lambda": lambda x: x / 3,
    "beyond XLA": in_python,
    "layer": keras.layers.LeakyReLU(negative_slope=0.4),
}


@pytest.mark.parametrize("own", OWN.values(), ids=OWN)
@pytest.mark.parametrize("kind", [keras.layers.LSTM, keras.layers.GRU, keras.layers.SimpleRNN])
def test_a_function_of_ones_own_is_traced_by_keras(kind, own):
    traced = build(kind(UNITS, activation=own, return_sequences=True))
    trace = trace_layer(traced, INPUTS, mask=MASK)
    assert_equal_to_keras(trace.keras_outputs(return_sequences=True), traced(INPUTS, mask=MASK))
    with pytest.raises(ValueError, match="is not known to the numpy engine"):
        trace_layer(traced, INPUTS, engine="numpy")


def test_a_recurrent_activation_of_ones_own_is_traced_by_keras():
    traced = build(keras.layers.GRU(UNITS, recurrent_activation=lambda x: keras.ops.clip(x, 0, 1)))
    assert_equal_to_keras(trace_layer(traced, INPUTS).keras_outputs(), traced(INPUTS))


def test_weights_without_a_layer_with_an_activation_that_only_keras_has():
    traced = build(keras.layers.SimpleRNN(UNITS, activation="squareplus"))
    kernel, recurrent_kernel, bias = traced.get_weights()
    weights = RecurrentWeights("simple_rnn", 0.1 * kernel, 0.1 * recurrent_kernel, bias, activation="squareplus")
    traced.set_weights([0.1 * kernel, 0.1 * recurrent_kernel, bias])
    assert_equal_to_keras(trace_layer(weights, INPUTS).keras_outputs(), traced(INPUTS))
