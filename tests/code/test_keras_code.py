import re
import subprocess
import sys

import numpy as np
import pytest

from lstm_viz.keras_code import keras_code
from lstm_viz.models import Head, constant, trained_pair, untrained
from lstm_viz.numpy_engine import run
from lstm_viz.weights import RecurrentWeights
from tests.explain.traces import random_trace

PAIR = {"A": np.eye(5)[[3, 0, 1, 2]], "B": np.eye(5)[[4, 0, 1]]}
NUMBERS = re.compile(r"(\w+) (?:step (\d+) (hidden|prediction)|last (hidden|cell) state) \[([^\]]*)\]")


def printed(script: str) -> dict[tuple[str, str, int | None], np.ndarray]:
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=120, check=True)
    return {
        (name, signal or f"last {state}", int(step) if step else None): np.array(numbers.split(), float)
        for name, step, signal, state, numbers in NUMBERS.findall(done.stdout)
    }


def expected(weights, head, inputs):
    numbers = {}
    for name, sequence in inputs.items():
        trace = run(weights, sequence[None])
        for step in range(trace.steps):
            numbers[name, "hidden", step + 1] = trace.hidden[0, step]
            if head:
                numbers[name, "prediction", step + 1] = head.probabilities(trace.hidden)[0, step]
        for state, values in zip(("last hidden", "last cell"), trace.final_state, strict=False):
            numbers[name, state, None] = values[0]
    return numbers


def variant(kind, *, head=True, **options):
    weights = random_trace(kind, options.pop("reset_after", True), features=2, units=3, **options).weights
    draw = np.random.default_rng(5)
    inputs = {"A": draw.normal(size=(3, 2)).astype("float32")}
    return weights, Head(draw.normal(size=(3, 4)), draw.normal(size=4)) if head else None, inputs


MODELS = {
    "trained pair": (*(lambda model: (model.weights, model.head))(trained_pair(8)), PAIR),
    "large untrained": (*(lambda model: (model.weights, model.head))(untrained("lstm", 20, 5, 1, symbols=5)), PAIR),
    "constant GRU": (constant("gru", 3, 5).weights, None, PAIR),
    "GRU that resets before": variant("gru", reset_after=False),
    "backwards GRU": variant("gru", go_backwards=True, recurrent_activation="hard_sigmoid"),
    "SimpleRNN": variant("simple_rnn", activation="relu"),
    "LSTM without bias or head": variant("lstm", bias=None, head=False),
}


@pytest.mark.parametrize("name", MODELS)
def test_the_script_prints_the_numbers_of_the_trace(name):
    weights, head, inputs = MODELS[name]
    script = keras_code(weights, head and (head.kernel, head.bias), inputs)
    numbers, wanted = printed(script), expected(weights, head, inputs)
    assert numbers.keys() == wanted.keys()
    for key, values in wanted.items():
        np.testing.assert_allclose(numbers[key], values, atol=1e-6, rtol=0, err_msg=str(key))


def test_the_script_can_be_read():
    script = keras_code(*MODELS["constant GRU"])
    assert 'np.full((5, 9), 0.1, "float32")' in script
    assert 'np.eye(5, dtype="float32")[[3, 0, 1, 2]]' in script
    assert "lstm_viz" not in script
    assert (
        max(len(line) for line in keras_code(*MODELS["SimpleRNN"][:1], None, MODELS["SimpleRNN"][2]).splitlines())
        <= 120
    )


def test_one_hot_is_recognised_only_where_it_is_exact():
    weights = RecurrentWeights("simple_rnn", np.ones((2, 1)), np.ones((1, 1)))
    assert "np.eye" not in keras_code(weights, None, {"A": np.array([[1, 0], [1, 1]])})
    assert "np.eye" not in keras_code(weights, None, {"A": np.array([[1, 0], [0.5, 0.5]])})


def test_what_does_not_fit_is_named():
    weights, head, _ = MODELS["trained pair"]
    with pytest.raises(ValueError, match=r"inputs A must have shape \(time, 5\), not \(4, 3\)"):
        keras_code(weights, None, {"A": np.zeros((4, 3))})
    with pytest.raises(ValueError, match=r"head must be \(8, outputs\)"):
        keras_code(weights, (head.kernel.T, head.bias), PAIR)
