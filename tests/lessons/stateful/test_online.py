"""A model trained stateless predicts one step at a time through its streaming twin."""

import json
from contextlib import nullcontext
from dataclasses import replace
from functools import cache

import numpy as np
import pytest
from numpy.testing import assert_allclose

from lstm_viz.comparison import TOLERANCE
from lstm_viz.lessons.stateful import online as streaming
from lstm_viz.lessons.stateful import remote
from lstm_viz.lessons.stateful.online import online_code, training_data
from lstm_viz.lessons.stateful.results import Online
from lstm_viz.lessons.stateful.settings import StatefulSettings
from tests.support.app import codes
from tests.support.eagerly import eagerly
from tests.support.scripts import printed_by
from tests.support.stateful import everything, more, open_stateful
from tests.support.worker import forget

EPOCHS = 5
CASES = {
    "lstm": StatefulSettings("lstm", 3, 2, 7, 4, 2, 1),
    "gru": StatefulSettings("gru", 2, 1, 6, 6, 1, 5),
    "simple_rnn": StatefulSettings("simple_rnn", 4, 2, 5, 1, 3, 12),
}
DEFAULT = StatefulSettings("lstm", 3, 3, 12, 4, 2, 1)


@pytest.fixture
def few_epochs(monkeypatch):
    """A training that is as long as the page's takes most of the time, and shows no more here."""
    from lstm_viz.lessons.stateful import in_keras_online

    for module in (streaming, in_keras_online):
        monkeypatch.setattr(module, "EPOCHS", EPOCHS)


@cache
def online(name: str) -> Online:
    return remote.online(CASES[name])


@pytest.mark.usefixtures("few_epochs")
@pytest.mark.parametrize("name", CASES)
def test_the_twin_gives_what_the_model_gives_for_all_readings_so_far(name):
    found = online(name)
    assert_allclose(found.stream, found.histories, rtol=0, atol=TOLERANCE)
    assert found.trained_loss < found.untrained_loss
    assert np.abs(found.unreset - found.histories).max() > 0.001


def test_windows_hold_the_readings_before_their_targets():
    settings = DEFAULT
    x, y = training_data(settings)
    assert (x.shape, y.shape) == ((24, 4, 2), (24, 2))
    np.testing.assert_array_equal(x[0], settings.readings[0, :4])
    np.testing.assert_array_equal(y[0], settings.readings[0, 4])
    np.testing.assert_array_equal(y[-1], settings.readings[-1, -1])


@pytest.mark.slow
@pytest.mark.usefixtures("few_epochs")
@pytest.mark.parametrize("name", CASES)
def test_the_script_runs_and_prints_the_predictions_of_the_page(name, tmp_path):
    script = online_code(CASES[name])
    assert "lstm_viz" not in script
    with nullcontext() if name == "simple_rnn" else eagerly():  # one of them as who copies it runs it
        printed = printed_by(script, tmp_path)
    found = online(name)
    (stream,) = [line.removeprefix("stream ") for line in printed.splitlines() if line.startswith("stream ")]
    assert_allclose(json.loads(stream), found.stream.ravel(), atol=1e-5)
    (difference,) = [line.split()[-1] for line in printed.splitlines() if line.startswith("largest difference ")][:1]
    assert float(difference) <= TOLERANCE
    (loss,) = [line.split()[-1] for line in printed.splitlines() if line.startswith("loss ")]
    assert float(loss) == pytest.approx(found.trained_loss, abs=1e-5)


def test_the_panel_shows_recipe_proof_and_code(keras_here):
    said = everything(open_stateful(panel="online"))
    for part in (
        "`(24, 4, 2)`",
        "stream = histories",
        "without_reset ≠ histories",
        "stream[:, 3:] ≠ windows",
        "batch_input_shape=(1, 1, 2)",
        "keras.Input(batch_shape=(1, 1, 2))",
        "twin.set_weights(model.get_weights())",
    ):
        assert part in said
    assert online_code(DEFAULT).strip() in codes(open_stateful(panel="online"))


CHANGES = {
    "stream = histories": ("stream ≠ histories", lambda found: more(found, "stream")),
    "without_reset ≠ histories": ("without_reset = histories", lambda found: replace(found, unreset=found.histories)),
    "stream[:, 3:] ≠ windows": ("stream[:, 3:] = windows", lambda found: replace(found, windows=found.stream[:, 3:])),
}


@pytest.mark.parametrize("holds", CHANGES)
def test_a_statement_turns_when_kerass_numbers_do(keras_here, holds):
    turned, change = CHANGES[holds]
    forget()
    keras_here.changes["online"] = change
    said = everything(open_stateful(panel="online"))
    assert turned in said
    assert holds not in said
    forget()
