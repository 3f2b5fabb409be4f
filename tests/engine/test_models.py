"""trace_model: what each recurrent layer gets inside real models, and what it leaves alone."""

from __future__ import annotations

import threading

import keras
import numpy as np
import pytest
from keras import layers

from lstm_viz import BidirectionalTrace, trace_model
from lstm_viz.keras_model import max_error
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


@pytest.mark.parametrize("engine", ["auto", "numpy", "keras"])
def test_a_stack_with_masks_wrappers_and_dropout(engine):
    model = stacked()
    trace = assert_traced(model, X, ["first", "second", "third"], engine=engine)
    np.testing.assert_array_equal(trace.layers["first"].mask, X.any(axis=-1))
    assert isinstance(trace.layers["second"], BidirectionalTrace)
    assert_equal_to_keras(
        trace.layers["second"].forward.inputs, trace.layers["first"].keras_outputs(return_sequences=True)
    )


def test_an_embeddings_mask_reaches_every_layer():
    text = [
        keras.Input((None,)),
        layers.Embedding(9, 4, mask_zero=True),
        layers.Bidirectional(layers.LSTM(3), name="both"),
    ]
    trace = assert_traced(keras.Sequential([*text, layers.Dense(1)]), WORDS, ["both"])
    for half in trace.layers["both"]:
        np.testing.assert_array_equal(half.mask, WORDS != 0)


def test_an_encoder_gives_its_states_to_a_decoder():
    source, target = keras.Input((None, 3)), keras.Input((None, 2))
    _, h, c = layers.LSTM(4, return_state=True, name="encoder")(layers.Masking()(source))
    decoder = layers.LSTM(4, return_sequences=True, name="decoder")
    model = keras.Model([source, target], layers.Dense(2)(decoder(layers.Masking()(target), initial_state=[h, c])))
    trace = assert_traced(model, [X, np.zeros((2, 5, 2))], ["encoder", "decoder"])
    for given, final in zip(trace.layers["decoder"].initial_state, trace.layers["encoder"].final_state, strict=True):
        assert_equal_to_keras(given, final)
    assert trace.layers["encoder"].mask is not None
    assert trace.layers["decoder"].mask is None  # Keras drops the mask of a layer that is given a state


def test_a_shared_layer_is_traced_each_time_it_runs():
    shared, a, b = layers.LSTM(4, name="shared"), keras.Input((None, 3), name="a"), keras.Input((None, 3), name="b")
    model = keras.Model({"a": a, "b": b}, {"sum": layers.add([shared(a), shared(b)]), "first": shared(a)})
    trace = assert_traced(model, {"a": X, "b": X[:, 2:5]}, ["shared", "shared:2", "shared:3"])
    assert sorted(run.steps for run in trace.layers.values()) == [3, 7, 7]


def test_layers_shared_with_another_model_are_traced_in_this_one():
    recurrent, a, b = layers.GRU(4, name="gru"), keras.Input((None, 3)), keras.Input((4, 3))
    keras.Model(b, recurrent(b))
    assert_traced(keras.Model(a, recurrent(a)), X, ["gru"])


def test_models_inside_models_are_looked_into():
    deepest = keras.Sequential(
        [keras.Input((None, 3)), layers.GRU(4, return_sequences=True, name="gru")], name="deepest"
    )
    inner_input = keras.Input((None, 3))
    inner = keras.Model(
        inner_input, layers.LSTM(2, return_sequences=True, name="lstm")(deepest(inner_input)), name="inner"
    )
    outer_input = keras.Input((None, 3))
    model = keras.Model(outer_input, layers.LSTM(2, name="lstm")(inner(layers.Masking()(outer_input))))
    assert_traced(model, X, ["inner/deepest/gru", "inner/lstm", "lstm"])


def test_a_layer_inside_timedistributed_is_traced_at_each_outer_step():
    each = layers.TimeDistributed(layers.LSTM(4, name="word"), name="each")
    model = keras.Sequential([keras.Input((3, 5, 2)), each, layers.LSTM(2, name="sentence")])
    assert_traced(model, random(2, 3, 5, 2), ["each/word", "each/word:2", "each/word:3", "sentence"])


def test_a_layer_inside_a_loop_is_named_and_the_others_are_traced():
    each = layers.TimeDistributed(layers.LSTM(4, name="word"), name="each")
    model = keras.Sequential([keras.Input((None, 5, 2)), each, layers.LSTM(2, name="sentence")])
    trace = trace_model(model, random(2, 3, 5, 2))
    assert "sentence" in trace.layers
    assert trace.max_error <= 1e-6


def test_every_output_of_a_layer_counts():
    both = layers.Bidirectional(layers.LSTM(3, return_sequences=True, return_state=True), merge_mode=None, name="both")
    entry = keras.Input((None, 3))
    trace = assert_traced(keras.Model(entry, both(layers.Masking()(entry))), X, ["both"])
    assert len(trace.outputs) == 6


def test_a_subclassed_model_is_traced_too():
    class Own(keras.Model):
        def __init__(self):
            super().__init__()
            self.recurrent, self.head = layers.LSTM(3, name="recurrent"), layers.Dense(1)

        def call(self, inputs):
            return self.head(self.recurrent(inputs))

    model = Own()
    model(X)
    assert_traced(model, X, ["recurrent"])


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


def test_two_threads_may_trace_one_model():
    model, found = stacked(), {}

    def trace(number):
        found[number] = trace_model(model, number * X)

    threads = [threading.Thread(target=trace, args=[number]) for number in (1, 2, 3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for number, trace in found.items():
        np.testing.assert_array_equal(trace.layers["first"].inputs, number * X)
        assert trace.max_error <= 1e-6


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
    model = keras.Sequential([keras.Input((None, 3)), layers.LSTM(4), layers.Dense(1)])
    exact = trace_model(model, X).max_error
    inner_loop = keras.layers.LSTM.inner_loop

    def other(self, *arguments, **options):
        last, outputs, states = inner_loop(self, *arguments, **options)
        return last + 0.25, outputs, states

    monkeypatch.setattr(keras.layers.LSTM, "inner_loop", other)
    assert exact <= 1e-6
    assert trace_model(model, X).max_error == pytest.approx(0.25, rel=0.5)


def test_nan_is_an_error_only_where_one_alone_has_it():
    nan, one = np.array([np.nan, 1.0]), np.array([1.0, 1.0])
    assert max_error([nan], [nan]) == 0
    assert max_error([nan], [one]) == np.inf
    assert max_error([one, {"a": one}], [one, {"a": one + 0.5}]) == 0.5
