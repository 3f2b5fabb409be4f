"""trace_model: what each recurrent layer gets inside real models."""

from __future__ import annotations

import keras
import numpy as np
import pytest
import tensorflow as tf
from keras import layers

from lstm_viz import BidirectionalTrace
from tests.engine.layers import ENGINES, random
from tests.engine.models import WORDS, X, assert_traced, stacked
from tests.engine.reference import assert_equal_to_keras


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


@pytest.mark.filterwarnings("ignore:Layer .* was passed an input with a mask")  # Keras's, of models inside models
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


class Looping(layers.Layer):
    """Runs a layer over each of the samples in a loop of TensorFlow's."""

    def __init__(self):
        super().__init__(name="looping")
        self.inner = layers.LSTM(4, return_sequences=True, name="inner")

    def build(self, input_shape):
        self.inner.build(input_shape)

    def call(self, inputs):
        return tf.map_fn(lambda sample: self.inner(sample[None])[0], inputs)

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], 4)


def test_a_layer_inside_a_loop_is_named_and_the_others_are_traced():
    model = keras.Sequential([keras.Input((None, 3)), Looping(), layers.LSTM(2, name="after")])
    trace = assert_traced(model, X, ["after"])
    assert trace.untraced == {
        "looping/inner": "layer 'looping/inner' runs inside a loop, out of which its values do not come."
    }


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


@pytest.mark.parametrize("engine", ENGINES)
def test_names_that_tensorflow_dislikes_are_traced(engine):
    inner = keras.Sequential([keras.Input((None, 3)), layers.GRU(4, return_sequences=True, name="층 1")], name="-inner")
    both = layers.Bidirectional(layers.LSTM(3, name="앞"), name="내 LSTM")
    model = keras.Sequential([keras.Input((None, 3)), inner, both, layers.Dense(2, name="%")], name="my model (1)")
    assert_traced(model, X, ["-inner/층 1", "내 LSTM"], engine=engine)
    assert all("_open_name_scope" not in vars(layer) for layer in (model, inner, both, *model.layers))
