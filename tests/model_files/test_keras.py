"""Files of the installed Keras, in both formats: the outputs are Keras's own, and so is every trace."""

from __future__ import annotations

from functools import cache

import keras
import numpy as np
import pytest
from keras import layers

from lstm_viz import BidirectionalTrace, open_corpus, trace_corpus, trace_layer, trace_model
from lstm_viz.data import InputError
from tests.corpus.client import InThisProcess
from tests.engine.layers import random
from tests.engine.reference import assert_equal_to_keras
from tests.model_files.files import IDS, MASKED, X, opened, saved
from tests.support.eagerly import eagerly

Input, Sequential = keras.Input, keras.Sequential
FORMATS = (".keras", ".h5")


def sentiment():
    parts = [layers.Embedding(10, 4, mask_zero=True), layers.SpatialDropout1D(0.3), layers.LSTM(3)]
    return Sequential([Input((None,)), *parts, layers.Dropout(0.5), layers.Dense(1, activation="sigmoid")]), IDS


def without_input_layer():
    model = Sequential([layers.Embedding(10, 4), layers.Bidirectional(layers.LSTM(3)), layers.Dense(1)])
    model(IDS)
    return model, IDS


def prices():
    parts = [layers.LSTM(4, return_sequences=True), layers.Dropout(0.2), layers.LSTM(3, return_sequences=True)]
    return Sequential([Input((6, 3)), *parts, layers.GRU(2), layers.Dense(1)]), X


def masked():
    parts = [layers.Masking(), layers.Bidirectional(layers.LSTM(4, return_sequences=True))]
    parts += [layers.BatchNormalization(), layers.LayerNormalization()]
    backwards = layers.GRU(3, return_sequences=True, go_backwards=True, zero_output_for_mask=True)
    return Sequential([Input((6, 3)), *parts, backwards, layers.SimpleRNN(3)]), MASKED


def convolutions():
    parts = [layers.Conv1D(5, 2, padding="same", activation="relu"), layers.MaxPooling1D(2, padding="same")]
    parts += [layers.Conv1D(4, 2, padding="causal", dilation_rate=2), layers.AveragePooling1D(2, strides=1)]
    parts += [layers.UpSampling1D(3), layers.ZeroPadding1D(1), layers.Cropping1D((1, 2)), layers.LSTM(3)]
    parts += [layers.Reshape((1, 3)), layers.Flatten(), layers.RepeatVector(3)]
    parts += [layers.GRU(2, reset_after=False, return_sequences=True)]
    return Sequential([Input((6, 3)), *parts, layers.TimeDistributed(layers.Dense(2, activation="softmax"))]), X


def activations():
    parts = [layers.Dense(4, activation="gelu"), layers.LeakyReLU(), layers.PReLU(), layers.ELU(0.5), layers.ReLU()]
    odd = layers.LSTM(3, activation="softsign", recurrent_activation="hard_sigmoid", use_bias=False)
    odd.return_sequences = True
    parts += [
        odd,
        layers.LayerNormalization(axis=1),
        layers.GlobalMaxPooling1D(),
        layers.Activation("relu"),
        layers.Softmax(),
    ]
    return Sequential([Input((6, 3)), *parts]), X


def video():
    parts = [layers.TimeDistributed(layers.Conv2D(4, (2, 3), padding="same", strides=2))]
    parts += [layers.TimeDistributed(layers.MaxPooling2D(2)), layers.TimeDistributed(layers.Flatten()), layers.LSTM(3)]
    return Sequential([Input((3, 6, 5, 2)), *parts]), random(2, 3, 6, 5, 2, seed=1)


def hierarchical():
    words = Input((6,))
    embedded = layers.Embedding(10, 4, mask_zero=True)(words)
    sentence = keras.Model(words, layers.Bidirectional(layers.GRU(2))(embedded), name="sentence")
    text = Input((2, 6))
    return keras.Model(text, layers.LSTM(2)(layers.TimeDistributed(sentence)(text))), np.stack([IDS, IDS[::-1]])


def encoder_decoder():
    given = Input((None, 3), name="enc in")
    _, *states = layers.LSTM(4, return_state=True, name="인코더")(given)
    target = Input((None, 2))
    output, _, _ = layers.LSTM(4, return_sequences=True, return_state=True)(target, initial_state=states)
    return keras.Model([given, target], layers.Dense(2, activation="softmax")(output)), [X, X[:, :4, :2].copy()]


def translation():
    given, target = Input((None,)), Input((None,))
    encoder = layers.Bidirectional(layers.LSTM(4, return_sequences=True, return_state=True))
    _, h, c, back_h, back_c = encoder(layers.Embedding(10, 3, mask_zero=True)(given))
    states = [layers.Concatenate()([h, back_h]), layers.Concatenate()([c, back_c])]
    read = layers.Embedding(9, 3, mask_zero=True)(target)
    output = layers.LSTM(8, return_sequences=True)(read, initial_state=states)
    after = layers.LSTM(2, return_sequences=True)(layers.concatenate([output, output]))
    return keras.Model([given, target], layers.TimeDistributed(layers.Dense(2))(after)), [IDS, IDS]


def states_of_all_kinds():
    given = Input((None, 3))
    output, state = layers.GRU(4, return_state=True, return_sequences=True)(given)
    last = layers.GRU(4)(output, initial_state=state)
    both = layers.Bidirectional(layers.GRU(4, return_sequences=True))(output, initial_state=[state, last])
    return keras.Model(given, [last, both]), X


def several_inputs():
    series, rest = Input((6, 3)), Input((5,))
    one, other = layers.LSTM(4)(series), layers.Dense(4)(rest)
    total = layers.Add()([one, other])
    mean = layers.Average()([total, layers.Multiply()([one, other]), one])
    large = layers.Subtract()([layers.Maximum()([one, mean]), layers.Minimum()([one, other])])
    joined = layers.concatenate([total, mean, large, layers.Dot(axes=1)([large, one])])
    return keras.Model([series, rest], [joined, one]), [X, random(2, 5, seed=2)]


def shared():
    layer = layers.LSTM(3, name="shared")
    one, other = Input((6, 3)), Input((6, 3))
    return keras.Model([one, other], layers.Dense(1)(layers.concatenate([layer(one), layer(other)]))), [X, MASKED]


def nested():
    inside = [layers.LSTM(4, return_sequences=True, name="lstm"), layers.BatchNormalization(), layers.Dense(3)]
    inner = Sequential([Input((None, 3)), *inside], name="inner")
    middle = Input((None, 3))
    middle_model = keras.Model(middle, layers.GRU(3, return_sequences=True)(inner(middle)), name="mid")
    given = Input((None, 3))
    return keras.Model(given, layers.Dense(2)(middle_model(layers.LayerNormalization()(given)))), X


def shared_with_a_model_inside():
    embedding = layers.Embedding(10, 3, mask_zero=True, name="words")
    inside = Input((None,))
    both = layers.Concatenate()([embedding(inside), layers.Embedding(10, 2, name="others")(inside)])
    inner = keras.Model(inside, layers.LSTM(4)(both), name="inner")
    given = Input((None,))
    return keras.Model(given, layers.concatenate([layers.GRU(3)(embedding(given)), inner(given)])), IDS


def siamese():
    inner = Sequential([Input((None, 3)), layers.LSTM(4, name="lstm"), layers.Dense(3)], name="twin")
    one, other = Input((None, 3)), Input((None, 3))
    return keras.Model([one, other], layers.Subtract()([inner(one), inner(other)])), [X, MASKED]


def mask_out_of_a_model():
    first = Sequential([Input((None,)), layers.Embedding(10, 3, mask_zero=True)])
    second = Sequential([Input((None, 3)), layers.LSTM(3)])
    return Sequential([Input((None,)), first, second, layers.Dense(2)]), IDS


def masks_joined():
    one, other = Input((None,)), Input((None,))
    embedding = layers.Embedding(10, 3, mask_zero=True)
    joined = layers.LSTM(2)(layers.Concatenate()([embedding(one), layers.Masking()(layers.Dense(3)(embedding(other)))]))
    added = layers.LSTM(2)(layers.Add()([embedding(one), embedding(other)]))
    unmasked = layers.LSTM(2)(embedding(one) * 2.0 + 1.0)
    average = layers.GlobalAveragePooling1D()(embedding(other))
    return keras.Model([one, other], [joined, added, unmasked, average]), [IDS, IDS[::-1].copy()]


def cells():
    stacked = layers.RNN(
        [layers.LSTMCell(4), layers.GRUCell(3), layers.SimpleRNNCell(2)], return_sequences=True, name="three"
    )
    return Sequential([Input((6, 3)), layers.Masking(), stacked, layers.RNN(layers.LSTMCell(3))]), MASKED


def cells_backwards():
    """Only the first cell reads from the last step on: the others read what it returns."""
    stacked = layers.RNN([layers.LSTMCell(4), layers.GRUCell(3)], return_sequences=True, go_backwards=True)
    return Sequential([Input((6, 3)), layers.Masking(), stacked, layers.LSTM(2)]), MASKED


def states_of_cells():
    given = Input((6, 3))
    return keras.Model(given, layers.RNN([layers.LSTMCell(4), layers.GRUCell(3)], return_state=True)(given)), X


def cell_in_both_directions():
    both = layers.Bidirectional(layers.RNN(layers.LSTMCell(4), return_sequences=True))
    return Sequential([Input((6, 3)), both, layers.TimeDistributed(layers.LayerNormalization()), layers.LSTM(2)]), X


def stateful():
    first = layers.LSTM(4, stateful=True, return_sequences=True)
    return Sequential([Input((6, 3), batch_size=2), first, layers.LSTM(2, stateful=True, unroll=True)]), X


def turned():
    parts = [layers.Permute((2, 1)), layers.LSTM(4), layers.RepeatVector(2), layers.LSTM(3, return_sequences=True)]
    return Sequential([Input((6, 3)), *parts, layers.Reshape((-1, 2)), layers.Rescaling(0.5, 1.0)]), X


def merged(mode):
    one = layers.Bidirectional(layers.GRU(4, return_sequences=True), merge_mode=mode)
    other = layers.Bidirectional(layers.SimpleRNN(4), merge_mode=mode)
    return lambda: (Sequential([Input((6, 3)), layers.Masking(), one, other]), MASKED)


def two_outputs():
    given = Input((6, 3))
    return keras.Model(given, layers.Bidirectional(layers.LSTM(4, return_sequences=True), merge_mode=None)(given)), X


def attended():
    one, other = Input((6, 3)), Input((4, 3))
    query, value = (layers.LSTM(3, return_sequences=True)(given) for given in (one, other))
    found = [layers.Attention(use_scale=scale, dropout=0.1)([query, value]) for scale in (False, True)]
    found += [layers.Attention(score_mode="concat", use_scale=scale)([query, value]) for scale in (False, True)]
    found += [
        layers.AdditiveAttention(use_scale=scale)([query, value, layers.Dense(3)(value)]) for scale in (True, False)
    ]
    return keras.Model([one, other], layers.GRU(2)(layers.concatenate(found))), [X, X[:, 1:5].copy()]


def attended_with_masks():
    query, value = Input((6,)), Input((6,))
    read = layers.Embedding(10, 3, mask_zero=True)
    found = layers.AdditiveAttention()([layers.LSTM(3, return_sequences=True)(read(query)), read(value)])
    return keras.Model([query, value], layers.LSTM(2)(found)), [IDS, IDS[::-1].copy()]


def heads():
    one, other = Input((6, 3)), Input((4, 3))
    query, value = (layers.LSTM(4, return_sequences=True)(given) for given in (one, other))
    found = [
        layers.MultiHeadAttention(2, 3)(query, value),
        layers.MultiHeadAttention(3, 2, value_dim=5, output_shape=4, use_bias=False)(
            query, value=value, key=value + 1.0
        ),
        layers.MultiHeadAttention(1, 2, dropout=0.2)(query, query),
    ]
    return keras.Model([one, other], layers.GRU(2)(layers.concatenate(found))), [X, X[:, 1:5].copy()]


def heads_with_masks():
    query, value = Input((6,)), Input((6,))
    read = layers.Embedding(10, 3, mask_zero=True)
    states = layers.LSTM(3, return_sequences=True)(read(query))
    found = [layers.MultiHeadAttention(2, 3, dropout=rate)(states, read(value)) for rate in (0.0, 0.1)]
    return keras.Model([query, value], [layers.LSTM(2)(each) for each in found]), [IDS, IDS[::-1].copy()]


def weighed_by_step():
    """Attention as people write it themselves: a share of each step, and the sum of the steps."""
    given = Input((6, 3))
    states = layers.LSTM(4, return_sequences=True)(given)
    scores = layers.Dense(1, activation="tanh")(states)
    weighed = states * layers.Softmax(axis=1)(scores)
    ops = keras.ops
    found = [ops.sum(weighed, axis=1), ops.mean(weighed, axis=(1,)), ops.max(weighed, 1), ops.min(weighed, axis=-2)]
    found += [states[:, -1], states[:, 1:5:2, 2], ops.sum(weighed, axis=(-1, 1), keepdims=True)[:, 0]]
    return keras.Model(given, layers.Dense(2)(layers.concatenate(found))), X


MODELS = (sentiment, without_input_layer, prices, masked, convolutions, activations, video, hierarchical)
MODELS += (encoder_decoder, translation, states_of_all_kinds, several_inputs, shared, nested, siamese)
MODELS += (shared_with_a_model_inside,)
MODELS += (
    mask_out_of_a_model,
    masks_joined,
    cells,
    cells_backwards,
    states_of_cells,
    cell_in_both_directions,
    stateful,
    turned,
)
MODELS += (two_outputs, attended, attended_with_masks, heads, heads_with_masks, weighed_by_step)
MERGED = {f"merge_{mode}": merged(mode) for mode in ("concat", "sum", "mul", "ave")}


def test_a_normalization_is_read_with_what_it_has_adapted_to():
    scale = layers.Normalization()
    scale.adapt(X * [3, 200, 0.01] + 5)
    for form in FORMATS:
        model = Sequential([Input((6, 3)), scale, layers.LSTM(3)])
        given = (X * [3, 200, 0.01] + 5).astype("float32")
        assert_equal_to_keras(opened(saved(model, form)).run(given).outputs, model(given))


def filled(model):
    """The model with random weights, so that no two are alike; a variance is not negative."""
    for seed, weight in enumerate(model.weights):
        values = random(*weight.shape, seed=seed, scale=0.4)
        weight.assign(np.abs(values) if "variance" in weight.path else values)
    return model


@cache
def made(make):
    """A model for all formats, with its inputs and outputs. A stateful one is called once: it goes on from there."""
    model, inputs = make()
    filled(model)
    return model, inputs, keras.tree.flatten(model(inputs, training=False))


@cache
def traced(make):
    model, inputs, _ = made(make)
    return trace_model(model, inputs)


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("make", [*MODELS, *(pytest.param(make, id=name) for name, make in MERGED.items())])
def test_a_file_gives_keras_own_outputs(make, form):
    model, inputs, theirs = made(make)
    file = opened(saved(model, form))
    trace = file.run(inputs)
    for one, other in zip(keras.tree.flatten(trace.outputs), theirs, strict=True):
        assert_equal_to_keras(one, other)
    assert trace.untraced == {}
    assert all(box.is_known and box.shape is not None for box in file.graph)
    if len(model.outputs) == 1:
        assert tuple(model.outputs[0].shape)[1:] == file.graph[-1].shape[1:]


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("make", [prices, masked, cells, mask_out_of_a_model, shared])
def test_each_trace_is_that_of_trace_model(make, form):
    model, inputs, _ = made(make)
    ours, theirs = opened(saved(model, form)).run(inputs), traced(make)
    for name, trace in theirs.layers.items():
        for one, other in zip(each(ours.layers[name]), each(trace), strict=True):
            for signal, values in other.signals.items():
                assert_equal_to_keras(one.signals[signal], values)


def each(trace):
    return list(trace) if isinstance(trace, BidirectionalTrace) else [trace]


def test_the_layers_go_into_trace_layer():
    model, _ = masked()
    filled(model)
    file = opened(saved(model, ".keras"))
    bidirectional, gru, simple = file.layers.values()
    for place, features, ours in ((1, 3, bidirectional), (4, 8, gru)):
        layer, given = model.layers[place], random(2, 5, features, seed=8)
        for engine in ("numpy", "keras"):
            one, other = trace_layer(ours, given, engine=engine), trace_layer(layer, given)
            for left, right in zip(each(one), each(other), strict=True):
                assert_equal_to_keras(left.hidden, right.hidden)
    assert simple.kind == "simple_rnn"


@pytest.mark.parametrize("form", [".keras", ".weights.h5"])
def test_trained_models_bring_their_optimizer_along(form):
    model, inputs = prices()
    model.compile("adam", "mse")
    with eagerly():
        model.fit(inputs, np.zeros((2, 1)), verbose=0)
    file = opened(saved(model, form))
    assert sorted(weights.kind for weights in file.layers.values()) == ["gru", "lstm", "lstm"]
    assert not [box.name for box in file.graph if "optimizer" in box.name]


@pytest.mark.parametrize("form", FORMATS)
def test_inputs_are_in_the_order_of_the_model(form):
    """Not in the order in which its layers read them: two series of one shape would be mixed up without a word."""
    first, second = Input((6, 3), name="first"), Input((6, 3), name="second")
    joined = layers.concatenate([layers.LSTM(2)(second), layers.LSTM(3)(first)])
    for order in ([first, second], [second, first]):
        file = opened(saved(keras.Model(order, joined), form))
        assert file.starts == tuple(given.name for given in order)


def test_who_wrote_it_is_said():
    writer = opened(saved(prices()[0], ".keras")).writer
    assert (writer.program, writer.version) == ("Keras", keras.__version__)
    assert writer.date[:4].isdecimal()


def test_what_is_not_known_is_an_opaque_box_behind_which_inputs_are_given():
    parts = [layers.LSTM(4, return_sequences=True), layers.GroupNormalization(2), layers.LSTM(3, name="second")]
    model = filled(Sequential([Input((6, 3), name="series"), *parts, layers.Dense(1)]))
    file = opened(saved(model, ".keras"))
    assert [box.class_name for box in file.graph if not box.is_known] == ["GroupNormalization"]
    assert file.starts == ("series", "second")
    trace = file.run(X)
    assert list(trace.layers) == [model.layers[0].name]
    assert trace.outputs is None
    assert "second" in trace.untraced
    between = keras.Model(model.inputs, model.layers[1].output)(X)
    assert_equal_to_keras(file.run({"second": between}).outputs, model(X))


@keras.saving.register_keras_serializable("mine")
class Dense(layers.Dense):
    def call(self, inputs):
        return 3 * super().call(inputs)


class LSTM(layers.Layer):
    """No LSTM, but with weights of the same shapes. Its author has not registered it."""

    def build(self, shape):
        for size in ((shape[-1], 12), (3, 12), (12,)):
            self.add_weight(shape=size)

    def call(self, inputs):
        return inputs


def test_a_class_of_the_authors_own_is_not_taken_for_keras_own_of_the_same_name():
    parts = [LSTM(name="own"), layers.LSTM(3, return_sequences=True, name="second")]
    parts += [layers.TimeDistributed(Dense(2), name="each"), Dense(2, name="head")]
    file = opened(saved(filled(Sequential([Input((6, 3)), *parts])), ".keras"))
    boxes = {box.name: (box.class_name, box.is_known) for box in file.graph[1:]}
    assert boxes["own"] == ("Custom>LSTM", False)
    assert boxes["head"] == ("mine>Dense", False)
    assert file.run({"second": X}).outputs is None
    assert list(file.layers) == ["second"]


class Doubled(keras.Model):
    def call(self, inputs, training=None, mask=None):
        return 2 * super().call(inputs, training=training, mask=mask)


@pytest.mark.parametrize("form", FORMATS)
def test_a_model_of_the_authors_own_class_may_compute_something_else_and_that_is_said(form):
    given = Input((6, 3))
    own = Doubled(given, layers.LSTM(3)(given), name="own")
    outer = Input((6, 3))
    for model in (own, keras.Model(outer, own(outer))):
        notes = " ".join(map(str, opened(saved(filled(model), form)).notes))
        assert "The model own is of a class of its author" in notes
    assert not any("its author" in str(note) for note in opened(saved(prices()[0], form)).notes)


@pytest.mark.parametrize("mode", ["int8", "int4", "float8"])
def test_a_quantised_layer_is_said_to_be_one(mode):
    model = Sequential([Input((6, 3)), layers.LSTM(4), layers.Dense(8, name="head")])
    model.quantize(mode)
    file = opened(saved(model, ".keras"))
    assert any(f"head computes in {mode}_from_float32, not in float32" in str(note) for note in file.notes)
    assert file.run(X).outputs is None


def test_cells_on_each_other_in_both_directions_are_said_not_to_be_computed():
    both = layers.Bidirectional(layers.RNN([layers.LSTMCell(4), layers.LSTMCell(3)]), name="both")
    file = opened(saved(Sequential([Input((6, 3)), both]), ".keras"))
    assert "Several cells on each other" in str(file.untraced["both"])


def test_a_convolution_inside_of_an_lstm_is_named():
    parts = [layers.ConvLSTM2D(4, 2, name="film"), layers.Flatten(), layers.RepeatVector(2), layers.LSTM(2)]
    file = opened(saved(Sequential([Input((3, 6, 5, 2)), *parts]), ".keras"))
    assert "ConvLSTM2D is a convolution inside of an LSTM" in str(file.untraced["film"])
    assert file.graph[1].parameters == sum(np.prod(w.shape) for w in parts[0].weights)


def test_weights_alone_are_layers_by_their_shapes():
    given = layers.Bidirectional(layers.GRU(2, return_sequences=True), name="both")
    model = filled(Sequential([Input((6, 3)), given, layers.LSTM(4, name="one"), layers.Dense(2, name="head")]))
    file = opened(saved(model, ".weights.h5"))
    assert set(file.layers) == {"both", "one"}
    assert_equal_to_keras(file.run({"one": given(X)}).layers["one"].keras_outputs(), model.layers[1](given(X)))
    assert_equal_to_keras(trace_layer(file.layers["both"], X).keras_outputs(return_sequences=True), given(X))
    assert {box.name for box in file.graph} == {"both", "one", "head"}
    assert any("derived from their shapes" in str(note) for note in file.notes)


def corpus_of(model, given, out, signals):
    trace_corpus(model, given, out, signals=signals, dtype="float32", client=InThisProcess(), report=None)
    with open_corpus(out) as corpus:
        rows = corpus.sql("SELECT * FROM steps ORDER BY sequence, step").fetchnumpy()
    return {name: np.stack(rows[name]) for name in rows if "_" in name}


def test_a_corpus_of_a_keras_model_and_of_its_layer(tmp_path):
    both = layers.Bidirectional(layers.LSTM(4, return_sequences=True), name="both")
    model = filled(Sequential([Input((None, 3)), both, layers.GRU(2, name="second"), layers.Dense(1)]))
    given = [X[0], X[1][:4]]  # backwards, a step that is added to the shorter one would be seen
    expected = [trace_model(model, sequence[None]).layers for sequence in given]
    found = corpus_of(model, given, tmp_path / "model", ["hidden", "both_backward_cell"])
    assert set(found) == {"both_forward_hidden", "both_backward_cell", "both_backward_hidden", "second_hidden"}
    backward = np.concatenate([traces["both"].backward.cell[0] for traces in expected])
    assert_equal_to_keras(found["both_backward_cell"], backward)
    second = np.concatenate([traces["second"].hidden[0] for traces in expected])
    assert_equal_to_keras(found["second_hidden"], second)
    alone = corpus_of(both, given, tmp_path / "layer", ["cell"])
    assert_equal_to_keras(alone["backward_cell"], backward)


def test_a_corpus_of_a_layer_that_the_models_inputs_do_not_reach_is_refused(tmp_path):
    parts = [layers.LSTM(4, return_sequences=True), layers.GroupNormalization(2), layers.LSTM(3, name="second")]
    model = Sequential([Input((6, 3)), *parts])
    with pytest.raises(ValueError, match="'second' was not reached"):
        corpus_of(model, X, tmp_path, ["second_hidden"])


def test_an_attention_over_more_steps_than_there_is_room_for_is_refused():
    """Its output is small, but between query and value it computes a number for each pair of steps."""
    given = Input((None, 3))
    states = layers.GRU(3, return_sequences=True)(given)
    found = layers.GlobalMaxPooling1D()(layers.AdditiveAttention()([states, states]))
    file = opened(saved(keras.Model(given, found), ".keras"))
    with pytest.raises(InputError, match="too long for this model"):
        file.run(np.zeros((1, 5000, 3)))
