"""Every line that a cure gives runs in the installed Keras, on data and models such as its error is about."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator

import numpy as np
import pytest

from lstm_viz.keras_errors import explain
from lstm_viz.keras_errors.pytorch import PYTORCH
from tests.keras_errors.test_table import EXAMPLES

pytest.importorskip("keras")

import keras
import pandas as pd
import tensorflow as tf
from keras.layers import GRU, LSTM, Bidirectional, Dense, Embedding, SimpleRNN

CURES = sorted({code for _, example in EXAMPLES if (code := explain(example).code)})
INSTALLS = "pip install"
# Another package or backend, a graphics card, and a folder of a model that only TensorFlow reads.
NOT_HERE = ("scikeras", "experimental.set_memory_growth", "TFSMLayer", "yfinance", r"\bshap\b", "TFLiteConverter")
NOT_HERE += (r"\.detach\(", "KERAS_BACKEND", "interpreter", r"session\.", r"\.export\(")
OF_PYTORCH = {explain(example).code for rule in PYTORCH for example in rule.examples}
SIZES = {"units": 4, "timesteps": 5, "features": 3, "rows": 4, "columns": 4, "channels": 1, "words": 20, "filters": 2}
SIZES |= {"batch_size": 16, "look_back": 5, "sequence_length": 5}
SHAPES = ((64, 5, 3), (960,), (128, 5), (1, 64, 5, 3), (9, 28, 3))


@pytest.fixture(scope="module")
def names(tmp_path_factory) -> dict[str, object]:
    """What the names of a cure may stand for, but those of `variants`."""
    path = str(tmp_path_factory.mktemp("models") / "model.keras")
    model = keras.Sequential([keras.Input((5, 3)), LSTM(4), Dense(1)])
    model.compile("adam", "mse", metrics=["accuracy"])
    inputs, targets = np.ones((64, 5, 3), "float32"), np.ones((64, 1), "float32")
    model.save(path)
    history = model.fit(inputs, targets, validation_split=0.2, verbose=0)
    dataset = tf.data.Dataset.from_tensor_slices((inputs, targets)).batch(16)
    modules = {"np": np, "keras": keras, "tf": tf, "os": os, "pd": pd}
    classes = {"LSTM": LSTM, "GRU": GRU, "Bidirectional": Bidirectional, "Dense": Dense, "Embedding": Embedding}
    data = {
        "dataset": dataset,
        "other_dataset": dataset,
        "generator": dataset,
        "batches": lambda: iter(dataset),
        "series": np.ones(64),
    }
    data |= {
        "first": inputs,
        "second": inputs,
        "y_train": targets,
        "forecast": targets,
        "first_target": targets,
        "second_target": targets,
        "weights": np.ones(64),
        "data": ((inputs, targets),) * 2,
    }
    data |= {"sequences": [[0.5, 1.5], [2.5]], "windows": [np.ones(5)] * 3, "matrix": np.ones((20, 3))}
    data |= {"table": pd.DataFrame({"a": [1.0, np.nan, 3.0]}), "vector": keras.ops.zeros((64, 4)), "shape": (5, 3)}
    made = {"MinMaxScaler": Scaler, "scaler": Scaler(), "model": model, "path": path, "history": history}
    return modules | classes | SIZES | data | made | {"MyLayer": Dense}


def variants() -> Iterator[dict[str, object]]:
    """What else the names of a cure may stand for: layers of each kind, data of each kind, a model without an input.

    One after another, because most cures run with the first and the later ones take time to build.
    """
    zeros = keras.ops.zeros((64, 4))
    yield {"h": zeros, "c": zeros, "states": [zeros, zeros], "layer": LSTM(4, return_state=True)}
    for kind in (GRU, SimpleRNN):
        yield {"h": zeros, "layer": kind(4, return_state=True)}
    yield {"layer": Bidirectional(LSTM(4, return_state=True), merge_mode=None)}
    stateful = LSTM(4, stateful=True)
    stateful.build((1, 5, 3))
    yield {"layer": stateful, "values": [np.ones((1, 4))] * 2}
    yield {"model": keras.Sequential(), "x": np.arange(20).reshape(4, 5)}
    yield {"x": pd.Series(np.ones(20)), "layer": keras.Sequential([keras.Input((5, 3)), LSTM(4)]).layers[0]}
    yield from models()


def models() -> Iterator[dict[str, object]]:
    """What the names stand for in a cure of a model with several inputs or outputs, or with states.

    They run eagerly: for a few batches that is cheaper than a graph. The model of `names` is compiled, as a user's is.
    """
    first, second = keras.Input((5, 3)), keras.Input((5, 3))
    yield {"a": first, "b": second, "query": first, "value": second}
    ends = [Dense(1)(LSTM(4)(first)) for _ in range(2)]
    yield {"inputs": first, "first_output": ends[0], "second_output": ends[1]}
    arrays = {"x": np.ones((64, 5, 3), "float32"), "y": np.zeros((64, 1), "float32")}
    two = keras.Model(first, ends)
    two.compile("adam", ["mse", "mse"], run_eagerly=True)
    both = keras.Model([first, second], Dense(1)(LSTM(4)(keras.layers.Concatenate()([first, second]))))
    both.compile("adam", "mse", run_eagerly=True)
    batches = keras.Sequential([keras.Input(batch_shape=(16, 5, 3)), LSTM(4, stateful=True), Dense(1)])
    batches.compile("adam", "mse", run_eagerly=True)
    yield {**arrays, "model": batches, "other_model": keras.models.clone_model(batches)}
    yield arrays
    yield {**arrays, "model": two}
    yield {**arrays, "model": both}
    states = {"h_input": keras.Input((4,)), "c_input": keras.Input((4,))}
    inputs = {"encoder_input": keras.Input((5, 3)), "decoder_input": keras.Input((5, 3))}
    decoder = LSTM(4, return_sequences=True, return_state=True)
    output, h, c = decoder(inputs["decoder_input"], initial_state=[*states.values()])
    yield {**states, **inputs, "output": output, "h": h, "c": c}
    _, h, c = LSTM(4, return_state=True)(inputs["encoder_input"])
    yield {**inputs, "output": decoder(inputs["decoder_input"], initial_state=[h, c])[0]}


class Scaler:
    """Stands for scikit-learn's."""

    feature_names_in_ = ("a",)

    def fit(self, _values):
        return self

    def fit_transform(self, values):
        return values

    inverse_transform = fit_transform


def problem(code: str, names: dict[str, object]) -> str:
    """What goes wrong when a cure runs; "" if nothing does."""
    try:
        exec(code, names)  # noqa: S102 - our own lines: that they run is what is tested
    except Exception as error:  # noqa: BLE001 - whatever it is, the line does not run
        return f"{type(error).__name__}: {error}"
    return ""


@pytest.mark.parametrize("code", CURES)
def test_a_cure_runs(code, names, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    if INSTALLS in code or code in OF_PYTORCH or re.search("|".join(NOT_HERE), code):
        pytest.skip("needs what is not here")
    assert runs(code, names) or all(runs(line, names) for line in code.splitlines())


def runs(code: str, names: dict[str, object]) -> bool:
    """Whether a cure, or a line of it that is for one kind of layer, runs with one of the settings.

    What stands for no name of the cure changes nothing: it is not tried.
    """
    used = set(re.findall(r"\w+", code))
    data = [{"x": np.ones(shape, "float32"), "y": np.zeros(shape[:2], "int32")} for shape in SHAPES]
    for number, others in enumerate(variants()):
        if number and not used & others.keys():
            continue
        for each in data if used & data[0].keys() else data[:1]:
            found = problem(code, names | each | others)
            if not found:
                return True
            # With a name too few, or with data of their own, the others end alike in each of the shapes.
            if found.startswith("NameError") or {"x", "y"} <= others.keys():
                break
    return False
