"""The script of the page Stateful prints the numbers that the page shows."""

import json

import numpy as np
import pytest
from numpy.testing import assert_allclose

from lstm_viz.lessons.stateful import remote
from lstm_viz.lessons.stateful.code import stateful_code
from lstm_viz.lessons.stateful.settings import StatefulSettings
from tests.support.scripts import printed_by_each

pytest.importorskip("keras")
pytestmark = pytest.mark.slow

CASES = {
    "lstm": StatefulSettings("lstm", 3, 3, 12, 4, 2, 1),
    "gru": StatefulSettings("gru", 2, 2, 7, 3, 1, 5),
    "a short first batch": StatefulSettings("lstm", 2, 2, 5, 3, 1, 1, first=2),
    "ten tanks": StatefulSettings("gru", 1, 10, 4, 2, 1, 3),
    "simple_rnn": StatefulSettings("simple_rnn", 4, 6, 5, 5, 3, 12),
}


@pytest.fixture(scope="module")
def printed(tmp_path_factory) -> dict[str, str]:
    """Name of the case → what its script prints."""
    return printed_by_each(
        {name: stateful_code(settings) for name, settings in CASES.items()}, tmp_path_factory.mktemp("scripts")
    )


def lines(printed: str, starts: str) -> list[str]:
    return [line.removeprefix(starts) for line in printed.splitlines() if line.startswith(starts)]


@pytest.mark.parametrize("name", CASES)
def test_the_script_prints_what_the_page_shows(printed, name):
    settings, text = CASES[name], printed[name]
    ways, passes = remote.three_ways(settings), remote.passes(settings)
    shown = {
        "one long sequence": ways.sequence,
        "stateful=True, in batches": ways.stateful,
        "stateful=True, once more without a reset": passes.again,
        "stateful=True, a reset before each batch": passes.reset_each,
        "stateless, in batches": ways.stateless,
        "states carried by hand": remote.by_hand(settings).carried,
    }
    for way, outputs in shown.items():
        (found,) = lines(text, f"{way}: outputs ")
        assert_allclose(json.loads(found), outputs.ravel(), atol=1e-6, err_msg=way)
        (difference,) = lines(text, f"{way}: largest difference ")
        assert float(difference) == pytest.approx(np.abs(outputs - ways.sequence).max(), abs=1e-6)


@pytest.mark.parametrize("name", CASES)
def test_the_script_prints_the_states_that_are_left(printed, name):
    settings = CASES[name]
    states = remote.act(settings, tuple(str(1 + batch) for batch in range(settings.batches)), ())[-1].after
    found = [json.loads(line) for line in lines(printed[name], "state after the last batch ")]
    for one, state in zip(found, states, strict=True):
        assert_allclose(one, state.ravel(), atol=1e-6)


def test_the_script_needs_nothing_of_this_project():
    for settings in CASES.values():
        script = stateful_code(settings)
        assert "lstm_viz" not in script
        assert max(map(len, script.splitlines())) <= 120
