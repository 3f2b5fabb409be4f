"""A model with masks, wrappers, dropout and every kind of layer, and what is run on it."""

from __future__ import annotations

import keras
import numpy as np
from keras import layers

from lstm_viz import trace_model
from tests.engine.layers import random
from tests.engine.reference import assert_equal_to_keras

X = random(2, 7, 3, seed=5)
X[0, :2] = X[1, 5:] = 0  # what a Masking layer skips
WORDS = np.array([[4, 2, 0, 0, 0], [1, 2, 3, 0, 4], [0, 0, 1, 2, 3]])


def assert_traced(model, inputs, names, **options):
    """Everything within 1e-6, and the outputs are the model's own."""
    trace = trace_model(model, inputs, **options)
    assert list(trace.layers) == names
    assert 0 <= trace.max_error <= 1e-6
    wanted = keras.tree.flatten(model(inputs, training=False))
    for ours, theirs in zip(keras.tree.flatten(trace.outputs), wanted, strict=True):
        assert isinstance(ours, np.ndarray)
        assert_equal_to_keras(ours, theirs)
    return trace


def stacked():
    return keras.Sequential(
        [
            keras.Input((None, 3)),
            layers.Masking(),
            layers.LSTM(4, return_sequences=True, dropout=0.5, name="first"),
            layers.Bidirectional(layers.GRU(3, return_sequences=True), merge_mode="sum", name="second"),
            layers.Dropout(0.5),
            layers.TimeDistributed(layers.Dense(2)),
            layers.SimpleRNN(4, name="third"),
            layers.Dense(2, activation="softmax"),
        ]
    )
