"""The way back through a layer, against the tape of TensorFlow."""

from __future__ import annotations

import keras
import numpy as np
import pytest
import tensorflow as tf

from lstm_viz import trace_layer
from lstm_viz.engine.activations import ACTIVATIONS, HARD_SIGMOID_OF_KERAS_2
from lstm_viz.engine.gradients import SLOPES, has_slopes, input_gradient
from lstm_viz.engine.keras import activations as of_keras
from lstm_viz.engine.keras.layers import recurrent_weights
from tests.engine.layers import INPUTS, KINDS, MASK, layer, random, states

CELLS = {
    "LSTM": ("LSTM", {}),
    "LSTM, other activations": ("LSTM", {"activation": "softsign", "recurrent_activation": "silu", "use_bias": False}),
    "GRU": ("GRU", {}),
    "GRU, reset before": ("GRU", {"reset_after": False}),
    "GRU, other activations": ("GRU", {"activation": "gelu", "recurrent_activation": "hard_sigmoid"}),
    "SimpleRNN": ("SimpleRNN", {}),
    "SimpleRNN, relu": ("SimpleRNN", {"activation": "relu"}),
}
BY_HIDDEN = random(*MASK.shape, 5, seed=20)


def of_tape(of, inputs, initial, mask):
    """The gradients by the inputs and the initial states, of a weighted sum of all outputs and of the last states."""
    given, start = tf.constant(inputs), [tf.constant(state) for state in initial]
    with tf.GradientTape() as tape:
        tape.watch([given, *start])
        output, *last = of(given, initial_state=start, mask=mask)
        order = -1 if of.go_backwards else 1
        number = tf.reduce_sum(output * BY_HIDDEN[:, ::order].astype(inputs.dtype))
        number += sum(tf.reduce_sum(state * (2.0 + place)) for place, state in enumerate(last))
    return tape.gradient(number, [given, *start])


@pytest.mark.parametrize("mask", [None, MASK], ids=["all", "masked"])
@pytest.mark.parametrize("backwards", [False, True], ids=["forwards", "backwards"])
@pytest.mark.parametrize("cell", CELLS)
def test_a_gradient_is_that_of_the_tape_in_float64(cell, backwards, mask):
    kind, options = CELLS[cell]
    options = {**options, "go_backwards": backwards, "return_sequences": True, "return_state": True}
    ours, initial = layer(kind, **options), states(layer(kind, **options))
    exact = KINDS[kind](5, dtype="float64", **options)
    exact.build(INPUTS.shape)
    exact.set_weights(ours.get_weights())
    wide = [state.astype(float) for state in initial]
    expected = of_tape(exact, INPUTS.astype(float), wide, mask)
    trace = trace_layer(recurrent_weights(ours), INPUTS, initial_state=initial, mask=mask)
    # At a masked step Keras repeats the output before it, and returns zeros before the first that is read.
    shown = np.ones_like(BY_HIDDEN) if mask is None else _shown(mask, backwards)
    last = tuple(np.full(state.shape, 2.0 + place) for place, state in enumerate(initial))
    by_inputs, by_states = input_gradient(trace, BY_HIDDEN * shown, last)
    for one, other in zip((by_inputs, *by_states), expected, strict=True):
        np.testing.assert_allclose(one, other, rtol=1e-5, atol=1e-6)


def test_a_masked_nan_has_no_gradient():
    inputs = np.where(MASK[..., None], INPUTS, np.nan)
    weights = recurrent_weights(layer("LSTM"))
    by_inputs, _ = input_gradient(trace_layer(weights, inputs, mask=MASK), BY_HIDDEN)
    expected, _ = input_gradient(trace_layer(weights, INPUTS, mask=MASK), BY_HIDDEN)
    np.testing.assert_array_equal(by_inputs, expected)


def _shown(mask, backwards):
    order = slice(None, None, -1 if backwards else 1)
    return np.maximum.accumulate(mask[:, order], axis=1)[:, order, None]


@pytest.mark.parametrize("name", SLOPES)
def test_a_slope_is_that_of_the_tape(name):
    # Not at the corners themselves, where a slope is a matter of taste.
    values = np.linspace(-8, 8, 321) + 0.0123
    given = tf.constant(values)
    with tf.GradientTape() as tape:
        tape.watch(given)
        of = of_keras.activation(name)(given) if name == HARD_SIGMOID_OF_KERAS_2 else keras.activations.get(name)(given)
    np.testing.assert_allclose(SLOPES[name](values), tape.gradient(of, given), rtol=1e-6, atol=1e-6)


def test_all_activations_of_single_numbers_have_a_slope():
    assert set(ACTIVATIONS) - set(SLOPES) == {"softmax", "log_softmax"}
    assert has_slopes(recurrent_weights(layer("LSTM")))
    assert not has_slopes(recurrent_weights(layer("LSTM", activation="softmax")))
