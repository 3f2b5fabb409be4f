"""What the worker gives for the page is what the numpy engine and Keras itself give."""

import numpy as np
import pytest
from numpy.testing import assert_allclose

from lstm_viz.data import one_hot
from lstm_viz.engine import models, numpy_engine
from lstm_viz.keras_errors import KerasError
from lstm_viz.lessons.shapes.reshape import changes_for
from lstm_viz.lessons.shapes.results import Tried
from tests.lessons.shapes.cases import CASES

pytest.importorskip("keras")

from lstm_viz.engine.keras.from_weights import layer_of
from lstm_viz.lessons.shapes import in_keras


def test_the_pair_is_read_as_the_trained_model_reads_it():
    inputs = one_hot([[3, 0, 1, 2], [4, 0, 1, 2]], 5)
    weights = models.trained_pair(8).weights
    read = in_keras.read_pair(CASES["pair, sequences"].pair)
    assert_allclose(read.whole, numpy_engine.run(weights, inputs).hidden, atol=1e-6)
    alone = numpy_engine.run(weights, inputs.reshape(8, 1, 5)).hidden.reshape(2, 4, 8)
    assert_allclose(read.apart, alone, atol=1e-6)
    assert_allclose(read.whole_predicts, models.recorded_by_keras(8)["probabilities"], atol=1e-6)


@pytest.mark.parametrize("padding", ["pre", "post"])
def test_padded_sentences_are_read_with_the_mask_that_keras_makes(padding):
    ids = ((1, 2, 3), (4,), (2, 5, 1, 3))
    read = in_keras.read_padded(ids, padding, 1)
    weights = models.untrained("lstm", in_keras.TEXT_UNITS, in_keras.TEXT_FEATURES, 1).weights
    assert read.mask.sum(axis=1).tolist() == [3, 1, 4]
    assert read.x[1].tolist() == ([0, 0, 0, 4] if padding == "pre" else [4, 0, 0, 0])
    assert_allclose(read.masked, numpy_engine.run(weights, read.embedded, mask=read.mask).hidden, atol=1e-6)
    assert_allclose(read.unmasked, numpy_engine.run(weights, read.embedded).hidden, atol=1e-6)
    for sample, length in enumerate(map(len, ids)):
        words = read.embedded[sample][read.mask[sample]][None]
        assert words.shape[1] == length
        assert_allclose(read.alone_last[sample], numpy_engine.run(weights, words).hidden[0, -1], atol=1e-6)
    assert_allclose(read.unmasked_last, read.unmasked[:, -1], atol=1e-7)
    assert_allclose(read.masked_last, layer_of(weights)(read.embedded, mask=read.mask), atol=1e-7)


@pytest.mark.parametrize(("units", "timesteps", "features"), [(3, 5, 2), (1, 1, 1), (8, 12, 5)])
def test_the_number_of_weights_is_the_textbooks_and_knows_no_timesteps(units, timesteps, features):
    read = in_keras.unroll_layer(units, timesteps, features, 1)
    numbers = {name: each.parameters for name, each in read.sizes.items()}
    assert numbers["chosen"] == numbers["timesteps"] == 4 * units * (features + units + 1)
    assert numbers["units"] == 4 * (units + 1) * (features + units + 2)
    assert numbers["features"] == 4 * units * (features + units + 2)
    assert read.sizes["timesteps"].sequence == (1, timesteps + 1, units)
    assert read.sequence.shape == read.sizes["chosen"].sequence
    assert read.last.shape == read.sizes["chosen"].last == (1, units)
    np.testing.assert_array_equal(read.last, read.sequence[:, -1])


def test_a_shape_is_tried_as_it_is_and_as_it_is_meant():
    refused = in_keras.try_shape((30, 5), ())
    assert isinstance(refused.result, KerasError)
    assert "expected ndim=3, found ndim=2. Full shape received: (30, 5)" in refused.result.message
    assert refused == in_keras.try_shape((30, 5), ()), "Keras would count its layers' names"
    meant = changes_for((30, 5), ("timesteps", "features"))
    assert in_keras.try_shape((30, 5), meant) == Tried((1, 30, 5), (1, in_keras.TRIED_UNITS))
    assert in_keras.try_shape((5, 12, 2), ()).result == (5, in_keras.TRIED_UNITS)
