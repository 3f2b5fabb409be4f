"""A number that a model answers, and its gradient through all its layers, against the tape of TensorFlow."""

from __future__ import annotations

from dataclasses import replace

import keras
import numpy as np
import pytest
import tensorflow as tf
from keras import layers

from lstm_viz.model_files.answer import answer_of
from lstm_viz.model_files.sentences import FileError
from tests.engine.layers import random
from tests.model_files import test_keras as models
from tests.model_files.files import IDS, MASKED, X, opened, saved

MODELS = [models.prices, models.masked, models.convolutions, models.activations, models.video, models.encoder_decoder]
MODELS += [models.states_of_all_kinds, models.shared, models.nested, models.siamese, models.cells]
MODELS += [models.attended, models.heads, models.weighed_by_step]
MODELS += [models.states_of_cells, models.cell_in_both_directions, models.stateful, models.turned, models.two_outputs]
MODELS += [pytest.param(make, id=name) for name, make in models.MERGED.items()]


def pieces():
    """Layers that the other models do not have on the way to their first output."""
    given, rest = keras.Input((6, 3)), keras.Input((6, 3))
    one, other = layers.LSTM(3, return_sequences=True)(given), layers.Dense(3, activation="log_softmax")(rest)
    joined = layers.Add()([layers.Maximum()([one, other]), layers.Minimum()([one, other]), one])
    joined = layers.Subtract()([layers.Average()([joined, one]), layers.Multiply()([one, other, joined])])
    pooled = [layers.GlobalMaxPooling1D()(joined), layers.GlobalAveragePooling1D()(layers.Masking()(joined))]
    return keras.Model([given, rest], layers.Dense(2, activation="softmax")(layers.concatenate(pooled))), [X, MASKED]


def listed(inputs):
    return inputs if isinstance(inputs, list) else [inputs]


def of_tape(model, several, at):
    """The last number of the first output, and its gradient by one of the inputs."""
    given = [tf.convert_to_tensor(array) for array in several]
    with tf.GradientTape() as tape:
        tape.watch(given[at])
        output = tf.convert_to_tensor(keras.tree.flatten(model(given if len(given) > 1 else given[0]))[0])
        number = tf.reshape(output, (len(output), -1))[:, -1]
    return number, tape.gradient(number, given[at])


@pytest.mark.parametrize("make", [*MODELS, pieces])
def test_the_gradient_by_each_input_is_that_of_the_tape(make):
    model, inputs = make()
    file = opened(saved(models.filled(model), ".keras"))
    sample = [array[:1] for array in listed(inputs)]
    found = answer_of(file, sample if len(sample) > 1 else sample[0])
    last = tuple(size - 1 for size in found.values[found.output].array.shape[1:])
    for at, array in enumerate(listed(inputs)):
        answer = replace(found, source=(file.network.inputs[at], 0), index=last)
        several = [np.repeat(other, 2, axis=0) for other in sample]
        several[at] = array
        number, gradient = of_tape(model, several, at)
        numbers, gradients = answer.gradients(array)
        np.testing.assert_allclose(numbers, number, atol=1e-6)
        np.testing.assert_allclose(gradients, gradient, atol=1e-6)


def test_words_are_varied_as_vectors_and_padding_stays_masked():
    model = models.filled(models.sentiment()[0])
    answer = answer_of(opened(saved(model, ".keras")), IDS[:1], index=(0,))
    embedding, _, lstm, _, dense = model.layers
    vectors = tf.convert_to_tensor(embedding(IDS[:1]))
    with tf.GradientTape() as tape:
        tape.watch(vectors)
        number = dense(lstm(vectors, mask=IDS[:1] != 0))
    _, gradient = answer.gradients(answer.given[None])
    np.testing.assert_allclose(gradient, tape.gradient(number, vectors), atol=1e-7)
    assert answer.given.shape == (6, 4)
    assert not gradient[0, 2:].any()


def test_a_layer_in_the_middle_may_be_given_what_it_reads():
    file = opened(saved(models.filled(models.nested()[0]), ".keras"))
    name = next(box.name for box in file.graph if box.name.startswith("mid/inner/dense"))
    given = random(1, 6, 4, seed=3)
    answer = answer_of(file, {name: given}, index=(5, 1))
    assert answer.given.shape == (6, 4)
    changed = given + np.eye(6, 4, dtype="float32") * 1e-3
    slope = (answer.gradients(given)[1] * (changed - given)).sum()
    np.testing.assert_allclose(answer.numbers(changed) - answer.numbers(given), slope, rtol=1e-2)


def test_what_has_no_gradient_is_named():
    model, inputs = models.several_inputs()
    answer = answer_of(opened(saved(model, ".keras")), [array[:1] for array in inputs], index=(0,))
    assert [name.startswith("dot") for name in answer.without_gradient] == [True]
    odd = keras.Sequential([keras.Input((6, 3)), layers.LSTM(3, activation="softmax", name="odd"), layers.Dense(1)])
    assert answer_of(opened(saved(odd, ".keras")), X[:1], index=(0,)).without_gradient == ("odd",)


def test_an_answer_that_is_not_computed_is_refused():
    parts = [layers.LSTM(4, return_sequences=True), layers.GroupNormalization(2), layers.LSTM(3)]
    file = opened(saved(keras.Sequential([keras.Input((6, 3)), *parts]), ".keras"))
    with pytest.raises(FileError, match="is not computed here"):
        answer_of(file, X[:1], index=(0,))
    alone = opened(saved(keras.Sequential([keras.Input((6, 3)), layers.LSTM(3)]), ".weights.h5"))
    with pytest.raises(FileError, match="it holds weights alone"):
        answer_of(alone, X[:1], index=(0,))
