"""A model from a file in today's Keras: as a model, as a `.keras` file and as code, it computes what the file says."""

import numpy as np
import pytest

from lstm_viz import read_model
from lstm_viz.data import InputError
from lstm_viz.engine.models import ASSETS
from lstm_viz.lessons.your_model.code import code_of, weights_of
from lstm_viz.lessons.your_model.in_keras import answer_of, saved_model
from lstm_viz.model_files.rebuilding import keeps_old_meaning, rebuilt
from tests.model_files import test_keras as models
from tests.model_files.files import opened, saved

BUILT = [
    "activations", "attended", "attended_with_masks", "cells", "convolutions", "encoder_decoder", "heads",
    "heads_with_masks", "masked", "masks_joined", "nested", "prices", "sentiment", "several_inputs", "shared",
    "siamese", "states_of_all_kinds", "translation", "two_outputs", "video", "weighed_by_step",
]  # fmt: skip


def as_list(outputs) -> list[np.ndarray]:
    return outputs if isinstance(outputs, list) else [outputs]


def assert_same(ours, theirs) -> None:
    for one, other in zip(as_list(ours), theirs, strict=True):
        np.testing.assert_allclose(one, other, rtol=0, atol=1e-6)


@pytest.mark.parametrize("name", BUILT)
def test_the_model_its_file_and_its_code_compute_what_the_file_says(name, tmp_path, monkeypatch):
    model, inputs = getattr(models, name)()
    file = opened(saved(model, ".keras"))
    built, given = rebuilt(file.network), as_list(inputs)
    ours = file.run(inputs).outputs
    assert_same(ours, answer_of(built, given).outputs)
    assert_same(ours, as_list(opened(saved_model(built)).run(inputs).outputs))
    monkeypatch.chdir(tmp_path)
    np.savez("weights.npz", **weights_of(built))
    names: dict = {}
    exec(compile(code_of(built), "build_model.py", "exec"), names)  # noqa: S102
    assert_same(ours, [np.asarray(output) for output in as_list(names["model"](given))])


def test_the_gates_of_keras_2_are_kept():
    """Keras 3's own hard_sigmoid would give other outputs, which `as_written` shows."""
    file = read_model(ASSETS / "example_reviews.h5")
    ids = np.random.default_rng(3).integers(1, 100, (8, 24))
    ours = file.run(ids).outputs
    assert_same(ours, answer_of(rebuilt(file.network), [ids]).outputs)
    assert keeps_old_meaning(file.network)
    assert not keeps_old_meaning(read_model(ASSETS / "example_sums.keras").network)
    written = answer_of(rebuilt(file.network, as_written=True), [ids]).outputs[0]
    assert np.abs(ours - written).max() > 1e-3


def test_what_is_not_computed_here_is_not_rebuilt():
    model, _ = models.hierarchical()
    with pytest.raises(InputError, match="runs a model at each step"):
        rebuilt(opened(saved(model, ".keras")).network)


def test_the_rate_of_a_dropout_is_kept():
    model, _ = models.sentiment()
    made = {call.name: call.made for call in rebuilt(opened(saved(model, ".keras")).network).calls}
    rates = [each.arguments["rate"] for each in made.values() if "Dropout" in each.function]
    assert rates == [0.3, 0.5]


def test_weights_alone_are_a_model_of_their_recurrent_layers():
    model, _ = models.sentiment()
    built = rebuilt(opened(saved(model, ".weights.h5")).network)
    assert [call.made.function for call in built.calls] == ["keras.Input", "layers.LSTM"]
    assert answer_of(built, [np.ones((2, 5, 4), "float32")]).outputs[0].shape[0] == 2


def test_a_name_from_the_file_is_a_literal_in_the_code():
    import keras
    from keras import layers

    name = 'it\'s "a" \\ name; import os'
    model = keras.Sequential([keras.Input((3, 2)), layers.LSTM(2, name=name)])
    code = code_of(rebuilt(opened(saved(model, ".keras")).network))
    assert f"name={name!r}" in code
    assert "import os" not in [line.strip() for line in code.splitlines()]


def test_every_kind_of_layer_that_is_computed_has_a_maker():
    from lstm_viz.model_files.numpy_layers import LAYERS
    from lstm_viz.model_files.rebuilding import MAKERS

    assert set(LAYERS) <= set(MAKERS)
