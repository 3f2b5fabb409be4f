"""The page's script prints the tensors and the differences that the page shows."""

import re

import numpy as np
import pytest
from numpy.testing import assert_allclose

from lstm_viz.lessons.what_it_returns.call import Call, second
from lstm_viz.lessons.what_it_returns.code import returns_code
from tests.lessons.what_it_returns.calls import CALLS, claims, given, inputs
from tests.support.scripts import printed_by_each

CASES = {name: (call, "sample", "") for name, call in CALLS.items()}
CASES["the pair"] = (Call(return_state=True, weights="seed", seed=5), "pair", "")
CASES["own rows"] = (Call(bidirectional=True, layer="simple_rnn"), "rows", "0.1, -2.5e-4; 3, 4")
CASES["own samples"] = (Call(return_state=True, weights="seed"), "rows", "0.1, -2.5e-4; 3, 4\n\n1, 2; 5, 6")
CASES["own symbols"] = (Call(layer="gru", next_layer="dense", weights="seed"), "symbols", "4, 0, 1")
CASES["windows"] = (Call(units=20, return_sequences=True, next_layer="time_distributed", dense_units=10), "windows", "")


def script(name: str) -> str:
    call, kind, text = CASES[name]
    compared = [claim.comparison for claim in claims(call, kind, text)]
    return returns_code(call, inputs(kind, text), kind == "windows", compared)


@pytest.fixture(scope="module")
def printed(tmp_path_factory) -> dict[str, str]:
    """Name of the case → what its script prints."""
    return printed_by_each({name: script(name) for name in CASES}, tmp_path_factory.mktemp("scripts"))


def numbers(text: str, name: str) -> np.ndarray:
    """The array that is printed under a name and its shape."""
    shape, body = re.search(rf"^{name} (\(.*\))\n((?:[\[ ].*\n|\n)+)", text, re.M).groups()
    values = [float(number) for number in re.findall(r"-?\d[\d.]*(?:e[+-]?\d+)?", body)]
    return np.reshape(values, [int(size) for size in re.findall(r"\d+", shape)])


@pytest.mark.slow
@pytest.mark.parametrize("name", CASES)
def test_the_script_prints_what_is_shown(name, printed):
    call, kind, text = CASES[name]
    result = given(call, kind, text)
    wanted = {**result.tensors, **{second(key): array for key, array in result.again.items()}}
    if isinstance(result.next_layer, np.ndarray):
        wanted["y"] = result.next_layer
    for key, array in wanted.items():
        assert_allclose(numbers(printed[name], key), array, atol=1e-6, err_msg=key)
    assert claims(call, kind, text)
    for comparison in (claim.comparison for claim in claims(call, kind, text)):
        line = f"{comparison.left} and {comparison.right}: "
        (difference,) = [each.removeprefix(line) for each in printed[name].splitlines() if each.startswith(line)]
        assert float(difference) == pytest.approx(comparison.difference, abs=1e-6)


@pytest.mark.parametrize("name", CASES)
def test_a_script_needs_nothing_of_this_project(name):
    assert "lstm_viz" not in script(name)


def test_the_call_stands_in_the_script_as_on_the_page():
    assert "LSTM(3, return_state=True)" in script("with its states")
    assert "output, h, c = layer(x)" in script("with its states")
