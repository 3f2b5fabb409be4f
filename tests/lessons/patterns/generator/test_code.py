"""The script of the text generator writes the text of the page, with the same probabilities."""

import re

import pytest
from numpy.testing import assert_allclose

from lstm_viz.lessons.patterns.generator.code import generator_code
from lstm_viz.lessons.patterns.generator.request import Request
from lstm_viz.lessons.patterns.generator.tables import MOST, candidates
from tests.lessons.patterns.generator.texts import generated
from tests.support.scripts import printed_by_each

REQUESTS = {
    "English": Request("the cat", generated=10, temperature=0.5, seed=1),
    "most probable": Request("the old cats", generated=12, temperature=0.0, seed=1),
    "wild": Request("할머니께서", generated=16, temperature=3.0, seed=5),
}


@pytest.fixture(scope="module")
def printed(tmp_path_factory) -> dict[str, str]:
    """Name → what its script prints."""
    scripts = {name: generator_code(request) for name, request in REQUESTS.items()}
    return printed_by_each(scripts, tmp_path_factory.mktemp("scripts"))


@pytest.mark.slow
@pytest.mark.parametrize("name", REQUESTS)
def test_the_script_writes_the_text_of_the_page(name, printed):
    *steps, text = printed[name].splitlines()
    shown = generated(REQUESTS[name])
    assert text == " ".join(shown.words)
    assert [line.split(" <- ")[0] for line in steps] == list(shown.generated)
    found = [each for each in candidates(shown, REQUESTS[name].temperature) if each.rank <= MOST]
    told = re.findall(r"(\S+) (\d\.\d{6}) (\d\.\d{6}),", "\n".join(steps))
    assert [word for word, _, _ in told] == [each.word for each in found]
    assert_allclose([float(one) for _, one, _ in told], [each.probability for each in found], atol=2e-6)
    assert_allclose([float(one) for _, _, one in told], [each.drawn_with for each in found], atol=2e-5)


def test_it_can_be_read_and_needs_nothing_of_this_project():
    for request in REQUESTS.values():
        script = generator_code(request)
        assert "lstm_viz" not in script
        assert max(map(len, script.splitlines())) <= 120
