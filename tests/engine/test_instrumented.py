"""The instrumented layer: signals as tensors, with the weights and the gradients of the traced layer."""

from __future__ import annotations

import keras
import numpy as np
import pytest
import tensorflow as tf

from lstm_viz import trace_layer
from lstm_viz.engine.keras.cell import InstrumentedLayer
from tests.engine.layers import ENGINES, FEATURES, INPUTS, KINDS, MASK, TIME, UNITS, build, layer, states
from tests.engine.reference import assert_equal_to_keras

CELLS = [("LSTM", {}), ("GRU", {}), ("GRU", {"reset_after": False, "use_bias": False}), ("SimpleRNN", {})]


@pytest.mark.parametrize("backwards", [False, True])
@pytest.mark.parametrize(("kind", "options"), CELLS)
def test_its_signals_are_the_traces(kind, options, backwards):
    traced = layer(kind, **options, go_backwards=backwards)
    for mask, initial_state in ((None, None), (MASK, states(traced))):
        signals = InstrumentedLayer(traced)(INPUTS, initial_state=initial_state, mask=mask)
        trace = trace_layer(traced, INPUTS, initial_state=initial_state, mask=mask, engine="numpy")
        assert list(signals) == list(trace.signals)
        for name, tensor in signals.items():
            assert_equal_to_keras(trace.signals[name], tensor)


def gradients(output_of, layer):
    with tf.GradientTape() as tape:
        loss = tf.reduce_sum(output_of(INPUTS) ** 2)
    return tape.gradient(loss, [weight.value for weight in layer.trainable_weights])


@pytest.mark.parametrize("mask", [None, MASK], ids=["", "mask"])
@pytest.mark.parametrize(("kind", "options"), CELLS)
def test_its_gradients_are_the_plain_layers(kind, options, mask):
    plain = layer(kind, **options)
    plain.return_sequences, plain.return_state = False, True
    instrumented = InstrumentedLayer(plain)
    wanted = gradients(lambda inputs: plain(inputs, mask=mask)[1], plain)
    got = gradients(lambda inputs: instrumented(inputs, mask=mask)["hidden"][:, -1], instrumented)
    assert len(got) == len(plain.trainable_weights)
    for ours, theirs in zip(got, wanted, strict=True):
        np.testing.assert_allclose(ours, theirs, rtol=0, atol=2e-6 * np.abs(theirs).max())


def test_what_is_trained_through_it_the_layer_knows():
    traced = build(KINDS["LSTM"](UNITS, return_sequences=True))
    before = [np.array(weight.numpy()) for weight in traced.weights]
    earlier = trace_layer(traced, INPUTS)
    inputs = keras.Input((TIME, FEATURES))
    model = keras.Model(inputs, keras.layers.Dense(1)(InstrumentedLayer(traced)(inputs)["cell"]))
    model.compile(keras.optimizers.Adam(0.01), "mse")
    model.fit(INPUTS, np.ones((len(INPUTS), TIME, 1)), epochs=2, verbose=0)
    assert all(np.abs(weight.numpy() - old).max() > 1e-3 for weight, old in zip(traced.weights, before, strict=True))
    for engine in ENGINES:
        after = trace_layer(traced, INPUTS, engine=engine)
        assert_equal_to_keras(after.keras_outputs(return_sequences=True), traced(INPUTS))
    np.testing.assert_array_equal(earlier.weights.kernel, before[0])


@pytest.mark.parametrize("engine", ENGINES)
def test_a_trace_follows_training_of_the_layer(engine):
    traced = KINDS["GRU"](UNITS)
    model = keras.Sequential([keras.Input((TIME, FEATURES)), traced, keras.layers.Dense(1)])
    first = trace_layer(traced, INPUTS, engine=engine)
    kept = first.weights.recurrent_kernel.copy(), first.hidden.copy()
    model.compile(keras.optimizers.SGD(0.5), "mse")
    model.fit(INPUTS, np.ones((len(INPUTS), 1)), epochs=2, verbose=0)
    second = trace_layer(traced, INPUTS, engine=engine)
    assert np.abs(second.hidden - first.hidden).max() > 1e-3
    assert_equal_to_keras(second.keras_outputs(), traced(INPUTS))
    np.testing.assert_array_equal(first.weights.recurrent_kernel, kept[0])
    np.testing.assert_array_equal(first.hidden, kept[1])


def test_it_has_no_weights_of_its_own():
    traced = layer("LSTM")
    instrumented = InstrumentedLayer(traced)
    instrumented(INPUTS)
    assert [id(weight) for weight in instrumented.weights] == [id(weight) for weight in traced.weights]


def test_a_bidirectional_is_named():
    both = build(keras.layers.Bidirectional(KINDS["LSTM"](UNITS), name="both"))
    with pytest.raises(TypeError, match="'both' is a Bidirectional: instrument its forward_layer and backward_layer"):
        InstrumentedLayer(both)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("engine", ENGINES)
def test_a_stateful_layer_is_read_and_left_alone(kind, engine):
    traced = build(KINDS[kind](UNITS, stateful=True), batch=len(INPUTS))
    traced(INPUTS)
    kept = [state.numpy() for state in traced.states]
    assert np.abs(kept[0]).max() > 0.01
    trace = trace_layer(traced, INPUTS, engine=engine)
    for ours, before, now in zip(trace.initial_state, kept, traced.states, strict=True):
        np.testing.assert_array_equal(ours, before)
        np.testing.assert_array_equal(now.numpy(), before)
    given = trace_layer(traced, INPUTS, engine=engine, initial_state=[0 * state for state in kept])
    assert not given.initial_state[0].any()
    assert_equal_to_keras(trace.keras_outputs(), traced(INPUTS))
    np.testing.assert_array_equal(trace.initial_state[0], kept[0])


@pytest.mark.parametrize("given", [False, True])
def test_the_mask_that_an_embedding_attaches_is_used_where_keras_uses_it(given):
    embedded = keras.layers.Embedding(9, FEATURES, mask_zero=True)(np.array([[0, 3, 4, 0, 5, 0]] * len(INPUTS)))
    traced = layer("LSTM")
    traced.return_sequences, traced.return_state = True, False
    arguments = {"initial_state": states(traced)} if given else {}
    trace = trace_layer(traced, embedded, **arguments)
    assert_equal_to_keras(trace.keras_outputs(return_sequences=True), traced(embedded, **arguments))
    assert (trace.mask is None) == given
