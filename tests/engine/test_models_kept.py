"""trace_model: what it leaves alone, what it refuses, what its error means."""

from __future__ import annotations

import threading

import keras
import numpy as np
import pytest
from keras import layers

from lstm_viz import trace_model
from lstm_viz.engine.keras.model import max_error
from tests.engine.layers import random
from tests.engine.models import X, assert_traced, stacked
from tests.engine.reference import assert_equal_to_keras


def test_stateful_layers_start_from_what_they_kept_and_keep_it():
    entry = keras.Input(batch_shape=(2, 7, 3))
    recurrent = layers.LSTM(4, stateful=True, return_sequences=True, name="one")
    both = layers.Bidirectional(layers.GRU(2, stateful=True), name="two")
    model = keras.Model(entry, both(recurrent(entry)))
    model(X)
    variables = [*recurrent.states, *both.forward_layer.states, *both.backward_layer.states]
    kept = [state.numpy() for state in variables]
    trace = trace_model(model, X)
    for state, before in zip(variables, kept, strict=True):
        np.testing.assert_array_equal(state.numpy(), before)
    given = [*trace.layers["one"].initial_state, *(half.initial_state[0] for half in trace.layers["two"])]
    for state, before in zip(given, kept, strict=True):
        np.testing.assert_array_equal(state, before)
    assert trace.max_error <= 1e-6
    assert_equal_to_keras(trace.outputs, model(X))


def test_the_model_is_left_as_it_was():
    model = stacked()
    weights, config = model.get_weights(), model.to_json()
    nodes = [len(layer._inbound_nodes) for layer in model.layers]
    trace_model(model, X)
    assert all("call" not in vars(layer) for layer in model.layers)
    assert [len(layer._inbound_nodes) for layer in model.layers] == nodes
    assert model.to_json() == config
    for before, after in zip(weights, model.get_weights(), strict=True):
        np.testing.assert_array_equal(before, after)


def test_the_model_is_left_as_it_was_when_it_fails():
    model = stacked()
    with pytest.raises(ValueError, match="nput"):
        trace_model(model, X[:, :, :2])
    assert all("call" not in vars(layer) for layer in model.layers)


class Pausing(layers.Layer):
    """Waits once, when it has been told to, so that a test can do something meanwhile."""

    def __init__(self):
        super().__init__()
        self.pause, self.entered, self.go_on = threading.Event(), threading.Event(), threading.Event()

    def call(self, inputs):
        if self.pause.is_set():
            self.pause.clear()
            self.entered.set()
            assert self.go_on.wait(60)
        return inputs


@pytest.fixture
def paused():
    """A model at its first layer inside trace_model, in another thread, and where its trace will be."""
    pausing, model, found = Pausing(), stacked(), []
    entry = keras.Input((None, 3))
    model = keras.Model(entry, model(pausing(entry)))
    pausing.pause.set()
    thread = threading.Thread(target=lambda: found.append(trace_model(model, X)))
    thread.start()
    assert pausing.entered.wait(60)
    yield model, pausing
    pausing.go_on.set()
    thread.join()
    (trace,) = found
    assert [name.split("/")[1] for name in trace.layers] == ["first", "second", "third"]
    assert trace.max_error <= 1e-6
    np.testing.assert_array_equal(trace.layers[next(iter(trace.layers))].inputs, X)


def test_another_thread_may_run_the_model_meanwhile(paused):
    model, pausing = paused
    during = model(2 * X).numpy()
    pausing.go_on.set()
    np.testing.assert_array_equal(during, model(2 * X).numpy())


def test_another_thread_may_trace_the_model_meanwhile(paused):
    model, pausing = paused
    traces = []
    thread = threading.Thread(target=lambda: traces.append(trace_model(model, 2 * X)))
    thread.start()
    thread.join(timeout=1)  # it waits for its turn; if it did not, it would now be through and have spoilt the other's
    pausing.go_on.set()
    thread.join()
    assert traces[0].max_error <= 1e-6
    assert len(traces[0].layers) == 3


def test_what_cannot_be_traced_is_named_and_the_rest_is_traced():
    entry = keras.Input((4, 6, 3, 1))
    film = layers.ConvLSTM2D(2, 2, name="film")(entry)
    model = keras.Model(entry, layers.LSTM(2, name="lstm")(layers.Reshape((-1, 2))(film)))
    trace = assert_traced(model, random(2, 4, 6, 3, 1), ["lstm"])
    assert list(trace.untraced) == ["film"]
    assert "'film' is ConvLSTM2D, which cannot be traced" in trace.untraced["film"]


def test_a_model_of_another_precision_is_refused():
    model = keras.Sequential([keras.Input((None, 3)), layers.LSTM(4, dtype="mixed_bfloat16", name="low")])
    with pytest.raises(ValueError, match=r"no layer of model .* can be traced. layer 'low' must compute in float32"):
        trace_model(model, X)


def test_other_things_are_refused():
    with pytest.raises(TypeError, match="model must be a Keras model, not LSTM; for a layer there is trace_layer"):
        trace_model(layers.LSTM(3), X)
    with pytest.raises(ValueError, match="has no weights yet"):
        trace_model(keras.Sequential([layers.LSTM(3)]), X)
    with pytest.raises(ValueError, match="It has no recurrent layer that runs"):
        trace_model(keras.Sequential([keras.Input((3,)), layers.Dense(3)]), X[:, 0])
    with pytest.raises(ValueError, match="engine must be one of"):
        trace_model(stacked(), X, engine="jax")


def test_a_layer_that_computes_something_else_shows_in_the_error(monkeypatch):
    model = keras.Sequential([keras.Input((None, 3)), layers.LSTM(4)])
    exact = trace_model(model, X).max_error
    inner_loop = keras.layers.LSTM.inner_loop

    def other(self, *arguments, **options):
        last, outputs, states = inner_loop(self, *arguments, **options)
        return last + 0.25, outputs, states

    monkeypatch.setattr(keras.layers.LSTM, "inner_loop", other)
    assert exact <= 1e-6
    assert trace_model(model, X).max_error == pytest.approx(0.25, abs=1e-6)


def test_nan_is_an_error_only_where_one_alone_has_it():
    nan, one = np.array([np.nan, 1.0]), np.array([1.0, 1.0])
    assert max_error([nan], [nan]) == 0
    assert max_error([nan], [one]) == np.inf
    assert max_error([one, {"a": one}], [one, {"a": one + 0.5}]) == 0.5
