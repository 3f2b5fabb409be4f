"""How far a trace is from the exact values: at most twice as far as Keras, also on trained layers of 200 units."""

import keras
import numpy as np
import pytest
import tensorflow as tf
from keras import layers

from lstm_viz import trace_layer, trace_model
from lstm_viz.engine.keras.from_weights import CLASSES
from lstm_viz.engine.keras.layers import recurrent_weights
from lstm_viz.engine.numpy_engine import SummedInBlocks
from tests.engine.reference import reference_signals
from tests.support.eagerly import eagerly

UNITS, STEPS = 200, 1000


def trained(kind: str) -> keras.layers.Layer:
    """A layer of 200 units, trained to add the marked numbers of a sequence: its weights have left their start."""
    draw = np.random.default_rng(1)
    inputs = draw.random((256, 20, 2)).astype("float32")
    inputs[..., 1] = inputs[..., 1] > 0.9
    targets = (inputs[..., 0] * inputs[..., 1]).sum(axis=1, keepdims=True)
    uniform, orthogonal = keras.initializers.GlorotUniform(seed=1), keras.initializers.Orthogonal(seed=1)
    layer = CLASSES[kind](UNITS, kernel_initializer=uniform, recurrent_initializer=orthogonal)
    model = keras.Sequential([keras.Input((None, 2)), layer, layers.Dense(1, kernel_initializer=uniform)])
    model.compile(keras.optimizers.Adam(0.003, clipnorm=1.0), "mse")
    before = layer.get_weights()[1]
    with eagerly():
        model.fit(inputs, targets, batch_size=64, shuffle=False, verbose=0)
    assert np.abs(layer.get_weights()[1] - before).max() > 0.005
    layer.return_sequences = True
    return layer


def distance(values, exact) -> float:
    return float(np.abs(values - exact).max())


@pytest.mark.parametrize("kind", CLASSES)
def test_a_long_trace_is_as_near_to_the_exact_values_as_keras_is(kind):
    layer = trained(kind)
    inputs = np.random.default_rng(2).random((1, STEPS, 2)).astype("float32")
    exact = reference_signals(recurrent_weights(layer), inputs)["hidden"]
    theirs = distance(np.asarray(tf.function(layer)(inputs)), exact)
    for engine in ("numpy", "keras"):
        assert distance(trace_layer(layer, inputs, engine=engine).hidden, exact) <= 2 * theirs


def test_the_units_of_a_large_layer_are_summed_in_blocks():
    """Where a processor's product adds all units up in one float32 number, this is what keeps a trace near."""
    draw = np.random.default_rng(4)
    state, kernel = (draw.normal(size=size).astype("float32") for size in ((3, 200), (200, 600)))
    in_blocks = kernel.view(SummedInBlocks)
    parts = [state[:, start : start + 64] @ kernel[start : start + 64] for start in range(0, 200, 64)]
    assert ((state @ in_blocks) == parts[0] + parts[1] + parts[2] + parts[3]).all()
    assert type(state @ in_blocks) is np.ndarray
    assert isinstance(in_blocks[:, 200:400], SummedInBlocks)  # a GRU's gates


@pytest.mark.parametrize("name", ["a layer with blanks", "은닉층 1", "한 층", "~tilde", "-minus", "(brackets)"])
def test_any_name_that_keras_takes_is_traced(name):
    given = np.random.default_rng(3).normal(size=(2, 4, 3)).astype("float32")
    inner = keras.Sequential([keras.Input((4, 3)), layers.LSTM(2, name=name)], name=f"in {name}")
    model = keras.Sequential([keras.Input((4, 3)), inner, layers.Dense(2)], name=f"모델 {name}")
    trace = trace_model(model, given)
    assert trace.max_error <= 1e-6
    assert list(trace.layers) == [f"in {name}/{name}"]
    for engine in ("numpy", "keras"):
        assert trace_layer(inner.layers[0], given, engine=engine).units == 2
