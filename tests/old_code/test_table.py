"""What is taken for unchanged is what the installed Keras has."""

import json

import pytest

from lstm_viz.old_code import keras_3, names
from tools import keras_table

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def installed():
    pytest.importorskip("keras")
    return keras_table.table()


@pytest.mark.parametrize("part", ["version", "names", "methods", "model", "layer", "identifiers"])
def test_the_table_is_of_the_installed_keras(installed, part):
    """If it is not: `python -m tools.keras_table`."""
    assert keras_3.table()[part] == json.loads(json.dumps(installed[part]))


def test_what_names_are_changed_to_is_there():
    for table in (names.RENAMED, *names.RENAMED_IN.values()):
        assert [now for now in table.values() if keras_3.home(now, "layers") is None] == []
    assert [now for now in names.MODULES.values() if not keras_3.has_module(f"keras.{now}")] == []


def test_what_is_said_to_be_gone_is_not_there():
    gone = [name for name in (*names.ADVICE, *names.INSTEAD) if not name.startswith(("model.", "layer.", "backend."))]
    there = [name for name in gone if "." not in name and keras_3.home(name, "layers") not in (None, "utils")]
    assert there == []
    assert [name for name in gone if name.startswith("tf.") and keras_3.has(name)] == []
    backend = [name for name in (*names.ADVICE, *names.INSTEAD) if name.startswith("backend.")]
    assert [name for name in backend if keras_3.has(f"keras.{name}")] == []
    facts = keras_3.table()
    for kind in ("model", "layer"):
        said = [
            name.removeprefix(f"{kind}.") for name in (*names.ADVICE, *names.INSTEAD) if name.startswith(f"{kind}.")
        ]
        assert set(said) & set(facts[kind]) == set()


@pytest.mark.parametrize("layer", [*names.KERNELS, "LSTM", "GRU", "Dense", "Dropout", "Conv1D", "MaxPooling1D"])
def test_renamed_arguments_are_arguments_of_a_layer(layer):
    _most, taken = keras_3.arguments(f"keras.layers.{names.RENAMED.get(layer, layer)}") or (0, [])
    assert set(names.LAYER_ARGUMENTS.values()) & set(taken)
