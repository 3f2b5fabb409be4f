"""What old code is rewritten to runs on the installed Keras; the old code does not."""

import json
from pathlib import Path

import pytest

from lstm_viz.old_code import rewrite
from lstm_viz.old_code.examples import EXAMPLES, LINES
from tests.support.scripts import printed_by

pytest.importorskip("keras")
pytestmark = pytest.mark.slow

SETUP = """
import keras, numpy as np
from keras.layers import LSTM
from keras.models import Sequential
from keras.optimizers import Adam
model = Sequential()
"""
FITTED = """
model = Sequential([keras.Input(batch_shape=(1, 1, 5)), LSTM(5)])
model.compile("adam", "mse")
x, y = np.zeros((1, 1, 5), "float32"), np.zeros((1, 5), "float32")
batches = keras.utils.timeseries_dataset_from_array(np.zeros((4, 5)), np.zeros((4, 5)), 1, batch_size=1)
"""
ADDING = ("batch_input_shape", "input_shape", "input_dim")


def scripts() -> dict[str, str]:
    """Name → a script; "old_" before a name is what it was rewritten from."""
    made = {}
    for name, text in EXAMPLES.items():
        # All the steps of the tutorial, but not a minute of them.
        made[name] = rewrite(text.replace("5, 20, 250", "5, 20, 1"), str).text
    for name, line in LINES.items():
        setup = SETUP if name in ADDING else SETUP + FITTED
        line = line.replace("nb_epoch=100", "nb_epoch=1")
        made[name], made[f"old_{name}"] = setup + rewrite(line, str).text, setup + line
    return made


@pytest.fixture(scope="module")
def ran(tmp_path_factory) -> dict[str, tuple[str, str]]:
    """Name → what the script printed, and the error it ended with or ""."""
    return {name: printed_and_error(script, tmp_path_factory.mktemp(name)) for name, script in scripts().items()}


def printed_and_error(script: str, folder: Path) -> tuple[str, str]:
    try:
        return printed_by(script, folder), ""
    except Exception as problem:  # noqa: BLE001 - old code may fail with any
        return "", f"{type(problem).__name__}: {problem}"


@pytest.mark.parametrize("name", [*EXAMPLES, *LINES])
def test_the_new_code_runs(ran, name):
    assert ran[name][1] == ""


@pytest.mark.parametrize("name", [name for name in LINES if name not in ("input_shape", "input_dim")])
def test_the_old_line_does_not(ran, name):
    assert ran[f"old_{name}"][1]


def test_the_memory_pair_predicts_four_symbols_for_each_sequence(ran):
    predicted = [json.loads(line.removeprefix("Predicted: ")) for line in ran["memory_pair"][0].strip().split("\n")]
    assert [len(symbols) for symbols in predicted] == [4, 4]
    assert all(0 <= symbol < 5 for symbols in predicted for symbol in symbols)


def test_the_others_print_what_their_old_code_means(ran):
    assert ran["notebook"][0].startswith("right: ")
    assert ran["notebook"][0].strip().endswith(" of 50")
    assert ran["text"][0].strip() == "(1, 5, 13)"
