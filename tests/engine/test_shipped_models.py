"""The models that the app shows: the shipped ones solve the pair, the others follow Keras's initialisers."""

import re
from pathlib import Path

import numpy as np
import pytest

import lstm_viz
from lstm_viz.data import MEMORY_PAIR, one_hot
from lstm_viz.engine import models, numpy_engine
from lstm_viz.engine.intervene import Edit, intervene


def pair_inputs() -> np.ndarray:
    return one_hot(np.array(MEMORY_PAIR)[:, :-1], 5)


@pytest.mark.parametrize("units", models.TRAINED_UNITS)
def test_the_shipped_model_predicts_both_sequences(units):
    model = models.trained_pair(units)
    probabilities = model.probabilities(numpy_engine.run(model.weights, pair_inputs()))
    assert probabilities.argmax(-1).tolist() == [[0, 1, 2, 3], [0, 1, 2, 4]]
    assert probabilities.max(-1).min() > 0.99


@pytest.mark.parametrize("units", models.TRAINED_UNITS)
def test_one_unit_decides(units):
    model = models.trained_pair(units)
    a, b = (numpy_engine.run(model.weights, each[None]) for each in pair_inputs())
    copied = [intervene(a, [Edit("cell", 2, unit, action="copy", source=b)]) for unit in range(units)]
    answers = [int(model.probabilities(each)[0, 3].argmax()) for each in copied]
    assert [unit for unit, answer in enumerate(answers, start=1) if answer == 4] == [models.DECISIVE_UNITS[units]]


def test_the_small_model_has_one_latch():
    model, latch = models.trained_pair(8), models.DECISIVE_UNITS[8] - 1
    a, b = (numpy_engine.run(model.weights, each[None]) for each in pair_inputs())
    assert min(a.forget_gate[0, 1:, latch].min(), b.forget_gate[0, 1:, latch].min()) > 0.9
    differs = np.abs(a.cell - b.cell)[0, 1:3].min(0)
    assert differs[latch] > 3 * np.delete(differs, latch).max()
    erased = [intervene(a, [Edit("cell", 0, unit, action="erase")]) for unit in range(8)]
    assert [int(model.probabilities(each)[0, 3].argmax()) for each in erased] == [3, 3, 3, 4, 3, 3, 3, 3]


@pytest.mark.parametrize("units", models.TRAINED_UNITS)
def test_numpy_gives_what_keras_recorded_when_it_was_trained(units):
    model, recorded = models.trained_pair(units), models.recorded_by_keras(units)
    trace = numpy_engine.run(model.weights, pair_inputs())
    np.testing.assert_allclose(trace.hidden, recorded["hidden"], atol=1e-6, rtol=0)
    np.testing.assert_allclose(trace.final_state[1], recorded["cell"], atol=1e-6, rtol=0)
    np.testing.assert_allclose(model.probabilities(trace), recorded["probabilities"], atol=1e-6, rtol=0)


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


def test_the_texts_name_the_unit_that_decides():
    catalogue = (Path(lstm_viz.__file__).parent / "locale/ko/LC_MESSAGES/lstm_viz.po").read_text(encoding="utf-8")
    told = " ".join(re.findall(r'^"?(?:msgid )?"(.*)"$', catalogue, re.MULTILINE))
    assert {int(unit) for unit in re.findall(r"\b[Uu]nit +(\d+)\b", told)} == set(models.DECISIVE_UNITS.values())
