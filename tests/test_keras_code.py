import re

import numpy as np
import pytest

from lstm_viz.engine.models import Head, constant, trained_pair, untrained
from lstm_viz.engine.numpy_engine import run
from lstm_viz.engine.weights import RecurrentWeights
from lstm_viz.keras_code import keras_code
from tests.explain.traces import random_trace
from tests.support.scripts import printed_by_each, printed_by_itself

PAIR = {"A": np.eye(5)[[3, 0, 1, 2]], "B": np.eye(5)[[4, 0, 1]]}
NUMBERS = re.compile(r"(\w+) (?:step (\d+) (hidden|prediction)|last (hidden|cell) state) \[([^\]]*)\]")


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


def script_of(name: str) -> str:
    weights, head, inputs = MODELS[name]
    return keras_code(weights, head and (head.kernel, head.bias), inputs)


@pytest.fixture(scope="module")
def printed(tmp_path_factory) -> dict[str, str]:
    """Name of the model → what its script prints."""
    return printed_by_each({name: script_of(name) for name in MODELS}, tmp_path_factory.mktemp("scripts"))


def assert_prints_the_trace(printed: str, name: str) -> None:
    numbers = {
        (sequence, signal or f"last {state}", int(step) if step else None): np.array(values.split(), float)
        for sequence, step, signal, state, values in NUMBERS.findall(printed)
    }
    wanted = expected(*MODELS[name])
    assert numbers.keys() == wanted.keys()
    for key, values in wanted.items():
        np.testing.assert_allclose(numbers[key], values, atol=1e-6, rtol=0, err_msg=str(key))


@pytest.mark.slow
@pytest.mark.parametrize("name", MODELS)
def test_the_script_prints_the_numbers_of_the_trace(name, printed):
    assert_prints_the_trace(printed[name], name)


@pytest.mark.slow
def test_a_new_python_runs_the_script_too(tmp_path):
    assert_prints_the_trace(printed_by_itself(script_of("constant GRU"), tmp_path), "constant GRU")


def test_the_script_can_be_read():
    script = script_of("constant GRU")
    assert 'np.full((5, 9), 0.1, "float32")' in script
    assert 'np.eye(5, dtype="float32")[[3, 0, 1, 2]]' in script
    assert "lstm_viz" not in script
    assert max(map(len, script_of("trained pair").splitlines())) <= 120


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
