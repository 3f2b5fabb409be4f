"""The scripts of the page Patterns print what the page shows."""

import re

import numpy as np
import pytest
from numpy.testing import assert_allclose

from lstm_viz.lessons.patterns.code import built_code, loop_code, trained_code
from lstm_viz.lessons.patterns.typed import DEFAULT_TEXTS, typed
from tests.lessons.patterns.runs import LOOP, TYPED, build, built, loop, trained
from tests.support.scripts import printed_by_each

STACK = {"layers": 2, "returns_1": True, "returns_2": True, "both_2": True, "distributed": True, "outputs": 3}


def scripts() -> dict[str, str]:
    made = {name: trained_code(name, typed(name, DEFAULT_TEXTS[name]).inputs) for name in TYPED}
    made["loop"] = loop_code(LOOP.given, LOOP.continued)
    made["built"] = built_code(build(**STACK))
    return made


@pytest.fixture(scope="module")
def printed(tmp_path_factory) -> dict[str, str]:
    """Name → what its script prints."""
    return printed_by_each(scripts(), tmp_path_factory.mktemp("scripts"))


def numbers(text: str) -> np.ndarray:
    return np.array(re.findall(r"-?\d+\.\d*(?:e-?\d+)?", text), float)


@pytest.mark.slow
@pytest.mark.parametrize("name", TYPED)
def test_the_script_prints_the_shapes_and_the_answer(name, printed):
    run = trained(name)
    shapes = [f"{layer.output.shape}" for layer in run.layers]
    lines = printed[name].splitlines()
    assert [line.split(" ", 1)[1] for line in lines[: len(shapes)]] == shapes
    assert_allclose(numbers("\n".join(lines[len(shapes) :])), run.output.ravel(), atol=1e-6)


@pytest.mark.slow
def test_the_loops_script_prints_its_values(printed):
    assert_allclose(numbers(printed["loop"]), loop().values[:, 0], atol=1e-5)


@pytest.mark.slow
def test_the_script_of_a_model_of_ones_own_draws_the_same_from_its_seed(printed):
    run = built(**STACK)
    lines = printed["built"].splitlines()[len(run.layers) :]
    assert_allclose(numbers("\n".join(lines)), run.output.ravel(), atol=1e-6)


def test_a_script_can_be_read_and_needs_nothing_of_this_project():
    for script in scripts().values():
        assert "lstm_viz" not in script
        assert max(map(len, script.splitlines())) <= 120
    assert "base64" not in scripts()["built"]
