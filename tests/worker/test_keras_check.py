"""Check now: a trace beside the real Keras layer, in this process and in the worker's."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from lstm_viz.engine import models, numpy_engine
from lstm_viz.engine.keras.checking import check_layer
from lstm_viz.engine.trace import Trace

pytestmark = pytest.mark.slow
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def memory_pair():
    """The trained model and its trace over 3, 0, 1, 2."""
    model = models.trained_pair(8)
    return model, numpy_engine.run(model.weights, np.eye(5, dtype="float32")[[[3, 0, 1, 2]]])


def test_the_memory_pair_is_keras_own(memory_pair):
    model, trace = memory_pair
    check = check_layer(trace, model.head)
    assert set(check.differences) == {
        "sequences",
        "final hidden",
        "final cell",
        "hidden",
        "cell",
        "probabilities",
    }
    assert check.largest <= 1e-6
    assert check.keras.startswith("3.")
    assert check.tensorflow.startswith("2.")


@pytest.mark.parametrize("kind", ["lstm", "gru", "simple_rnn"])
@pytest.mark.parametrize("go_backwards", [False, True])
@pytest.mark.parametrize("is_masked", [False, True])
def test_every_kind_is_keras_own(kind, go_backwards, is_masked):
    draw = np.random.default_rng(1)
    weights = replace(models.untrained(kind, 6, 3, 0).weights, go_backwards=go_backwards)
    mask = draw.random((2, 7)) > 0.3 if is_masked else None
    initial_state = [draw.normal(size=(2, 6)) for _ in range(2 if kind == "lstm" else 1)]
    trace = numpy_engine.run(weights, draw.normal(size=(2, 7, 3)), initial_state=initial_state, mask=mask)
    assert check_layer(trace).largest <= 1e-6


@pytest.mark.parametrize(
    "changes",
    [{"bias": None}, {"activation": "relu"}, {"recurrent_activation": "hard_sigmoid"}, {"reset_after": False}],
    ids=str,
)
def test_the_layers_options_reach_keras(changes):
    kind = "gru" if "reset_after" in changes else "lstm"
    weights = models.untrained(kind, 4, 3, 0).weights
    bias = {"bias": np.full(12, 0.1)} if kind == "gru" else {}
    trace = numpy_engine.run(replace(weights, **bias, **changes), np.ones((1, 5, 3)))
    assert check_layer(trace).largest <= 1e-6


@pytest.mark.parametrize("signal", ["hidden", "cell"])
@pytest.mark.parametrize("time", [1, 3])
def test_a_wrong_number_is_found(memory_pair, signal, time):
    model, trace = memory_pair
    wrong = trace.signals[signal].copy()
    wrong[0, time, 5] += 0.01
    changed = Trace(trace.weights, trace.inputs, {**trace.signals, signal: wrong}, trace.initial_state)
    assert check_layer(changed, model.head).largest > 0.005


def test_what_is_not_a_number_is_not_close(memory_pair):
    _, trace = memory_pair
    hidden = np.full_like(trace.hidden, np.nan)
    changed = Trace(trace.weights, trace.inputs, {**trace.signals, "hidden": hidden}, trace.initial_state)
    assert np.isnan(check_layer(changed).largest)


def test_the_asking_process_never_imports_keras():
    code = """
import sys
import numpy as np
from lstm_viz.engine import models, numpy_engine
from lstm_viz.engine.layer_check import check_layer
from lstm_viz.worker import shared_worker
light = not {"loky", "keras", "tensorflow"} & set(sys.modules)
model = models.constant("lstm", 3, 5)
check = shared_worker().call(check_layer, numpy_engine.run(model.weights, np.ones((1, 4, 5))))
print(light, check.largest <= 1e-6, sorted({"keras", "tensorflow"} & set(sys.modules)))
"""
    answer = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert answer.stdout.strip() == "True True []", answer.stderr
