"""Which engine `auto` takes, and what it costs."""

from __future__ import annotations

import subprocess
import sys

import keras
import numpy as np
import pytest

from lstm_viz import trace_layer
from lstm_viz.engine import numpy_engine
from lstm_viz.engine.keras import engine as keras_engine
from lstm_viz.engine.keras.engine import _padded
from tests.engine.layers import INPUTS, layer
from tests.support import source


@pytest.fixture
def used(monkeypatch):
    """The engines in the order in which they were asked."""
    names: list[str] = []
    for name, engine in (("numpy", numpy_engine), ("keras", keras_engine)):

        def run(*arguments, _run=engine.run, _name=name, **options):
            names.append(_name)
            return _run(*arguments, **options)

        monkeypatch.setattr(engine, "run", run)
    return names


def test_small_work_is_numpys_and_large_work_is_keras(used):
    large = keras.layers.GRU(64)
    large.build((1, 1500, 16))
    trace_layer(layer("LSTM"), INPUTS)
    trace_layer(large, np.zeros((1, 10, 16)))
    trace_layer(large, np.zeros((1, 1500, 16)))
    assert used == ["numpy", "numpy", "keras"]


def test_an_engine_that_is_named_is_taken(used):
    for engine in ("numpy", "keras"):
        trace_layer(layer("LSTM"), INPUTS, engine=engine)
    assert used == ["numpy", "keras"]


@pytest.mark.parametrize("samples", [4, 5])
def test_both_halves_of_a_large_batch_are_recorded_in_their_order(samples, monkeypatch):
    monkeypatch.setattr(keras_engine, "HALVED", 0)
    draw = np.random.default_rng(0)
    inputs = draw.normal(size=(samples, *INPUTS.shape[1:])).astype("float32")
    mask = np.arange(inputs.shape[1]) < draw.integers(1, inputs.shape[1], (samples, 1))
    states = [draw.normal(size=(samples, layer("LSTM").units)).astype("float32") for _ in range(2)]
    traces = [
        trace_layer(layer("LSTM", go_backwards=True), inputs, initial_state=states, mask=mask, engine=engine)
        for engine in ("keras", "numpy")
    ]
    for name, signal in traces[0].signals.items():
        assert not signal.flags.writeable
        np.testing.assert_allclose(signal, traces[1].signals[name], atol=1e-6)


def test_weights_without_a_layer_are_traced_without_tensorflow_however_large():
    code = """
import sys
import numpy as np
from lstm_viz import RecurrentWeights, trace_layer
weights = RecurrentWeights("lstm", np.ones((16, 256)), np.ones((64, 256)))
trace_layer(weights, np.zeros((1, 1000, 16)))
print(sorted({"keras", "tensorflow", "streamlit", "pandas"} & set(sys.modules)))
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=source.ROOT, capture_output=True, text=True, timeout=60)
    assert done.stdout.strip() == "[]", done.stderr


def test_few_lengths_are_compiled_and_little_is_added():
    lengths = {time: _padded(np.zeros((1, time, 1))).shape[1] for time in range(1, 4097)}
    for start in (64, 128, 256, 512, 1024, 2048):
        assert len({lengths[time] for time in range(start + 1, 2 * start + 1)}) <= 9
    assert all(time <= length <= max(time + 7, 1.125 * time + 1) for time, length in lengths.items())
