"""The models that the app shows: the shipped ones solve the pair, the others follow Keras's initialisers."""

import json

import numpy as np
import pytest

from lstm_viz.data import MEMORY_PAIR, one_hot
from lstm_viz.engine import models, numpy_engine
from lstm_viz.engine.models import ASSETS


def pair_inputs() -> np.ndarray:
    return one_hot(np.array(MEMORY_PAIR)[:, :-1], 5)


@pytest.mark.parametrize("units", models.TRAINED_UNITS)
def test_the_shipped_model_predicts_both_sequences(units):
    model = models.trained_pair(units)
    probabilities = model.probabilities(numpy_engine.run(model.weights, pair_inputs()))
    assert probabilities.argmax(-1).tolist() == [[0, 1, 2, 3], [0, 1, 2, 4]]
    assert probabilities.max(-1).min() > 0.99
    story = json.loads((ASSETS / f"memory_pair_{units}.json").read_text())
    targets = np.array(MEMORY_PAIR)[:, 1:, None]
    loss = -np.log(np.take_along_axis(probabilities, targets, axis=-1)).mean()
    assert loss == pytest.approx(story["loss"], abs=1e-5)
    assert story["accuracy"] == 1
    assert {"seed", "epochs", "keras", "tensorflow", "numpy", "learning_rate"} <= set(story)


@pytest.mark.parametrize("units", models.TRAINED_UNITS)
def test_numpy_gives_what_keras_recorded_when_it_was_trained(units):
    model, recorded = models.trained_pair(units), models.recorded_by_keras(units)
    trace = numpy_engine.run(model.weights, pair_inputs())
    np.testing.assert_allclose(trace.hidden, recorded["hidden"], atol=1e-6, rtol=0)
    np.testing.assert_allclose(trace.final_state[1], recorded["cell"], atol=1e-6, rtol=0)
    np.testing.assert_allclose(model.probabilities(trace), recorded["probabilities"], atol=1e-6, rtol=0)


@pytest.mark.slow
def test_the_script_gives_the_shipped_weights_again():
    from tools.train_memory_pair import train

    for units in models.TRAINED_UNITS:
        trained, how = train(units)
        shipped = models.trained_pair(units)
        again = dict(zip(("kernel", "recurrent_kernel", "bias"), trained.layers[0].get_weights(), strict=True))
        for name, array in again.items():
            # Another processor may round differently, and training carries that on.
            np.testing.assert_allclose(getattr(shipped.weights, name), array, atol=1e-3, err_msg=name)
        assert how["accuracy"] == 1


def test_there_is_no_trained_model_of_another_size():
    with pytest.raises(ValueError, match=r"\(8, 20\), not 9"):
        models.trained_pair(9)


@pytest.mark.parametrize("kind", ["lstm", "gru", "simple_rnn"])
def test_an_untrained_model_follows_keras_initialisers(kind):
    weights = models.untrained(kind, 16, 5, seed=7).weights
    columns = weights.kernel.shape[1]
    limit = np.sqrt(6 / (5 + columns))
    assert limit * 0.9 < np.abs(weights.kernel).max() <= limit
    product = weights.recurrent_kernel.astype("float64") @ weights.recurrent_kernel.T
    np.testing.assert_allclose(product, np.eye(16), atol=1e-6)
    expected = {"lstm": [0] * 16 + [1] * 16 + [0] * 32, "gru": [0] * 96, "simple_rnn": [0] * 16}[kind]
    assert weights.bias.ravel().tolist() == expected


def test_a_seed_gives_the_same_model_and_another_seed_another():
    first, again, other = (models.untrained("lstm", 8, 5, seed, symbols=5) for seed in (1, 1, 2))
    np.testing.assert_array_equal(first.weights.kernel, again.weights.kernel)
    np.testing.assert_array_equal(first.head.kernel, again.head.kernel)
    assert not np.array_equal(first.weights.kernel, other.weights.kernel)


def test_nobody_can_change_a_shared_model():
    with pytest.raises(ValueError, match="read-only"):
        models.trained_pair(8).weights.kernel[0] = 0
