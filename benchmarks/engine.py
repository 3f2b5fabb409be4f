"""All six signals of an LSTM's trace against the plain Keras layer, which gives one."""

import statistics
import time
from collections.abc import Callable

import keras
import numpy as np
import tensorflow as tf

from benchmarks.row import Row
from lstm_viz import trace_layer

# (batch, time, features, units) → budget
SIZES = {
    (1, 5, 5, 20): 1.0,
    (1, 100, 8, 32): 1.0,
    (8, 100, 16, 64): 1.0,
    (32, 128, 64, 128): 1.0,
    (64, 512, 64, 256): 1.0,
    (1, 5000, 16, 64): 0.2,
}
SECONDS = 3.0  # for each size, both together; compiling comes on top


def rows() -> list[Row]:
    """One row for each size."""
    return [_row(size, budget) for size, budget in SIZES.items()]


def _row(size: tuple[int, int, int, int], budget: float) -> Row:
    batch, steps, features, units = size
    inputs = np.random.default_rng(0).normal(size=(batch, steps, features)).astype("float32")
    layer = keras.layers.LSTM(units, return_sequences=True)
    layer.build(inputs.shape)
    plain = tf.function(layer, autograph=False)
    ours, theirs = side_by_side(lambda: trace_layer(layer, inputs), lambda: plain(inputs).numpy())
    detail = f"{ours * 1e3:.2f} ms against {theirs * 1e3:.2f} ms"
    return Row(f"trace_layer, LSTM {size}", "plain LSTM in a tf.function", ours / theirs, budget, detail)


def side_by_side(*functions: Callable[[], object]) -> list[float]:
    """Median seconds of each function, called in turns after two calls to warm up."""
    for function in functions * 2:
        function()
    seconds: list[list[float]] = [[] for _ in functions]
    end = time.perf_counter() + SECONDS
    while time.perf_counter() < end or len(seconds[0]) < 5:
        for function, times in zip(functions, seconds, strict=True):
            start = time.perf_counter()
            result = function()
            times.append(time.perf_counter() - start)
            del result  # not in the time: a caller keeps it
    return [statistics.median(times) for times in seconds]
