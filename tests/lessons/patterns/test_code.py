"""The scripts of the page Patterns print what the page shows."""

import re
import runpy

import numpy as np
import pytest
from numpy.testing import assert_allclose

from lstm_viz.lessons.patterns.code import autoencoder_training, built_code, loop_code, loop_training, trained_code
from lstm_viz.lessons.patterns.tasks import reproduction_examples
from lstm_viz.lessons.patterns.typed import DEFAULT_TEXTS, typed
from tests.lessons.patterns.runs import LOOP, TYPED, build, built, loop, trained
from tests.support.scripts import printed_by_each

STACK = {"layers": 2, "returns_1": True, "returns_2": True, "both_2": True, "distributed": True, "outputs": 3}


def scripts() -> dict[str, str]:
    made = {name: trained_code(name, typed(name, DEFAULT_TEXTS[name]).inputs) for name in TYPED}
    made["loop"] = loop_code(LOOP.given, LOOP.continued)
    made["built"] = built_code(build(**STACK))
    made["loop, trained"] = loop_training(LOOP.given, LOOP.continued)
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


@pytest.mark.slow
def test_the_autoencoder_is_trained_on_the_page_s_data(tmp_path):
    pytest.importorskip("keras")
    path = tmp_path / "training.py"
    path.write_text(autoencoder_training(), "utf-8")
    made = runpy.run_path(str(path))
    assert_allclose(made["X"], reproduction_examples().for_training[0], rtol=0, atol=0)
    error = np.abs(made["model"].predict(made["held_out"], verbose=0) - made["held_out"]).mean()
    assert error < 0.2  # of waves that are up to 1 high


@pytest.mark.slow
def test_the_loop_is_trained_on_next_values_and_then_goes_on(printed):
    loss, *values = numbers(printed["loop, trained"])
    assert loss < 0.02
    assert len(values) == LOOP.continued
    assert_allclose(values[:2], LOOP.series[len(LOOP.given) :][:2], atol=0.2)


def test_a_script_can_be_read_and_needs_nothing_of_this_project():
    for script in [*scripts().values(), autoencoder_training()]:
        assert "lstm_viz" not in script
        assert max(map(len, script.splitlines())) <= 120
    assert "base64" not in scripts()["built"]
