"""The exported script trains as the app does."""

from __future__ import annotations

import ast
import re
from contextlib import nullcontext
from itertools import product

import numpy as np
import pytest

from lstm_viz.tasks import gap, memory_pair
from lstm_viz.training import NETWORKS, REGIMES, TrainingSettings, new_run, predictions, train
from lstm_viz.training.code import training_code
from tests.support.eagerly import eagerly
from tests.support.scripts import printed_by
from tests.training.cases import UNEQUAL, settings_of

EPOCHS = 2  # in the second Adam goes on from its own slots
SCRIPTS = {
    f"{network} {regime}": (settings_of(network, regime, rate=0.02, seed=5), UNEQUAL)
    for network, regime in product(NETWORKS, REGIMES)
}


@pytest.fixture(scope="module")
def printed(tmp_path_factory) -> dict[str, str]:
    """Name → what its script prints."""
    folder, found = tmp_path_factory.mktemp("scripts"), {}
    for name, case in SCRIPTS.items():
        # Tracing takes a second, and what runs is the same. The LSTM's are compiled, as for who copies them.
        with nullcontext() if name.startswith("lstm") else eagerly():
            found[name] = printed_by(training_code(*case, EPOCHS), folder)
    return found


@pytest.mark.slow
@pytest.mark.parametrize("name", SCRIPTS)
def test_the_script_ends_with_our_loss_and_our_answers(name, printed):
    settings, task = SCRIPTS[name]
    run = new_run(settings, task)
    run = run.extended(train(settings, task, run.state, EPOCHS, EPOCHS))
    assert float(re.search(r"^loss (\S+)$", printed[name], re.M)[1]) == pytest.approx(run.losses[-1], abs=1e-4)
    answers = [ast.literal_eval(line) for line in re.findall(r"^answers (.+)$", printed[name], re.M)]
    for found, chances in zip(answers, predictions(settings, task, run.state.weights), strict=True):
        assert [symbol for symbol, _ in found] == [task.alphabet[answer] for answer in chances.argmax(-1)]
        np.testing.assert_allclose([chance for _, chance in found], chances.max(-1), atol=2e-4)


@pytest.mark.parametrize("task", [memory_pair(), gap(50)], ids=["pair", "gap"])
@pytest.mark.parametrize("name", SCRIPTS)
def test_the_script_can_be_read(name, task):
    script = training_code(SCRIPTS[name][0], task, 250)
    ast.parse(script)
    assert "lstm_viz" not in script
    assert max(map(len, script.splitlines())) <= 120
    assert "\n\n\n\n" not in script


def test_epochs_must_be_positive():
    with pytest.raises(ValueError, match="epochs must be at least 1, not 0"):
        training_code(TrainingSettings("lstm", 2, 0.01, 1, "steps"), memory_pair(), 0)
