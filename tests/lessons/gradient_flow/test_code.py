"""The script of the page Gradient flow prints the norms that the page shows."""

import re

import pytest
from numpy.testing import assert_allclose

from lstm_viz.lessons.gradient_flow.code import gradient_code
from lstm_viz.lessons.gradient_flow.in_keras import gradient_flow
from lstm_viz.lessons.gradient_flow.settings import FIRST, FlowSettings, model_of
from tests.support.scripts import printed_by_each

NORM = re.compile(r"(.+), step (\d+): (\S+)")
CASES = {
    "untrained LSTM": (FlowSettings("untrained", 5, 3, "2.5", "1.5", 12), "lstm"),
    "untrained GRU": (FlowSettings("untrained", 5, 3, "-1", "0.5", 12), "gru"),
    "long SimpleRNN": (FlowSettings("untrained", 4, 7, "1", "0.25", 200), "simple_rnn"),
    "trained LSTM": (FlowSettings("trained", 16, 3, "", "1", 20), "lstm"),
    "trained GRU": (FlowSettings("trained", 16, 2, "", "1", 9), "gru"),
}


@pytest.fixture(scope="module")
def printed(tmp_path_factory) -> dict[str, str]:
    """Name of the case → what its script prints."""
    return printed_by_each(
        {name: gradient_code(*case) for name, case in CASES.items()}, tmp_path_factory.mktemp("scripts")
    )


@pytest.mark.slow
@pytest.mark.parametrize("name", CASES)
def test_the_script_prints_every_norm_that_is_shown(name, printed):
    settings, network = CASES[name]
    model = model_of(settings, network)
    flow = gradient_flow(model.weights, settings.inputs, model.head, FIRST)
    found: dict[str, list[float]] = {}
    for quantity, step, value in NORM.findall(printed[name]):
        found.setdefault(quantity, []).append(float(value))
        assert len(found[quantity]) == int(step)
    wanted = {key.replace("loss_", "loss by ").replace("_", " "): each for key, each in flow.arrays().items()}
    assert found.keys() == wanted.keys()
    for key, values in wanted.items():
        assert_allclose(found[key], values, rtol=1e-6, atol=1e-14 if key == "beyond forget" else 0, err_msg=key)
    assert float(printed[name].split()[1]) == pytest.approx(flow.loss, rel=1e-8)


def test_a_script_from_a_seed_can_be_read_and_needs_nothing_of_this_project():
    for case in CASES.values():
        script = gradient_code(*case)
        assert "lstm_viz" not in script
        assert max(map(len, script.splitlines())) <= 120
    assert "base64" not in gradient_code(*CASES["untrained LSTM"])
