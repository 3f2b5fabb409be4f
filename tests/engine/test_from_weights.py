"""Keras layers made from weights, and Keras's refusals as values."""

import numpy as np
import pytest
from numpy.testing import assert_allclose

from lstm_viz.engine import models, numpy_engine
from lstm_viz.engine.keras.from_weights import layer_of
from lstm_viz.keras_errors import KerasError
from lstm_viz.keras_errors.in_keras import attempt

INPUTS = np.random.default_rng(3).normal(size=(2, 4, 3)).astype("float32")


@pytest.mark.parametrize("kind", ["lstm", "gru", "simple_rnn"])
def test_the_layer_computes_with_these_weights(kind):
    weights = models.untrained(kind, 5, 3, seed=7).weights
    wanted = numpy_engine.run(weights, INPUTS).keras_outputs(return_sequences=True, return_state=True)
    given = layer_of(weights, return_sequences=True, return_state=True)(INPUTS)
    assert len(given) == len(wanted)
    for ours, keras_own in zip(wanted, given, strict=True):
        assert_allclose(np.asarray(keras_own), ours, atol=1e-6)


def test_a_stateful_one_goes_on_where_it_was():
    weights = models.untrained("lstm", 5, 3, seed=7).weights
    whole = np.asarray(layer_of(weights)(INPUTS))
    layer = layer_of(weights, stateful=True, batch=2)
    layer(INPUTS[:, :2])
    assert_allclose(np.asarray(layer(INPUTS[:, 2:])), whole, atol=1e-6)


def test_what_keras_refuses_is_a_value():
    refused = attempt(layer_of(models.untrained("lstm", 5, 3, seed=7).weights), INPUTS[0])
    assert isinstance(refused, KerasError)
    assert refused.kind == "ValueError"
    assert "expected ndim=3, found ndim=2" in refused.message


def test_what_keras_takes_is_its_result():
    assert np.asarray(attempt(layer_of(models.untrained("gru", 5, 3, seed=7).weights), INPUTS)).shape == (2, 5)


def test_a_mistake_of_ours_is_no_refusal():
    with pytest.raises(KeyError):
        attempt({}.__getitem__, "units")
